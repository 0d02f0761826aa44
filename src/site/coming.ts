import { printDate, type PlainMonth } from '../core/announcement/instant.ts';
import { monthKind } from '../core/announcement/instant-forms.ts';
import type { Field } from '../core/announcement/field.ts';
import { formOf, typeOf, typesIn, type Announcement } from '../core/announcement/schema.ts';
import { categories, CATEGORIES } from '../core/announcement/category.ts';
import type { Edition } from '../core/edition.ts';
import { byNewest, type Row } from '../core/listing.ts';
import { announcementPath } from './address.ts';

/** A call that was published upon a plan. */
interface Call {
  row: Row;
  href: string;
  /** `2026年10月12日`. */
  when: string;
}

/** A plan with what became of it. */
export interface Plan {
  row: Row;
  href: string;
  /** When something is expected upon it; a supply plan of a year and a preview of a sale name no month. */
  month: PlainMonth | undefined;
  /** The month in words, and the one before a correction. */
  expected: string | undefined;
  was: string | undefined;
  /** What was published upon it, the first one first. */
  calls: readonly Call[];
}

/** The plans of one expected month. */
interface PlanMonth {
  month: PlainMonth;
  /** `2027年1月`. */
  label: string;
  plans: readonly Plan[];
}

/** The page of what is going to be called for. It knows today, and is made anew with every build. */
interface ComingPage {
  /** The day the page was made for. */
  asOf: string;
  /** This month and those to come, the next first. */
  ahead: readonly PlanMonth[];
  /** Plans whose month is over, upon which nothing was published and which nothing has stopped; the latest month first. */
  overdue: readonly Plan[];
  /** Months that are over with the plans that something became of, the latest first. */
  past: readonly PlanMonth[];
  /** Plans that name no month, the newest first. */
  undated: readonly Plan[];
  /** Where the plans of earlier years are found. */
  searches: readonly { label: string; href: string }[];
}

/** How many months back the page goes; what was expected earlier is found by search. */
const MONTHS_BACK = 12;

export function comingPage(edition: Edition): ComingPage {
  const now: PlainMonth = edition.now.slice(0, 7);
  const since: PlainMonth = Temporal.PlainYearMonth.from(now).subtract({ months: MONTHS_BACK }).toString();
  const plans = edition
    .rows()
    .filter(({ stage }) => stage === 'plan')
    .map((row) => planOf(edition, row))
    .filter(({ month, row }) => (month ?? row.publishedAt) >= since);
  const isOver = ({ month }: Plan): boolean => month !== undefined && month < now;
  const isOverdue = (plan: Plan): boolean => isOver(plan) && plan.calls.length === 0 && !isStopped(plan.row);
  const latestFirst = byMonth(plans.filter(isOver)).toReversed();
  return {
    asOf: printDate(edition.now.slice(0, 10)),
    ahead: byMonth(plans.filter((plan) => !isOver(plan))),
    overdue: latestFirst.flatMap((one) => one.plans.filter(isOverdue)),
    past: byMonth(plans.filter((plan) => isOver(plan) && !isOverdue(plan))).toReversed(),
    undated: plans.filter(({ month }) => month === undefined),
    searches: searchesFor(edition),
  };
}

const byMonth = (plans: readonly Plan[]): readonly PlanMonth[] =>
  [...Map.groupBy(plans, ({ month }) => month)]
    .flatMap(([month, members]) =>
      month === undefined ? [] : [{ month, label: monthKind.print(month), plans: members }],
    )
    .sort((a, b) => (a.month < b.month ? -1 : 1));

function planOf(edition: Edition, row: Row): Plan {
  const { announcement, changes } = edition.effective(row.id);
  const field = monthFieldOf(announcement);
  const month = field && valueOf(announcement, field);
  return {
    row,
    href: edition.address(announcementPath(row.id)),
    month,
    expected: month && monthKind.print(month),
    was: field && changes.find((change) => change.field === field.key)?.from,
    calls: callsUpon(edition, row).map((call) => ({
      row: call,
      href: edition.address(announcementPath(call.id)),
      when: printDate(call.publishedAt.slice(0, 10)),
    })),
  };
}

const isStopped = ({ happening }: Row): boolean =>
  happening?.kind === 'terminated' || happening?.kind === 'suspended';

/** Calls that name a plan as their earlier announcement, and those under its project code; the first one first. */
const callsUpon = (edition: Edition, plan: Row): readonly Row[] => {
  const related = edition.once('calls by the announcement they follow', () => {
    const calls = edition.rows().filter(({ stage }) => stage === 'call');
    return Map.groupBy(calls, ({ id }) => relatedOf(edition.effective(id).announcement));
  });
  const ofProject =
    plan.projectCode === undefined
      ? []
      : edition
          .project(plan.projectCode)
          .ids.map((id) => edition.row(id))
          .filter(
            ({ stage, withdrawn, publishedAt }) =>
              stage === 'call' && !withdrawn && publishedAt >= plan.publishedAt,
          );
  return [...new Set([...(related.get(plan.id) ?? []), ...ofProject])].sort(byNewest).reverse();
};

const relatedOf = (announcement: Announcement): string | undefined =>
  'related' in announcement ? announcement.related : undefined;

const monthFieldOf = ({ category, type }: Announcement): Field | undefined =>
  formOf(typeOf(category, type)).find(({ kind }) => kind?.name === 'month');

const valueOf = (announcement: Announcement, { key }: Field): PlainMonth | undefined =>
  (announcement as unknown as Readonly<Record<string, PlainMonth | undefined>>)[key];

const searchesFor = (edition: Edition): readonly { label: string; href: string }[] =>
  categories.flatMap((category) =>
    typesIn(category)
      .filter(({ stage, id }) => stage === 'plan' && edition.rows(category).some(({ type }) => type === id))
      .map(({ id, term }) => ({
        label: `${CATEGORIES[category]} ${term}`,
        href: edition.address(`search/?category=${category}&type=${id}&scope=all`),
      })),
  );
