import { kioskGoals, type KioskUse } from './kiosk.ts';
import type { Use } from './measure.ts';

/** What it costs to bring a site to a box that has nothing, the same, or all but one announcement. */
export interface MirrorUse {
  pack: Use;
  first: Use;
  unchanged: Use;
  one: Use;
  verify: Use;
}

/** All that one run of the bench measured. */
export interface Figures {
  count: number;
  read: Use;
  check: Use;
  /** CPU of a check with the statutory rules as a multiple of one without them. */
  ruled: number;
  /** A check of one announcement, and of one that is about to be committed. */
  one: Use;
  staged: Use;
  pages: Use;
  write: Use;
  index: Use;
  kiosk: KioskUse;
  mirror: MirrorUse;
  /** Files and bytes of the site, the search index aside. */
  files: number;
  bytes: number;
  /** The pages of an archive a quarter as large. */
  quarter: { count: number; pages: Use };
}

const GIB = 2 ** 30;
const TEN_THOUSAND = 10_000;

/** Check may cost three times what reading and parsing costs, before the law, the wording and personal data. */
const CHECK_TIMES_FLOOR = 3;
/** What those may add to it. */
const WITH_RULES = 1.5;
/** Wall time of a check of ten thousand on two cores. */
const CHECK_SECONDS = 10;
/** Wall time until the check of one announcement has printed, and until the hook lets a commit of one pass. */
const ONE_SECONDS = 0.5;
const STAGED_SECONDS = 2;
/** Cost of one page in the whole archive against one in its quarter: more than this is not linear. */
const LINEAR = 1.25;
const PAGES_GIB = 1;
const INDEX_GIB = 1.5;

/** What was measured, a line for each stage, per announcement at the end. */
export function figures(measured: Figures): string {
  const { count, read, check, one, staged, pages, write, index, files, bytes, quarter, mirror } = measured;
  return useTable([
    ['floor: read and parse', read, count],
    ['check', check, count],
    ['check one', one, 1],
    ['check one that is staged', staged, 1],
    [`floor: write ${files} files, ${(bytes / 2 ** 20).toFixed(0)} MiB`, write, count],
    ['pages', pages, count],
    [`pages of ${quarter.count}`, quarter.pages, quarter.count],
    ['index', index, count],
    ...mirrorRows(mirror).map(([name, use]) => [name, use, count] as const),
  ]);
}

/** The lines of the mirror. */
export const mirrorRows = ({ pack, first, unchanged, one, verify }: MirrorUse): readonly [string, Use][] => [
  ['mirror: pack', pack],
  ['mirror: first pull', first],
  ['mirror: pull, unchanged', unchanged],
  ['mirror: pull, one changed', one],
  ['mirror: verify', verify],
];

/** A line for each stage: its name, what it used, and the number of announcements that it is divided by. */
export function useTable(rows: readonly (readonly [name: string, use: Use, of: number])[]): string {
  return table(
    ['stage', 'wall s', 'CPU s', 'peak MiB', 'CPU ms each', 'KiB each'],
    ...rows.map(([name, use, of]) => [
      name,
      use.wallSeconds.toFixed(1),
      use.cpuSeconds.toFixed(1),
      (use.peakBytes / 2 ** 20).toFixed(0),
      ((use.cpuSeconds / of) * 1000).toFixed(2),
      (use.peakBytes / 2 ** 10 / of).toFixed(0),
    ]),
  );
}

/** What was promised, what was measured, and whether all was kept; a smaller archive is bound by nothing. */
export function targets({
  count,
  read,
  check,
  ruled,
  one,
  staged,
  pages,
  write,
  index,
  kiosk,
  quarter,
}: Figures): {
  table: string;
  kept: boolean;
} {
  // Small archives pay for starting up; the limits do not shrink below that of ten thousand.
  const scale = Math.max(1, count / TEN_THOUSAND);
  const each = (use: Use, of: number): number => use.cpuSeconds / of;
  const goals: readonly Goal[] = [
    ['check, CPU against its floor', check.cpuSeconds / read.cpuSeconds, CHECK_TIMES_FLOOR * WITH_RULES, '×'],
    ['check with the rules against one without', ruled, WITH_RULES, '×'],
    ['check, wall', check.wallSeconds, CHECK_SECONDS * scale, 's'],
    ['check of one, wall', one.wallSeconds, ONE_SECONDS * scale, 's'],
    ['check of one that is staged, wall', staged.wallSeconds, STAGED_SECONDS * scale, 's'],
    [
      'pages, CPU each against a quarter as many',
      each(pages, count) / each(quarter.pages, quarter.count),
      LINEAR,
      '×',
    ],
    ['pages, peak memory', pages.peakBytes / GIB, PAGES_GIB * scale, 'GiB'],
    ['index, peak memory', index.peakBytes / GIB, INDEX_GIB * scale, 'GiB'],
    ...kioskGoals(kiosk),
  ];
  const pagesFloor = [
    'pages, CPU against its floor',
    `${(pages.cpuSeconds / write.cpuSeconds).toFixed(2)} ×`,
    '',
    '',
    '',
  ];
  return {
    table: goalTable(goals, pagesFloor),
    kept: count < TEN_THOUSAND || goals.every(([, measured, target]) => measured <= target),
  };
}

/** A promise: what was measured, what it may be, in which unit. */
export type Goal = readonly [name: string, measured: number, target: number, unit: string];

export function goalTable(goals: readonly Goal[], ...more: readonly (readonly string[])[]): string {
  const rows = goals.map(([name, measured, target, unit]) => [
    name,
    `${measured.toFixed(2)} ${unit}`,
    `${target.toFixed(2)} ${unit}`,
    (measured / target).toFixed(2),
    measured <= target ? 'kept' : 'MISSED',
  ]);
  return table(['promise', 'measured', 'target', 'ratio', ''], ...rows, ...more);
}

function table(head: readonly string[], ...rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
