// `npm test`: sees to it that what the tests need beyond npm is there, then runs them all, or those named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const compiler = join(root, 'node_modules/typescript7/bin/tsc');

if (!existsSync(vitest)) stop('The packages are not installed. Run: npm ci');
need('redis-server', 'redis-server', 'TEST_REDIS_URL');
run([compiler, '-p', 'tsconfig.build.json']); // the command line is tested as it is built
run([vitest, 'run', ...process.argv.slice(2)]);

/** Installs a Debian package when we may, and otherwise names the command. A test is never skipped for want of it. */
function need(program, debianPackage, instead) {
  if (process.env[instead] !== undefined || spawnSync(program, ['--version']).status === 0) return;
  const command = `apt-get install -y --no-install-recommends ${debianPackage}`;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    stop(`The tests need ${program}. Run: sudo ${command}   (or set ${instead})`);
  }
  process.stdout.write(`Installing ${debianPackage} for the tests…\n`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  if (spawnSync('sh', ['-c', command], { ...options, stdio: 'ignore' }).status === 0) return;
  const made = spawnSync('sh', ['-c', `apt-get update -q && ${command}`], options);
  if (made.status !== 0) stop(`${debianPackage} could not be installed. Run: ${command}`);
}

function run(command) {
  const ran = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}

function stop(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
