import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Those need the finished site; they are a step of their own.
    exclude: [...configDefaults.exclude, 'tests/output/**'],
    setupFiles: ['tests/repeatable.ts'],
    // A forgotten `.only` would pass for the whole suite.
    allowOnly: false,
    // Long enough for a machine that has other work too: many tests begin programs of their own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
