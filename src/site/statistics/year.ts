import type { Edition } from '../../core/edition.ts';
import { isLegacy } from '../../core/announcement/legacy.ts';
import { printDate } from '../../core/announcement/instant.ts';
import { countMonths, discloseYear, type Counts, type YearlyDisclosure } from '../../core/statistics.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { isWhole, lastDay, periodOf, type Period } from '../../core/statistics/period.ts';
import { announcementPath } from '../address.ts';
import { biddingDays, type LeastTime } from './bidding-days.ts';
import { competition } from './competition.ts';
import type { Cell, Figure, MemberList, Told } from './figure.ts';
import { amounts } from './money.ts';
import { monthly } from './monthly.ts';
import { knownOf, monthCounts, periodIn, winsIn } from './records.ts';
import { reliability } from './reliability.ts';
import { winners, type Wins } from './winners.ts';
import { smallFirms } from './small-firms.ts';
import { ceilings, results } from './results.ts';
import { byCategory, byKind } from './subjects.ts';

/** All that the page of a year shows. */
export interface YearPage {
  year: number;
  title: string;
  /** What is counted, for the current year with the day: `截至2026年10月31日`. */
  span: string;
  disclosure: YearlyDisclosure;
  figures: readonly Figure[];
  lists: readonly MemberList[];
  /** What came after the period and is in none of the figures. */
  later: readonly Cell[];
  /** Announcements whose publisher put a slip right afterwards: their figures are those of the new version. */
  mended: readonly Cell[];
  /** How many are kept as an old site had them: they count as announcements, and in no other figure. */
  archived: number;
}

/** The page of a year that has a period (`countedYears`). */
export function yearPage(edition: Edition, year: number): YearPage {
  // What a month that still runs has is not asked for: nothing that is published in it changes the page.
  return edition.once(`figures of ${year}`, () => gather(edition, periodOf(year, edition.month)!));
}

function gather(edition: Edition, period: Period): YearPage {
  const { known, least } = knownOf(edition, period);
  const before = periodIn(edition, period.year - 1) && monthCounts(edition, period.year - 1);
  const told = tellYear(known, before, least, winsIn(edition));
  const end = lastDay(period);
  return {
    year: period.year,
    title: `${period.year}年统计`,
    span: isWhole(period) ? `${period.year}年全年` : `截至${printDate(end)}`,
    disclosure: discloseYear(
      countMonths(
        known.records.map(({ row }) => row),
        period.year,
      ),
      period,
      edition.site,
    ),
    figures: told.map(({ figure }) => figure),
    lists: told.flatMap(({ lists }) => lists).filter(({ members }) => members.length > 0),
    later: known.later.map(({ id, title, publishedAt }) => ({
      text: `${printDate(publishedAt.slice(0, 10))} ${title}`,
      path: announcementPath(id),
    })),
    mended: known.records
      .filter(({ row: { mendedAt } }) => mendedAt !== undefined && mendedAt.slice(0, 10) > end)
      .map(({ row }) => ({ text: row.title, path: announcementPath(row.id) })),
    archived: known.records.filter(({ row }) => isLegacy(row)).length,
  };
}

/**
 * Every question that a year's page answers, in its order. `before` are the months of the year before, where it has
 * anything, `wins` says since when each has won anything.
 */
export const tellYear = (
  now: Known,
  before: readonly Counts[] | undefined,
  least: LeastTime,
  wins: Wins,
): readonly Told[] => [
  monthly(now, before),
  byCategory(now),
  byKind(now),
  amounts(now),
  results(now),
  ceilings(now),
  winners(now, wins),
  biddingDays(now, least),
  reliability(now),
  competition(now),
  smallFirms(now),
];

export const yearlyDisclosure = (edition: Edition, period: Period): YearlyDisclosure =>
  discloseYear(monthCounts(edition, period.year), period, edition.site);
