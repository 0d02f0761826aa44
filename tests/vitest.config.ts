import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Those need the finished site; they are a step of their own.
    exclude: [...configDefaults.exclude, 'tests/output/**'],
    setupFiles: ['tests/repeatable.ts'],
    // Nothing of the project keeps a state in its modules, so a worker evaluates them once for all its files: the rest
    // of a fifth of the processor's time goes into tests. A file that replaces modules begins and ends with
    // `vi.resetModules()`.
    isolate: false,
    // Both cores of a small machine; by itself it would leave one free.
    maxWorkers: 2,
    // Programs that tests start hundreds of times need not be compiled each time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('../.cache/compile', import.meta.url)) },
    // A forgotten `.only` would pass for the whole suite.
    allowOnly: false,
    // Long enough for a machine that has other work too: many tests begin programs of their own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
