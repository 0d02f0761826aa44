import { printDate } from '../../core/announcement/instant.ts';
import { discloseYear, type YearlyDisclosure } from '../../core/statistics.ts';
import { Chronicle, type Known } from '../../core/statistics/chronicle.ts';
import { isWhole, lastDay, periodOf, type Period } from '../../core/statistics/period.ts';
import { announcementPath } from '../address.ts';
import { loadContent } from '../content.ts';
import { allRows } from '../rows.ts';
import { biddingDays, type LeastTime } from './bidding-days.ts';
import { competition } from './competition.ts';
import type { Cell, Figure, MemberList, Told } from './figure.ts';
import { amounts } from './money.ts';
import { monthly } from './monthly.ts';
import { reliability } from './reliability.ts';
import { results } from './results.ts';
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
}

/** The years of which something can be counted, the newest first. */
export function countedYears(): readonly Period[] {
  const years = [...new Set(allRows().map(({ publishedAt }) => Number(publishedAt.slice(0, 4))))];
  return years
    .flatMap((year) => periodOf(year, loadContent().settings.now) ?? [])
    .filter((period) => knownOf(period).records.length > 0)
    .sort((a, b) => b.year - a.year);
}

let chronicle: Chronicle | undefined;
const known = new Map<number, Known>();

function knownOf(period: Period): Known {
  chronicle ??= new Chronicle(loadContent().corpus.current);
  const found = known.get(period.year) ?? chronicle.at(period);
  known.set(period.year, found);
  return found;
}

const pages = new Map<number, YearPage>();

export function yearPage(period: Period): YearPage {
  const page = pages.get(period.year) ?? gather(period);
  pages.set(period.year, page);
  return page;
}

function gather(period: Period): YearPage {
  const now = knownOf(period);
  const before = countedYears().find(({ year }) => year === period.year - 1);
  const told = tellYear(now, before && knownOf(before), leastTime);
  const end = lastDay(period);
  return {
    year: period.year,
    title: `${period.year}年统计`,
    span: isWhole(period) ? `${period.year}年全年` : `截至${printDate(end)}`,
    disclosure: yearlyDisclosure(period),
    figures: told.map(({ figure }) => figure),
    lists: told.flatMap(({ lists }) => lists).filter(({ members }) => members.length > 0),
    later: now.later.map(({ id, title, publishedAt }) => ({
      text: `${printDate(publishedAt.slice(0, 10))} ${title}`,
      path: announcementPath(id),
    })),
    mended: now.records
      .filter(({ announcement }) => announcement.errata?.some(({ at }) => at.slice(0, 10) > end))
      .map(({ row }) => ({ text: row.title, path: announcementPath(row.id) })),
  };
}

/** Every question that a year's page answers, in its order. `before` is the year before, where it has anything. */
export const tellYear = (now: Known, before: Known | undefined, least: LeastTime): readonly Told[] => [
  monthly(now, before),
  byCategory(now),
  byKind(now),
  amounts(now),
  results(now),
  biddingDays(now, least),
  reliability(now),
  competition(now),
];

export const yearlyDisclosure = (period: Period): YearlyDisclosure => {
  const { corpus } = loadContent();
  return discloseYear(
    corpus.current.map(({ announcement }) => announcement),
    period,
    corpus.site,
  );
};

/** The rules about the time between a call and its deadline; others look at other periods. */
const LEAD_TIMES: ReadonlySet<string> = new Set(['D104', 'D301', 'D311', 'D331', 'D332', 'D341', 'D371']);

/** The rule's own number, so that the chart and the check of a deadline can never differ. */
const leastTime: LeastTime = (id) =>
  loadContent()
    .judgements.get(id)
    ?.find(({ rule }) => LEAD_TIMES.has(rule.code))?.outcome.period?.required;
