import { mkdirSync, rmSync } from 'node:fs';
import { closest } from 'fastest-levenshtein';
import { runQuietly } from './setup/run.mjs';
import { readPlaywrightTally, readVitestTally, type Tally } from './test-reports.ts';

/** Under .cache/, which git ignores: a test run leaves the tree as it was. */
const reportFolder = '.cache/test';
const unitReport = `${reportFolder}/unit.json`;
const outputReport = `${reportFolder}/output.json`;
const browserReport = `${reportFolder}/browser.json`;

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
  PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
};

interface Step {
  readonly name: string;
  readonly title: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
  /** A step that must have passed in the same run; to name this one is to name both. */
  readonly needs?: string;
  /** For a step that runs tests: reads how many. */
  readonly tally?: () => Tally | undefined;
}

interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  readonly tests: Tally;
  readonly remark: string;
}

const steps: readonly Step[] = [
  { name: 'types', title: '类型', commands: [['astro', 'check'], ['tsc']] },
  {
    name: 'lint',
    title: '代码规范',
    commands: [
      ['eslint', '--max-warnings=0', '.'],
      ['prettier', '--check', '.'],
    ],
  },
  {
    name: 'unit',
    title: '单元测试',
    commands: [
      [
        'vitest',
        'run',
        '--config=tests/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ],
    ],
    tally: () => readVitestTally(unitReport),
  },
  { name: 'build', title: '生成网站', commands: [['node', 'src/cli/main.ts', 'build']] },
  {
    name: 'output',
    title: '检查成品',
    commands: [
      [
        'vitest',
        'run',
        '--config=tests/output/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${outputReport}`,
      ],
    ],
    needs: 'build',
    tally: () => readVitestTally(outputReport),
  },
  {
    name: 'browser',
    title: '浏览器测试',
    commands: [['playwright', 'test', '--config=tests/playwright.config.ts', '--reporter=list,json']],
    needs: 'build',
    tally: () => readPlaywrightTally(browserReport),
  },
];

/**
 * `npm test`: runs all that CI runs, or the steps named. Every step runs even after another has failed, unless it
 * needs what that one makes; then it counts as failed. The last line printed is `N passed, N failed`.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage());
    return 0;
  }
  const unknown = args.find((arg) => !steps.some(({ name }) => name === arg));
  if (unknown !== undefined) {
    console.error(unknownStep(unknown));
    return 2;
  }
  rmSync(reportFolder, { recursive: true, force: true });
  mkdirSync(reportFolder, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const step of selectSteps(args)) outcomes.push(await runStep(step, outcomes));
  console.log(summarize(outcomes));
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
}

function selectSteps(names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps;
  const needed = steps.filter(({ name }) => names.includes(name)).map(({ needs }) => needs);
  return steps.filter(({ name }) => names.includes(name) || needed.includes(name));
}

async function runStep(step: Step, earlier: readonly Outcome[]): Promise<Outcome> {
  const blocker = earlier.find((outcome) => outcome.step.name === step.needs && !outcome.ok);
  if (blocker) {
    return { step, ok: false, seconds: 0, tests: none, remark: `未运行，因为“${blocker.step.title}”未通过` };
  }
  const started = performance.now();
  const succeeded = await runCommands(step);
  const seconds = (performance.now() - started) / 1000;
  if (!step.tally) return { step, ok: succeeded, seconds, tests: none, remark: '' };
  const tests = step.tally();
  if (!tests || tests.passed + tests.failed === 0) {
    return { step, ok: false, seconds, tests: none, remark: '没有留下测试结果' };
  }
  const remark = tests.skipped > 0 ? `跳过 ${tests.skipped} 项` : '';
  return { step, ok: succeeded && tests.failed === 0, seconds, tests, remark };
}

const none: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Runs every command of a step, and prints the whole output of those that fail. */
async function runCommands({ title, commands }: Step): Promise<boolean> {
  let succeeded = true;
  for (const [program, ...args] of commands) {
    const { ok, output } = await runQuietly(`${title}（${program}）`, program, args, {
      shell: process.platform === 'win32',
      env: { ...process.env, ...environment },
    });
    if (!ok) process.stdout.write(`\n${output}\n`);
    succeeded &&= ok;
  }
  return succeeded;
}

/** A step that failed without a failed test of its own still counts one, so that 0 failed means all is well. */
function summarize(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ step, ok, seconds, tests, remark }) => {
    const counts = step.tally && remark === '' ? `${tests.passed} 项通过，${tests.failed} 项未通过` : remark;
    return `${ok ? '✓' : '✗'} ${step.title}\t${seconds.toFixed(1)} 秒\t${counts}`.trimEnd();
  });
  const passed = outcomes.reduce((sum, { tests }) => sum + tests.passed, 0);
  const failed = outcomes.reduce((sum, { ok, tests }) => sum + Math.max(tests.failed, ok ? 0 : 1), 0);
  return ['', ...lines, '', `${passed} passed, ${failed} failed`].join('\n');
}

function usage(): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  const lines = steps.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`);
  return ['用法：npm test -- [步骤 …]', '', '  不写步骤时运行全部：', ...lines].join('\n');
}

function unknownStep(name: string): string {
  const names = steps.map((step) => step.name);
  return `没有“${name}”这一步，是不是想用“${closest(name, names)}”？可选：${names.join('、')}`;
}
