import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  readPlaywrightFiles,
  readPlaywrightTally,
  readVitestFiles,
  readVitestTally,
} from '../../src/cli/test-reports.ts';
import { temporaryFolder } from './command.ts';

function report(value: unknown): string {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

test('a report of unit tests tells how many ran and how long each file took', () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [{ name: '/p/tests/a.test.ts', startTime: 1000, endTime: 3500 }],
  });
  expect(readVitestTally(file)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  expect(readVitestFiles(file)).toEqual([{ file: '/p/tests/a.test.ts', time: 2500 }]);
});

test('a report of browser tests adds up what stands in its groups, at any depth', () => {
  const spec = (duration: number) => ({ tests: [{ results: [{ duration }] }] });
  const file = report({
    config: { rootDir: '/p/tests/e2e' },
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec(100)],
        suites: [{ file: 'a.spec.ts', specs: [spec(20)], suites: [{ file: 'a.spec.ts', specs: [spec(3)] }] }],
      },
    ],
    stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 },
  });
  expect(readPlaywrightTally(file)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(readPlaywrightFiles(file)).toEqual([{ file: '/p/tests/e2e/a.spec.ts', time: 123 }]);
});

test('of a runner that left no report, or half of one, nothing is known', () => {
  const half = report({ numPassedTests: 3 });
  for (const file of [half, '/no/such/report.json']) {
    expect([readVitestTally(file), readPlaywrightTally(file)]).toEqual([undefined, undefined]);
    expect([readVitestFiles(file), readPlaywrightFiles(file)]).toEqual([[], []]);
  }
});
