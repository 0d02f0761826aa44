import type { Edition, View } from '../../core/edition.ts';
import type { Category } from '../../core/announcement/category.ts';
import type { Instant } from '../../core/announcement/instant.ts';
import { partyKey } from '../../core/announcement/party.ts';
import { governedBy } from '../../core/rules/regime.ts';
import { countMonths, totalOf, type Counts } from '../../core/statistics.ts';
import {
  isAfter,
  knownIn,
  laterChanges,
  monthlyRecords,
  type Known,
  type LaterChange,
  type MonthlyRecord,
} from '../../core/statistics/chronicle.ts';
import { monthsOf, periodOf, type Period } from '../../core/statistics/period.ts';
import { awardsOf } from '../../core/statistics/record.ts';
import type { Least, LeastTime } from './bidding-days.ts';
import type { Wins } from './winners.ts';

/** An announcement as figures count it, at the ends of months. */
interface Counted {
  records: readonly MonthlyRecord[];
  least: readonly Least[];
}

/** What figures count, by the month of publication: a period is its months, and one that follows it changes no figure. */
export const RECORDS: View<Counted> = {
  name: 'figures',
  map(edition, id) {
    const records = monthlyRecords(edition, id);
    const month = edition.entry(id).announcement.publishedAt.slice(0, 7);
    return records.length === 0 ? [] : [[month, { records, least: leastTime(edition, id) }]];
  },
};

/** Those that change or end others, by the years of what they change. */
export const LATER_CHANGES: View<LaterChange> = { name: 'later changes', map: laterChanges };

/** Months of a year that are not all empty. */
interface YearCounts {
  year: number;
  /** All twelve. */
  months: readonly Counts[];
}

/** How many announcements each month of a year has. */
export const MONTH_COUNTS: View<{ category: Category; publishedAt: Instant }, YearCounts> = {
  name: 'counts by month',
  map(edition, id) {
    const { withdrawn, category, publishedAt } = edition.row(id);
    return withdrawn ? [] : [[publishedAt.slice(0, 4), { category, publishedAt }]];
  },
  reduce: (published, year) => ({
    value: { year: Number(year), months: countMonths(published, Number(year)) },
  }),
};

/** Stands for every winner. */
const ANYONE = '';

/** When each winner of a tender or a procurement was named, by its key; and when anyone was. */
export const WINS: View<Instant, Instant> = {
  name: 'wins',
  map(edition, id) {
    const { announcement } = edition.entry(id);
    if (edition.row(id).withdrawn) return [];
    const keys = awardsOf(announcement).map(({ name }) => partyKey(name));
    return [...new Set(keys), ...(keys.length > 0 ? [ANYONE] : [])].map((key) => [
      key,
      announcement.publishedAt,
    ]);
  },
  reduce: ([first]) => ({ value: first! }),
};

export const winsIn = (edition: Edition): Wins => ({
  firstOf: (key) => edition.reduced(WINS, key),
  first: edition.reduced(WINS, ANYONE),
});

/** The years of which something can be counted, the newest first. */
export const countedYears = (edition: Edition): readonly Period[] =>
  edition
    .reductions(MONTH_COUNTS)
    .flatMap((counts) => countedPeriod(edition, counts) ?? [])
    .toReversed();

/** What of a year can be counted, where anything of it was published. */
export function periodIn(edition: Edition, year: number): Period | undefined {
  const counts = edition.reduced(MONTH_COUNTS, String(year));
  return counts && countedPeriod(edition, counts);
}

function countedPeriod({ month }: Edition, { year, months }: YearCounts): Period | undefined {
  const period = periodOf(year, month);
  return period && months.slice(0, period.toMonth).some((counts) => totalOf(counts) > 0) ? period : undefined;
}

/** The twelve months of a year in which anything was published. */
export const monthCounts = (edition: Edition, year: number): readonly Counts[] =>
  edition.reduced(MONTH_COUNTS, String(year))!.months;

/** What was known of a period on its last day, and what rules leave bidders of its announcements. */
export function knownOf(edition: Edition, period: Period): { known: Known; least: LeastTime } {
  const counted = monthsOf(period).flatMap((month) => edition.values(RECORDS, month));
  const records = counted.map((one) => knownIn(period, one.records)!);
  const least = new Map(counted.map((one, place) => [records[place]!.row.id, one.least]));
  return {
    known: {
      period,
      records,
      later: edition.values(LATER_CHANGES, String(period.year)).filter((change) => isAfter(period, change)),
    },
    least: (id) => least.get(id) ?? [],
  };
}

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
const leastTime = (edition: Edition, id: string): readonly Least[] =>
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
