// `npm run check`: everything that can be said about the code without running the product. CI runs exactly this.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (path) => join(root, 'node_modules', path);

/** Name, what it proves, command. Cheap ones first. */
const STEPS = [
  ['types', [bin('typescript7/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['unused', [bin('knip/bin/knip.js'), '--config', 'knip.config.mjs', '--include-libs', '--no-progress']],
  ['build', [bin('typescript7/bin/tsc'), '-p', 'tsconfig.build.json']],
  ['schema', ['dist/test/schema/check.js']],
  [
    'client',
    [bin('@graphql-codegen/cli/esm/bin.js'), '--config', 'apps/client-example/codegen.ts', '--check', '--errors-only'],
  ],
  ['architecture', [bin('vitest/vitest.mjs'), 'run', 'test/architecture.spec.ts', '--reporter=dot']],
  ['lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
];

const failed = [];
for (const [name, command] of STEPS) {
  const started = performance.now();
  const ran = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${ran.status === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)}${seconds.padStart(6)} s\n`);
  if (ran.status === 0) continue;
  failed.push(name);
  process.stdout.write(`${ran.stdout}${ran.stderr}\n`);
}
if (failed.length > 0) {
  process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
  process.exit(1);
}
