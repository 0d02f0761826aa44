import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { root } from './setup/dependencies.mjs';
import { runQuietly } from './setup/run.mjs';
import { changedFiles, reachedSteps } from './test-changed.ts';
import { Cores } from './test-cores.ts';
import type { Tally } from './test-reports.ts';
import { BROWSER_REPORT, REPORTS, steps, type Command, type Step } from './test-steps.ts';
import { remove } from '../patience.ts';

const environment = {
  // The site that the browser tests see: the sample content, at a moment when several tenders are open.
  OUT_DIR: 'dist.test',
  TODAY: '2026-11-22T09:00+08:00',
  // What the user has set for a site of his own has no part in a test.
  CONTENT_DIR: '',
  SITE_URL: '',
  BASE_PATH: '',
  PORT: '',
  ASTRO_TELEMETRY_DISABLED: '1',
  PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT,
};

/** In place of steps: those that a change can reach. */
const CHANGED = 'changed';

/** Programs run at a time; tests that keep two cores busy have two workers. */
const CORES = 2;

/** How many of the slowest files of tests are named at the end. */
const SLOWEST = 10;

interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  readonly tests: Tally;
  readonly remark: string;
}

/**
 * `npm test`: runs all that CI runs, the steps named, or with `changed` what the files can reach that differ from the
 * main branch. Steps run beside each other as far as there are cores. Every step runs even after another has failed,
 * unless it needs what that one makes; then it counts as failed. The last line printed is `N passed, N failed`.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage());
    return 0;
  }
  const unknown = args.find((arg) => arg !== CHANGED && !steps.some(({ name }) => name === arg));
  if (unknown !== undefined) {
    console.error(unknownStep(unknown));
    return 2;
  }
  if (args.includes(CHANGED) && args.length > 1) {
    console.error(`“${CHANGED}”自己决定运行哪几步，后面不写步骤。`);
    return 2;
  }
  remove(REPORTS);
  mkdirSync(REPORTS, { recursive: true });
  const chosen = args.includes(CHANGED) ? reachedSteps(steps, changedFiles(root), root) : selectSteps(args);
  const started = performance.now();
  const outcomes = await runSteps(chosen);
  console.log(summarize(outcomes, secondsSince(started)));
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
}

function selectSteps(names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps;
  const needed = steps.filter(({ name }) => names.includes(name)).map(({ needs }) => needs);
  return steps.filter(({ name }) => names.includes(name) || needed.includes(name));
}

/** Each step begins when what it needs is there; a step stands before those that need it. */
function runSteps(chosen: readonly Step[]): Promise<readonly Outcome[]> {
  const cores = new Cores(CORES);
  const begun = new Map<string | undefined, Promise<Outcome>>();
  for (const step of chosen) begun.set(step.name, runStep(step, begun.get(step.needs), cores));
  return Promise.all(begun.values());
}

async function runStep(step: Step, needed: Promise<Outcome> | undefined, cores: Cores): Promise<Outcome> {
  const blocker = await needed;
  if (blocker && !blocker.ok) {
    return { step, ok: false, seconds: 0, tests: none, remark: `未运行，因为“${blocker.step.title}”未通过` };
  }
  const run = (command: Command): Promise<Run> =>
    cores.with(
      step.cores ?? 1,
      steps.findIndex(({ name }) => name === step.name),
      () => runCommand(step.title, command),
    );
  const runs = await Promise.all(step.commands.map(run));
  const succeeded = runs.every(({ ok }) => ok);
  const seconds = Math.max(0, ...runs.map((one) => one.seconds));
  if (!step.tally) return { step, ok: succeeded, seconds, tests: none, remark: '' };
  const tests = step.tally();
  if (!tests || (tests.passed + tests.failed === 0 && !step.mayBeEmpty))
    return { step, ok: false, seconds, tests: none, remark: '没有留下测试结果' };
  const remark = tests.skipped > 0 ? `跳过 ${tests.skipped} 项` : '';
  return { step, ok: succeeded && tests.failed === 0, seconds, tests, remark };
}

interface Run {
  readonly ok: boolean;
  readonly seconds: number;
}

const none: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command, and prints its whole output when it fails. */
async function runCommand(title: string, [program, ...args]: Command): Promise<Run> {
  const started = performance.now();
  const { ok, output } = await runQuietly(`${title}（${program}）`, program, args, {
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
    isOneOfMany: true,
  });
  if (!ok) process.stdout.write(`\n${output}\n`);
  return { ok, seconds: secondsSince(started) };
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** A step that failed without a failed test of its own still counts one, so that 0 failed means all is well. */
function summarize(outcomes: readonly Outcome[], seconds: number): string {
  const lines = outcomes.map(({ step, ok, seconds, tests, remark }) => {
    const counts = step.tally && remark === '' ? `${tests.passed} 项通过，${tests.failed} 项未通过` : remark;
    return `${ok ? '✓' : '✗'} ${step.title}\t${seconds.toFixed(1)} 秒\t${counts}`.trimEnd();
  });
  const passed = outcomes.reduce((sum, { tests }) => sum + tests.passed, 0);
  const failed = outcomes.reduce((sum, { ok, tests }) => sum + Math.max(tests.failed, ok ? 0 : 1), 0);
  return [
    ...slowest(outcomes),
    '',
    ...lines,
    '',
    `共 ${seconds.toFixed(1)} 秒`,
    `${passed} passed, ${failed} failed`,
  ].join('\n');
}

function slowest(outcomes: readonly Outcome[]): readonly string[] {
  const files = outcomes
    .flatMap(({ step }) => step.files?.() ?? [])
    .toSorted((a, b) => b.time - a.time)
    .slice(0, SLOWEST);
  if (files.length === 0) return [];
  return [
    '',
    `最慢的 ${files.length} 个测试文件：`,
    ...files.map(({ file, time }) => `  ${(time / 1000).toFixed(1).padStart(6)} 秒  ${relative(root, file)}`),
  ];
}

function usage(): string {
  const width = Math.max(CHANGED.length, ...steps.map(({ name }) => name.length));
  const lines = steps.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`);
  return [
    `用法：npm test -- [步骤 … | ${CHANGED}]`,
    '',
    '  不写步骤时运行全部：',
    ...lines,
    '',
    `  ${CHANGED.padEnd(width)}  只运行改动能影响到的：与 main 分支不同的文件，包括还没有提交的`,
  ].join('\n');
}

function unknownStep(name: string): string {
  const names = [...steps.map((step) => step.name), CHANGED];
  return `没有“${name}”这一步，是不是想用“${closest(name, names)}”？可选：${names.join('、')}`;
}
