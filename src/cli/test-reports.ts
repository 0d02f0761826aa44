import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests a runner ran, from its own report. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A file of tests and how long its tests took one after another, in milliseconds. */
export interface TimedFile {
  readonly file: string;
  readonly time: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
});

const playwrightSuite = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(playwrightSuite),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Undefined when the runner left no report, or one of another form: it broke off, and nothing is known. */
export function readVitestTally(file: string): Tally | undefined {
  const report = vitestReport.safeParse(readJson(file)).data;
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

/** Undefined when the runner left no report, or one of another form: it broke off, and nothing is known. */
export function readPlaywrightTally(file: string): Tally | undefined {
  const stats = playwrightReport.safeParse(readJson(file)).data?.stats;
  return (
    stats && {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }
  );
}

/** None where there is no report. */
export const readVitestFiles = (file: string): readonly TimedFile[] =>
  vitestReport
    .safeParse(readJson(file))
    .data?.testResults.map(({ name, startTime, endTime }) => ({ file: name, time: endTime - startTime })) ??
  [];

/** None where there is no report. */
export function readPlaywrightFiles(file: string): readonly TimedFile[] {
  const report = playwrightReport.safeParse(readJson(file)).data;
  return (
    report?.suites.map((suite) => ({
      file: `${report.config.rootDir}/${suite.file}`,
      time: timeOf(suite),
    })) ?? []
  );
}

function timeOf({ specs, suites = [] }: z.infer<typeof playwrightSuite>): number {
  const results = specs.flatMap(({ tests }) => tests).flatMap((test) => test.results);
  return [...results.map(({ duration }) => duration), ...suites.map(timeOf)].reduce(
    (sum, one) => sum + one,
    0,
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
