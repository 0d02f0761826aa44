import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { byMonth, type Row } from '../core/listing.ts';
import { categoryPath } from './address.ts';

/** One month of a category's archive. */
export interface Month {
  category: Category;
  /** `2026` and `03`. */
  year: string;
  month: string;
  rows: readonly Row[];
  href: string;
  label: string;
}

/**
 * The months of a category in which something was published, the newest first. One in which all was withdrawn stays,
 * empty: its address was given out.
 */
export function monthsOf(edition: Edition, category: Category): readonly Month[] {
  return edition.once(`months of ${category}`, () => gather(edition, category));
}

const gather = (edition: Edition, category: Category): readonly Month[] =>
  [...byMonth(edition.published(category))].map(([key, published]): Month => {
    const rows = published.filter(({ withdrawn }) => !withdrawn);
    const [year, month] = key.split('-') as [string, string];
    return {
      category,
      year,
      month,
      rows,
      href: edition.address(categoryPath(category, year, month)),
      label: `${year}年${Number(month)}月`,
    };
  });

/** The months of a category by year, the newest year first. */
export function yearsOf(
  edition: Edition,
  category: Category,
): readonly { year: string; href: string; count: number; months: readonly Month[] }[] {
  const years = new Map<string, Month[]>();
  for (const month of monthsOf(edition, category)) {
    const list = years.get(month.year);
    if (list) list.push(month);
    else years.set(month.year, [month]);
  }
  return [...years].map(([year, months]) => ({
    year,
    href: edition.address(categoryPath(category, year)),
    count: months.reduce((sum, { rows }) => sum + rows.length, 0),
    months,
  }));
}

/** Every category with its archive, for the site map and for readers without JavaScript. */
export const archives = (edition: Edition) =>
  categories.map((category) => ({
    category,
    term: CATEGORIES[category],
    href: edition.address(categoryPath(category)),
    years: yearsOf(edition, category),
  }));
