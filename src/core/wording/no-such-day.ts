import type { WordingFault, WordingRule } from './line.ts';

const DAY = /(?<!\d)(?:(?<year>\d{4})\s*年\s*)?(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日/gu;

/**
 * Years in which no notice has anything to say: the lease of land that ends last runs seventy years from now, and
 * what is older than the archives of the trade is a slip.
 */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** A leap year: without its year, 29 February is a day. */
const ANY_YEAR = 2024;

/** A date in the words of a text must be a day of the calendar, in a year that somebody could mean. */
export const noSuchDay: WordingRule = ({ text }) =>
  text.includes('月') ? [...text.matchAll(DAY)].flatMap((match) => faultOf(match)) : [];

function faultOf({ index, 0: text, groups }: RegExpExecArray): readonly WordingFault[] {
  const { year, month, day } = groups as Readonly<Record<string, string | undefined>>;
  const isDay = exists(Number(year ?? ANY_YEAR), Number(month), Number(day));
  if (!isDay) {
    return [{ code: 'C208', index, text, message: `日历上没有${text}`, help: '对照原件核对年、月、日' }];
  }
  if (year === undefined || (Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR)) return [];
  return [{ code: 'C207', index, text, message: `“${text}”的年份离得太远`, help: '核对年份' }];
}

function exists(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
