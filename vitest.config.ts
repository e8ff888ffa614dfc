import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Libraries are read from their sources, not from the last build.
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    include: ['libs/**/*.spec.ts', 'apps/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: 'test/support/global-setup.ts',
    // Two cores are shared with the database: more workers only wait for each other.
    maxWorkers: 2,
    // Long enough for a busy machine; tests wait for conditions, never for a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.reporter.ts'],
  },
});
