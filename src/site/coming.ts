import { printDate, type PlainMonth } from '../core/announcement/instant.ts';
import { monthKind } from '../core/announcement/instant-forms.ts';
import type { Field } from '../core/announcement/field.ts';
import { formOf, typeOf, typesIn, type Announcement } from '../core/announcement/schema.ts';
import { categories, CATEGORIES } from '../core/announcement/category.ts';
import type { Edition, View } from '../core/edition.ts';
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

/** The plans that stand, under the month that they name, or else that of their publication. */
export const PLANS: View<string> = {
  name: 'plans',
  map: (edition, id) => {
    const { stage, withdrawn, publishedAt } = edition.row(id);
    if (stage !== 'plan' || withdrawn) return [];
    return [[monthOf(edition.effective(id).announcement) ?? publishedAt.slice(0, '2026-10'.length), id]];
  },
};

/** Which types of plan stand in which category: `procurement procurement-intent`. */
export const PLAN_TYPES: View<null> = {
  name: 'types of plans',
  map: (edition, id) => {
    const { stage, withdrawn, category, type } = edition.row(id);
    return stage === 'plan' && !withdrawn ? [[`${category} ${type}`, null]] : [];
  },
};

/** The calls that stand, under the announcement that they name as the one before. */
export const CALLS_UPON: View<string> = {
  name: 'calls upon',
  map: (edition, id) => {
    const { stage, withdrawn } = edition.row(id);
    const related = relatedOf(edition.effective(id).announcement);
    return stage === 'call' && !withdrawn && related !== undefined ? [[related, id]] : [];
  },
};

export function comingPage(edition: Edition): ComingPage {
  const now: PlainMonth = edition.now.slice(0, 7);
  const since: PlainMonth = Temporal.PlainYearMonth.from(now).subtract({ months: MONTHS_BACK }).toString();
  const plans = plansSince(edition, since).map((row) => planOf(edition, row));
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

/** The newest first. */
const plansSince = (edition: Edition, since: PlainMonth): readonly Row[] =>
  edition
    .keys(PLANS)
    .filter((month) => month >= since)
    .flatMap((month) => edition.values(PLANS, month))
    .map((id) => edition.row(id))
    .sort(byNewest);

const byMonth = (plans: readonly Plan[]): readonly PlanMonth[] =>
  [...Map.groupBy(plans, ({ month }) => month)]
    .flatMap(([month, members]) =>
      month === undefined ? [] : [{ month, label: monthKind.print(month), plans: members }],
    )
    .sort((a, b) => (a.month < b.month ? -1 : 1));

function planOf(edition: Edition, row: Row): Plan {
  const { announcement, changes } = edition.effective(row.id);
  const field = monthFieldOf(announcement);
  const month = monthOf(announcement);
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
  // By ids: an edition may give another object for the same row each time.
  const ids = new Set(edition.values(CALLS_UPON, plan.id));
  const ofProject = plan.projectCode === undefined ? [] : edition.project(plan.projectCode).ids;
  for (const id of ofProject) {
    const { stage, withdrawn, publishedAt } = edition.row(id);
    if (stage === 'call' && !withdrawn && publishedAt >= plan.publishedAt) ids.add(id);
  }
  return [...ids]
    .map((id) => edition.row(id))
    .sort(byNewest)
    .reverse();
};

const relatedOf = (announcement: Announcement): string | undefined =>
  'related' in announcement ? announcement.related : undefined;

const monthFieldOf = ({ category, type }: Announcement): Field | undefined =>
  formOf(typeOf(category, type)).find(({ kind }) => kind?.name === 'month');

/** When something is expected upon a plan. */
const monthOf = (announcement: Announcement): PlainMonth | undefined => {
  const field = monthFieldOf(announcement);
  return field && (announcement as unknown as Readonly<Record<string, PlainMonth | undefined>>)[field.key];
};

function searchesFor(edition: Edition): readonly { label: string; href: string }[] {
  const published = new Set(edition.keys(PLAN_TYPES));
  return categories.flatMap((category) =>
    typesIn(category)
      .filter(({ id }) => published.has(`${category} ${id}`))
      .map(({ id, term }) => ({
        label: `${CATEGORIES[category]} ${term}`,
        href: edition.address(`search/?category=${category}&type=${id}&scope=all`),
      })),
  );
}
