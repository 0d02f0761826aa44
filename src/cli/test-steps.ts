import {
  readPlaywrightFiles,
  readPlaywrightTally,
  readVitestFiles,
  readVitestTally,
  type Tally,
  type TimedFile,
} from './test-reports.ts';

/** Under .cache/, which git ignores: a test run leaves the tree as it was. */
export const REPORTS = '.cache/test';
const unitReport = `${REPORTS}/unit.json`;
const outputReport = `${REPORTS}/output.json`;
export const BROWSER_REPORT = `${REPORTS}/browser.json`;

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

export interface Step {
  readonly name: string;
  readonly title: string;
  /** They run beside each other where there is a core for each. */
  readonly commands: readonly Command[];
  /** A step that must have passed in the same run; to name this one is to name both. */
  readonly needs?: string;
  /** How many cores each of its commands keeps busy; one if not given. */
  readonly cores?: number;
  /** For a step that runs tests: reads how many, and how long each file took. */
  readonly tally?: () => Tally | undefined;
  readonly files?: () => readonly TimedFile[];
  /** Whether all is well where it finds no test to run. */
  readonly mayBeEmpty?: boolean;
}

export const ESLINT: Command = ['eslint', '--max-warnings=0'];
export const PRETTIER: Command = ['prettier', '--check'];
export const VITEST: Command = [
  'vitest',
  'run',
  '--config=tests/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
];
export const PLAYWRIGHT: Command = [
  'playwright',
  'test',
  '--config=tests/playwright.config.ts',
  '--reporter=list,json',
];

export const TYPES: Command = ['astro', 'check'];

/** What CI runs. Where several wait for a core, the one that stands first gets it: first what uses one, the longest first. */
export const steps: readonly Step[] = [
  // It checks every file that tsc would.
  { name: 'types', title: '类型', commands: [TYPES] },
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
    // Nearly all its time are builds, of which one waits for the other.
    needs: 'build',
    tally: () => readVitestTally(outputReport),
    files: () => readVitestFiles(outputReport),
  },
  {
    name: 'lint',
    title: '代码规范',
    commands: [
      [...ESLINT, '.'],
      [...PRETTIER, '.'],
    ],
  },
  {
    name: 'unit',
    title: '单元测试',
    commands: [VITEST],
    cores: 2,
    tally: () => readVitestTally(unitReport),
    files: () => readVitestFiles(unitReport),
  },
  {
    name: 'browser',
    title: '浏览器测试',
    commands: [PLAYWRIGHT],
    needs: 'build',
    cores: 2,
    tally: () => readPlaywrightTally(BROWSER_REPORT),
    files: () => readPlaywrightFiles(BROWSER_REPORT),
  },
];
