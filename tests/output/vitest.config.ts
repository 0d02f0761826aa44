import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The audits of the finished site; they run after it is built. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/output/**/*.test.ts'],
    maxWorkers: 2,
    allowOnly: false,
    // Long enough for a machine that has other work too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
