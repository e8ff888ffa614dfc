import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  imports: Record<string, { source: string }>;
};
/** The order of libraries, written once: the order of `imports` in package.json. */
const order = Object.entries(manifest.imports)
  .filter(([, { source }]) => source.startsWith('./libs/'))
  .map(([name]) => name.slice(1));

const MAX_LINES = 300;
const MAX_FACE_LINES = 20;
const MAX_README_LINES = 30;
const MAX_CONSTRUCTOR_DEPENDENCIES = 7;
const BANNED_NAMES =
  /(^|[/.-])(utils?|helpers?|common|shared|manager|base|interfaces|dtos?|constants|types|misc)([/.-]|$)/;
const KINDS = {
  libs: ['entity', 'service', 'queries', 'module', 'spec', 'schema', 'engine'],
  apps: ['resolver', 'type', 'input', 'processor', 'controller', 'module', 'spec', 'page', 'middleware', 'filter'],
};

const sources = ['libs', 'apps', 'migrations', 'test', 'bench', 'quality'].flatMap((folder) => filesUnder(folder));
const code = sources.filter((path) => /\.(ts|mjs)$/.test(path) && !path.includes('/generated/'));
const product = code.filter((path) => /^(libs|apps)\//.test(path) && !path.endsWith('.spec.ts'));

describe('the house', () => {
  it('has its libraries in the folder that the order names, each with a face, one module at most and a README', () => {
    expect(readdirSync(join(root, 'libs')).sort()).toEqual([...order].sort());
    for (const library of order) {
      const face = read(`libs/${library}/src/index.ts`);
      expect.soft(lines(face), `face of ${library}`).toBeLessThanOrEqual(MAX_FACE_LINES);
      expect
        .soft(lines(read(`libs/${library}/README.md`)), `README of ${library}`)
        .toBeLessThanOrEqual(MAX_README_LINES);
      expect
        .soft(
          product.filter((path) => path.startsWith(`libs/${library}/`) && path.endsWith('.module.ts')).length,
          `modules of ${library}`,
        )
        .toBeLessThanOrEqual(1);
    }
  });

  it('lets a library import only libraries before it, and only through their faces', () => {
    const wrong = product.filter(inLibs).flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith('#') && target !== '#migrations')
        .filter((target) => rank(target.slice(1)) >= rank(libraryOf(path)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps relative imports inside one library or app', () => {
    const wrong = product.flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith('.'))
        .filter((target) => roomOf(normalize(join(dirname(path), target))) !== roomOf(path))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets no app import another one, but for the command line, which starts them all', () => {
    const wrong = product
      .filter((path) => path.startsWith('apps/') && !path.startsWith('apps/cli/'))
      .flatMap((path) =>
        importsOf(path)
          .filter((target) => ['#api', '#worker', '#cli'].includes(target))
          .map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps the example for clients apart from the product, as it is for somebody who has only the schema', () => {
    const wrong = product
      .filter((path) => path.startsWith('apps/client-example/'))
      .flatMap((path) => importsOf(path).filter((target) => target.startsWith('#')));
    expect(wrong).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycle()).toEqual([]);
  });

  it('keeps HTTP and GraphQL out of the libraries, and BullMQ inside the queue', () => {
    const wrong = product.filter(inLibs).flatMap((path) =>
      importsOf(path)
        .filter(
          (target) =>
            /^(@nestjs\/(graphql|apollo|platform)|graphql|express|@apollo)/.test(target) ||
            (target === 'bullmq' && libraryOf(path) !== 'queue'),
        )
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps detection pure: no files but its own weights, no network, clock or chance', () => {
    const impure = product
      .filter((path) => path.startsWith('libs/detection/') && path !== 'libs/detection/src/linear/weights-file.ts')
      .filter(
        (path) =>
          importsOf(path).some((target) => !target.startsWith('.')) ||
          /Date\.now|new Date\(\)|Math\.random|process\.|fetch\(/.test(read(path)),
      );
    expect(impure).toEqual([]);
  });
});

describe('files', () => {
  it(`have at most ${MAX_LINES} lines`, () => {
    expect(code.filter((path) => lines(read(path)) > MAX_LINES)).toEqual([]);
  });

  it('have names that say something, of a known kind', () => {
    const wrong = product.filter((path) => {
      const [, kind] = basename(path)
        .replace(/\.(ts|mjs)$/, '')
        .split('.');
      return BANNED_NAMES.test(path) || (kind !== undefined && !KINDS[inLibs(path) ? 'libs' : 'apps'].includes(kind));
    });
    expect(wrong).toEqual([]);
  });

  it('use no forwardRef, no synchronize, no suppression of checks', () => {
    const banned =
      /forwardRef\(|synchronize: true|@ts-(ignore|nocheck|expect-error)|\bas any\b|eslint-disable(?!-next-line)|\bit\.(only|todo)\(|describe\.only\(/;
    expect(code.filter((path) => path !== 'test/architecture.spec.ts' && banned.test(read(path)))).toEqual([]);
  });

  it(`inject at most ${MAX_CONSTRUCTOR_DEPENDENCIES} things into one class`, () => {
    const wrong = product.filter((path) =>
      [...read(path).matchAll(/constructor\(([^)]*)\)/g)].some(
        ([, given]) => (given?.match(/private readonly/g)?.length ?? 0) > MAX_CONSTRUCTOR_DEPENDENCIES,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('write no raw SQL in apps', () => {
    expect(
      product.filter((path) => path.startsWith('apps/') && /`\s*(SELECT|INSERT|UPDATE|DELETE)\b/.test(read(path))),
    ).toEqual([]);
  });

  it('list every migration, each with a name that begins with its day', () => {
    const migrations = readdirSync(join(root, 'migrations')).filter(
      (name) => /\.ts$/.test(name) && name !== 'index.ts',
    );
    const index = read('migrations/index.ts');
    for (const name of migrations) {
      expect.soft(name).toMatch(/^20\d{6}-[a-z0-9-]+\.ts$/);
      expect.soft(index).toContain(`./${name.replace('.ts', '.js')}`);
    }
  });
});

describe('the lock file', () => {
  it('holds every optional platform package, so that npm ci works on other machines', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !findInstalled(packages, path, name))
        .map((name) => `${name} of ${path}`),
    );
    expect(missing).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}

function importsOf(path: string): string[] {
  return [
    ...read(path).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map(([, a, b, c]) => (a ?? b ?? c)!); // one of the three matched
}

function inLibs(path: string): boolean {
  return path.startsWith('libs/');
}

function libraryOf(path: string): string {
  return path.split('/')[1]!; // libs/<library>/…
}

/** A library or an app: libs/accounts, apps/api. */
function roomOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function rank(library: string): number {
  const at = order.indexOf(library);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** The files of one import cycle, or nothing. */
function findCycle(): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (path: string): string[] => {
    if (state.get(path) === 'open') return [...trail.slice(trail.indexOf(path)), path];
    if (state.get(path) === 'done' || !existsSync(join(root, path))) return [];
    state.set(path, 'open');
    trail.push(path);
    for (const target of importsOf(path)) {
      const next = target.startsWith('.')
        ? normalize(join(dirname(path), target)).replace(/\.js$/, '.ts')
        : manifest.imports[target]?.source.slice(2);
      const cycle = next === undefined ? [] : visit(next);
      if (cycle.length > 0) return cycle;
    }
    trail.pop();
    state.set(path, 'done');
    return [];
  };
  for (const path of product) {
    const cycle = visit(path);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** Whether node's look-up from `path` upwards finds the package in the lock file. */
function findInstalled(packages: Record<string, unknown>, path: string, name: string): boolean {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true;
    if (from === '') return false;
  }
}
