import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { byMonth, daysOfLong, type Day, type Row } from '../core/listing.ts';
import { address, categoryPath } from './address.ts';
import { publishedIn } from './rows.ts';

/** One month of a category's archive. */
export interface Month {
  category: Category;
  /** `2026` and `03`. */
  year: string;
  month: string;
  rows: readonly Row[];
  /** The same by day of publication, where the list is long. */
  days: readonly Day[] | undefined;
  href: string;
  label: string;
}

const gathered = new Map<Category, readonly Month[]>();

/**
 * The months of a category in which something was published, the newest first. One in which all was withdrawn stays,
 * empty: its address was given out.
 */
export function monthsOf(category: Category): readonly Month[] {
  const known = gathered.get(category);
  if (known) return known;
  const months = [...byMonth(publishedIn(category))].map(([key, published]): Month => {
    const rows = published.filter(({ withdrawn }) => !withdrawn);
    const [year, month] = key.split('-') as [string, string];
    return {
      category,
      year,
      month,
      rows,
      days: daysOfLong(rows),
      href: address(categoryPath(category, year, month)),
      label: `${year}年${Number(month)}月`,
    };
  });
  gathered.set(category, months);
  return months;
}

/** The months of a category by year, the newest year first. */
export function yearsOf(
  category: Category,
): readonly { year: string; href: string; count: number; months: readonly Month[] }[] {
  const years = new Map<string, Month[]>();
  for (const month of monthsOf(category)) {
    const list = years.get(month.year);
    if (list) list.push(month);
    else years.set(month.year, [month]);
  }
  return [...years].map(([year, months]) => ({
    year,
    href: address(categoryPath(category, year)),
    count: months.reduce((sum, { rows }) => sum + rows.length, 0),
    months,
  }));
}

/** Every category with its archive, for the site map and for readers without JavaScript. */
export const archives = () =>
  categories.map((category) => ({
    category,
    term: CATEGORIES[category],
    href: address(categoryPath(category)),
    years: yearsOf(category),
  }));
