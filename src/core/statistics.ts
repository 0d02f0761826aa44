import { categories, type Category } from './announcement/category.ts';
import type { Instant } from './announcement/instant.ts';
import type { Site } from './corpus/settings/site.ts';
import type { Period } from './statistics/period.ts';

/** How many announcements of each category there are. */
export type Counts = Readonly<Record<Category, number>>;

const MONTHS = 12;

/**
 * Announcements of one year by month of first publication in Beijing time, January first. Corrections, suspensions and
 * terminations are announcements too; those that were withdrawn 撤下 are not handed in.
 */
export function countMonths(
  announcements: readonly { category: Category; publishedAt: Instant }[],
  year: number,
): readonly Counts[] {
  const months = Array.from({ length: MONTHS }, () => ({ ...NONE }));
  for (const { category, publishedAt } of announcements) {
    if (Number(publishedAt.slice(0, 4)) === year) months[Number(publishedAt.slice(5, 7)) - 1]![category] += 1;
  }
  return months;
}

const NONE: Counts = { construction: 0, procurement: 0, land: 0, property: 0, general: 0 };

/** The sum of some months. */
export const addCounts = (months: readonly Counts[]): Counts =>
  Object.fromEntries(
    categories.map((category) => [category, sum(months.map((month) => month[category]))]),
  ) as Counts;

/** All announcements of a count. */
export const totalOf = (counts: Counts): number => sum(Object.values(counts));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** A part of the disclosure paragraph: what one line of it counts, under the name that the office gives it. */
export interface DisclosureLabel {
  category: Category;
  name: string;
}

/** The names in the office's own paragraph of 2018, in its order. */
export const OFFICE_LABELS: readonly DisclosureLabel[] = [
  { category: 'construction', name: '建设工程招标类' },
  { category: 'procurement', name: '政府采购' },
  { category: 'land', name: '土地' },
  { category: 'property', name: '产权' },
  { category: 'general', name: '通知公告' },
];

interface Disclosure {
  year: number;
  fromMonth?: number;
  toMonth: number;
  counts: Counts;
  labels?: readonly DisclosureLabel[];
  /** What the centre calls itself. */
  centre?: string;
}

/** A year's disclosure: the paragraph, and what it was counted from. */
export interface YearlyDisclosure {
  text: string;
  labels: readonly DisclosureLabel[];
  months: readonly Counts[];
  counts: Counts;
}

/**
 * What the page of a year and `npm run report` both tell of it. `counted` are its months (`countMonths`).
 * @throws when the labels of `content/site.yaml` do not add up to all that was published
 */
export function discloseYear(
  counted: readonly Counts[],
  { year, toMonth }: Period,
  site: Pick<Site, 'disclosure' | 'centreShortName'> | undefined,
): YearlyDisclosure {
  const labels = site?.disclosure ?? OFFICE_LABELS;
  const months = counted.slice(0, toMonth);
  const counts = addCounts(months);
  const text = disclosure({ year, toMonth, counts, labels, centre: site?.centreShortName ?? '中心' });
  return { text, labels, months, counts };
}

/**
 * The paragraph for the annual report on open government.
 * @throws when the named parts do not add up to all that was published
 */
export function disclosure(facts: Disclosure): string {
  const { year, fromMonth = 1, toMonth, counts, labels = OFFICE_LABELS, centre = '中心' } = facts;
  const total = totalOf(counts);
  const named = sum(labels.map(({ category }) => counts[category]));
  if (named !== total) throw new Error(`各类合计 ${named} 条，不等于总数 ${total} 条`);
  const span = `${year}年${fromMonth === toMonth ? '' : `${fromMonth}-`}${toMonth}月`;
  if (total === 0) return `${span}，${centre}未发布招标信息。`;
  const parts = labels.filter(({ category }) => counts[category] > 0);
  const detail = parts.map(({ category, name }) => `${name}${counts[category]}条`).join('，');
  return `${span}，${centre}累计发布各类招标信息${total}条${parts.length > 1 ? `，其中${detail}` : ''}。`;
}
