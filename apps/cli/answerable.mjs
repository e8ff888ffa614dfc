#!/usr/bin/env node
// The package's command. Plain JavaScript, because it runs before anything is built: it finds a Node that is new enough,
// builds when a source is newer than the last build, and hands over to apps/cli/src/main.ts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LEAST_NODE = 22;
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const major = Number(process.versions.node.split('.')[0]);
const ownNode = join(root, 'node_modules/.bin/node');

if (major >= LEAST_NODE) {
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
  const built = join(root, 'dist/.tsbuildinfo');
  const sources = ['apps', 'libs', 'migrations', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
  if (existsSync(built) && sources.every((path) => newest(join(root, path)) <= statSync(built).mtimeMs)) return;
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  if (!existsSync(compiler)) stop('The compiler is not installed. Run: npm ci');
  const made = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
  });
  if (made.status !== 0) stop('The build failed; see above.');
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function runWith(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, ANSWERABLE_REEXECUTED: '1' },
  });
  // Ctrl-C reaches the child by itself, as it is in the same group; other signals are passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
}

function stop(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
