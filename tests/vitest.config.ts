import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Files that take longest, most of them by whole builds; begun last, they would leave one core idle at the end. */
const LONGEST = [
  'tests/deploy/s3.test.ts',
  'tests/generated/published.test.ts',
  'tests/office/post-receive.test.ts',
  'tests/cli/staged.test.ts',
  'tests/cli/wizard.test.ts',
  'tests/build-failure.test.ts',
  'tests/upgrade.test.ts',
  'tests/cli/preview.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(...given: Parameters<BaseSequencer['sort']>): ReturnType<BaseSequencer['sort']> {
    const [long, others] = [true, false].map((isLong) =>
      given[0].filter(({ moduleId }) => LONGEST.some((name) => moduleId.endsWith(name)) === isLong),
    );
    return [...long!, ...(await super.sort(others!))];
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Those need the finished site; they are a step of their own.
    exclude: [...configDefaults.exclude, 'tests/output/**'],
    sequence: { sequencer: LongestFirst },
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
