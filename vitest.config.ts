import { fileURLToPath } from 'node:url';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.js';

const SOURCES = ['source', ...defaultServerConditions];

export default defineConfig({
  // The copy that Node loads. Vite would give our sources graphql's other build, whose classes are not the server's.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  // Libraries are read from their sources, not from the last build: by the tests, and by the global setup.
  ssr: { resolve: { conditions: SOURCES } },
  environments: { __vitest__: { resolve: { conditions: SOURCES } } },
  test: {
    include: ['libs/**/*.spec.ts', 'apps/**/*.spec.ts', 'test/**/*.spec.ts', 'quality/**/*.spec.ts'],
    globalSetup: 'test/support/global-setup.ts',
    // Two cores are shared with the database and the processes under test; the third worker runs while one of them waits.
    maxWorkers: 3,
    // The program is loaded once in each worker instead of once for each file. Nothing of it keeps what belongs to one
    // world in a module, and what a test replaces is put back after its file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Long enough for a busy machine; tests wait for conditions, never for a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.reporter.ts'],
  },
});
