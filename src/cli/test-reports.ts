import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests a runner ran, from its own report. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report): Tally => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(({ stats }): Tally => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

/** Undefined when the runner left no report, or one of another form: it broke off, and nothing is known. */
export function readVitestTally(file: string): Tally | undefined {
  return vitestReport.safeParse(readJson(file)).data;
}

/** Undefined when the runner left no report, or one of another form: it broke off, and nothing is known. */
export function readPlaywrightTally(file: string): Tally | undefined {
  return playwrightReport.safeParse(readJson(file)).data;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
