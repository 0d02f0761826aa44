import type { Edition, View } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import type { Instant } from '../core/announcement/instant.ts';
import { byNewest, type Row } from '../core/listing.ts';
import { categoryPath } from './address.ts';

/** One month of a category's archive. */
export interface Month {
  /** `2026` and `03`. */
  year: string;
  month: string;
  /** How many announcements of it stand. */
  count: number;
  href: string;
  label: string;
}

/** A year of a category's archive with its months, the newest first. */
interface Year {
  year: string;
  href: string;
  count: number;
  months: readonly Month[];
}

/**
 * The announcements of a month of a category, `construction 2026-10`, those that were withdrawn too; the sums say how
 * many stand, by year, `construction 2026`. A month in which all was withdrawn stays, empty: its address was given out.
 */
export const MONTHS: View<{ id: string; isWithdrawn: boolean }, { month: string; count: number }> = {
  name: 'months',
  map: (edition, id) => {
    const { category, publishedAt, withdrawn } = edition.row(id);
    return [[keyOf(category, publishedAt.slice(0, 7)), { id, isWithdrawn: withdrawn !== undefined }]];
  },
  reduce: (published, key) => ({
    value: { month: key.slice(-'2026-10'.length), count: published.filter((one) => !one.isWithdrawn).length },
    group: key.slice(0, -'-10'.length),
  }),
};

const keyOf = (category: Category, month: string): string => `${category} ${month}`;

/** The years in which something was published in a category, the newest first. */
export const yearsIn = (edition: Edition, category: Category): readonly string[] =>
  edition
    .groups(MONTHS)
    .filter((one) => one.startsWith(keyOf(category, '')))
    .map((one) => one.slice(-'2026'.length))
    .toReversed();

/** A year of a category. */
export function yearOf(edition: Edition, category: Category, year: string): Year {
  const months = edition
    .reductions(MONTHS, keyOf(category, year))
    .map(({ month, count }) => toMonth(edition, category, month, count))
    .toReversed();
  return {
    year,
    href: edition.address(categoryPath(category, year)),
    count: months.reduce((sum, { count }) => sum + count, 0),
    months,
  };
}

function toMonth(edition: Edition, category: Category, yearMonth: string, count: number): Month {
  const [year, month] = yearMonth.split('-') as [string, string];
  return {
    year,
    month,
    count,
    href: edition.address(categoryPath(category, year, month)),
    label: `${year}年${Number(month)}月`,
  };
}

/** The years of a category, the newest first. */
export const yearsOf = (edition: Edition, category: Category): readonly Year[] =>
  yearsIn(edition, category).map((year) => yearOf(edition, category, year));

/** A month of a category with what stands of it, the newest first. */
export function monthOf(
  edition: Edition,
  category: Category,
  yearMonth: string,
): Month & { rows: readonly Row[] } {
  const rows = edition
    .values(MONTHS, keyOf(category, yearMonth))
    .flatMap(({ id, isWithdrawn }) => (isWithdrawn ? [] : [edition.row(id)]))
    .sort(byNewest);
  return { ...toMonth(edition, category, yearMonth, rows.length), rows };
}

/** When something was last published in a category, even if it was withdrawn; undefined where nothing was. */
export function lastPublishedIn(edition: Edition, category: Category): Instant | undefined {
  const [year] = yearsIn(edition, category);
  const last = year === undefined ? undefined : edition.reductions(MONTHS, keyOf(category, year)).at(-1);
  return last && edition.row(edition.values(MONTHS, keyOf(category, last.month)).at(-1)!.id).publishedAt;
}

/** Every category with its archive, for the site map and for readers without JavaScript. */
export const archives = (edition: Edition) =>
  categories.map((category) => ({
    category,
    term: CATEGORIES[category],
    href: edition.address(categoryPath(category)),
    years: yearsOf(edition, category),
  }));
