import { healthOf, isWell, type Expected, type Health } from './health.ts';
import type { Heard } from './log.ts';
import { SKEW, type MirrorHealth } from './mirror.ts';

/** What one look at a site and its logs finds, or several such looks together: the JSON of `npm run screens -- health`. */
export interface Report {
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  /** The box that it was made on, where that has a name. */
  readonly box?: string | undefined;
  readonly screens: readonly Health[];
  /** Of the folders that were looked at, those that are mirrors. */
  readonly mirrors: readonly MirrorHealth[];
  /** The reports that were joined; nothing in one that was made from logs. */
  readonly files?: readonly FileHealth[] | undefined;
}

/** What is wrong with the file of a report. */
export type FileFault = (typeof FILE_FAULTS)[number];

export const FILE_FAULTS = ['missing', 'empty', 'broken', 'foreign', 'old', 'ahead'] as const;

/** The file of a report, as somebody named it. */
export interface FileHealth {
  readonly name: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at?: number | undefined;
  readonly fault?: FileFault | undefined;
}

/**
 * What a log and the status of a mirror say at a moment, in milliseconds since 1970. Where the mirror has found the
 * clock of its box wrong, all moments are put right by it: whoever reads of several boxes needs one time.
 */
export function reportOf(
  facts: { screens: readonly Expected[]; heard: readonly Heard[]; mirror?: MirrorHealth | undefined },
  now: number,
): Report {
  const { screens, heard, mirror } = facts;
  const shift = shiftOf(mirror);
  const isDoubtful = mirror?.problems.some((problem) => OLD.includes(problem));
  return {
    at: now + shift,
    box: mirror?.box,
    screens: healthOf(
      screens.map((screen) => ({ ...screen, isDoubtful, publishedAt: screen.publishedAt + shift })),
      heard.map((one) => ({ ...one, at: one.at + shift })),
      now + shift,
    ),
    mirrors: mirror ? [{ ...mirror, contactAt: mirror.contactAt && mirror.contactAt + shift }] : [],
  };
}

/** What leaves it open whether the copy on a box is the newest. */
const OLD: readonly string[] = ['unreadable', 'never', 'stale', 'late', 'ahead'];

function shiftOf(mirror: MirrorHealth | undefined): number {
  const { skewSeconds = 0, problems = [] } = mirror ?? {};
  return Math.abs(skewSeconds) > SKEW && !problems.includes('ahead') ? skewSeconds * 1000 : 0;
}

export const isMirrorWell = ({ problems }: MirrorHealth): boolean => problems.length === 0;

/** Whether nobody must go and look. */
export const isReportWell = ({ screens, mirrors, files = [] }: Report): boolean =>
  screens.every(isWell) && mirrors.every(isMirrorWell) && files.every(({ fault }) => fault === undefined);

/** The report as other programs read it. */
export const toJson = ({ at, ...report }: Report): string =>
  JSON.stringify(
    { schema: 1, at: new Date(at).toISOString(), well: isReportWell({ at, ...report }), ...report },
    undefined,
    2,
  );
