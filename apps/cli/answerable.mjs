#!/usr/bin/env node
// The package's command. Plain JavaScript, because it runs before anything is built: it finds a Node that is new enough,
// builds when a source is newer than the last build, and hands over to apps/cli/src/main.ts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LEAST_NODE = 22;
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const major = Number(process.versions.node.split('.')[0]);
const ownNode = join(root, 'node_modules/.bin/node');

if (major >= LEAST_NODE) {
  endWithStarter();
  build();
  await import(pathToFileURL(join(root, 'dist/apps/cli/src/main.js')).href);
} else if (existsSync(ownNode) && process.env['ANSWERABLE_REEXECUTED'] === undefined) {
  runWith(ownNode);
} else {
  stop(
    `This is Node ${process.versions.node}; Answerable needs Node ${LEAST_NODE} or newer. On Linux, npm ci brings one.`,
  );
}

function build() {
  if (isBuilt()) return;
  const release = lockBuild();
  try {
    if (!isBuilt()) compile(); // another command may have done it meanwhile
  } finally {
    release();
  }
}

function isBuilt() {
  const built = join(root, 'dist/.tsbuildinfo');
  const sources = ['apps', 'libs', 'migrations', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
  return existsSync(built) && sources.every((path) => newest(join(root, path)) <= statSync(built).mtimeMs);
}

function compile() {
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  if (!existsSync(compiler)) stop('The compiler is not installed. Run: npm ci');
  const made = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
  });
  if (made.status !== 0) {
    rmSync(join(root, 'dist/.tsbuildinfo'), { force: true }); // the next command must not take it for built
    stop('The build failed; see above.');
  }
  const now = new Date();
  utimesSync(join(root, 'dist/.tsbuildinfo'), now, now); // the compiler leaves it alone when nothing changed in a source
}

/** Two commands that build into one folder would read each other's half-written files. */
function lockBuild() {
  const lock = join(root, 'node_modules/.answerable-build.lock');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.once('exit', () => rmSync(lock, { force: true }));
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') return () => {}; // packages are installed where we may not write: build without
    }
    if (!isAlive(lock)) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function isAlive(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    return owner === 0 || (owner !== process.pid && process.kill(owner, 0)); // 0: it is just being written
  } catch {
    return false;
  }
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function runWith(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ANSWERABLE_REEXECUTED: '1' },
  });
  // A Ctrl-C in a terminal reaches both; the child takes two in a row for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 130));
}

/** When the process that started this one under a newer Node is killed, so is this one: people see them as one. */
function endWithStarter() {
  if (process.channel === undefined || process.env['ANSWERABLE_REEXECUTED'] === undefined) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}

function stop(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
