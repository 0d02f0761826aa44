import type { Edition } from '../../core/edition.ts';
import { isLegacy } from '../../core/announcement/legacy.ts';
import { printDate } from '../../core/announcement/instant.ts';
import { discloseYear, type YearlyDisclosure } from '../../core/statistics.ts';
import { Chronicle, type Known } from '../../core/statistics/chronicle.ts';
import { firstWins, type FirstWins } from '../../core/statistics/winners.ts';
import { governedBy } from '../../core/rules/regime.ts';
import { isWhole, lastDay, periodOf, type Period } from '../../core/statistics/period.ts';
import { announcementPath } from '../address.ts';
import { biddingDays, type LeastTime } from './bidding-days.ts';
import { competition } from './competition.ts';
import type { Cell, Figure, MemberList, Told } from './figure.ts';
import { amounts } from './money.ts';
import { monthly } from './monthly.ts';
import { reliability } from './reliability.ts';
import { winners } from './winners.ts';
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

/** The years of which something can be counted, the newest first. */
export function countedYears(edition: Edition): readonly Period[] {
  const years = [...new Set(edition.rows().map(({ publishedAt }) => Number(publishedAt.slice(0, 4))))];
  return years
    .flatMap((year) => periodOf(year, edition.now) ?? [])
    .filter((period) => knownOf(edition, period).records.length > 0)
    .sort((a, b) => b.year - a.year);
}

function knownOf(edition: Edition, period: Period): Known {
  const chronicle = edition.once('chronicle', () => new Chronicle(edition.current));
  return edition.once(`known of ${period.year}`, () => chronicle.at(period));
}

export function yearPage(edition: Edition, period: Period): YearPage {
  return edition.once(`figures of ${period.year}`, () => gather(edition, period));
}

function gather(edition: Edition, period: Period): YearPage {
  const now = knownOf(edition, period);
  const before = countedYears(edition).find(({ year }) => year === period.year - 1);
  const told = tellYear(
    now,
    before && knownOf(edition, before),
    leastTime(edition),
    edition.once('first wins', () => firstWins(edition.current.map(({ announcement }) => announcement))),
  );
  const end = lastDay(period);
  return {
    year: period.year,
    title: `${period.year}年统计`,
    span: isWhole(period) ? `${period.year}年全年` : `截至${printDate(end)}`,
    disclosure: yearlyDisclosure(edition, period),
    figures: told.map(({ figure }) => figure),
    lists: told.flatMap(({ lists }) => lists).filter(({ members }) => members.length > 0),
    later: now.later.map(({ id, title, publishedAt }) => ({
      text: `${printDate(publishedAt.slice(0, 10))} ${title}`,
      path: announcementPath(id),
    })),
    mended: now.records
      .filter(({ announcement }) => announcement.errata?.some(({ at }) => at.slice(0, 10) > end))
      .map(({ row }) => ({ text: row.title, path: announcementPath(row.id) })),
    archived: now.records.filter(({ row }) => isLegacy(row)).length,
  };
}

/**
 * Every question that a year's page answers, in its order. `before` is the year before, where it has anything, `wins`
 * says since when each has won anything.
 */
export const tellYear = (
  now: Known,
  before: Known | undefined,
  least: LeastTime,
  wins: FirstWins,
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

export const yearlyDisclosure = (edition: Edition, period: Period): YearlyDisclosure => {
  return discloseYear(
    edition.current.map(({ announcement }) => announcement),
    period,
    edition.site,
  );
};

/** The rules about the time between a call and its deadline. */
const LEAD_TIMES: ReadonlySet<string> = new Set(['D104', 'D301', 'D311', 'D331', 'D332', 'D341', 'D371']);

/** The rules that leave bidders time by another period: from the end of documents, to an auction, of disclosure. */
const OTHER_TIMES: ReadonlySet<string> = new Set([
  'D122',
  'D401',
  'D421',
  'D501',
  'D503',
  'D506',
  'D507',
  'D508',
  'D521',
  'D702',
  'D703',
]);

/** The rule's own number, so that the chart and the check of a deadline can never differ. */
const leastTime =
  (edition: Edition): LeastTime =>
  (id) =>
    edition.judgements(id).flatMap(({ rule, outcome: { period } }) => {
      const isLead = LEAD_TIMES.has(rule.code);
      if (!period || !(isLead || OTHER_TIMES.has(rule.code))) return [];
      const whom = governedBy(rule.appliesTo.regime);
      return [
        {
          length: period.required,
          ...(!isLead && { span: `${period.fromWhat}到${period.toWhat}` }),
          ...(whom !== undefined && { whom }),
        },
      ];
    });
