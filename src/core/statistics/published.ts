import { categories, type Category } from '../announcement/category.ts';
import { typesIn } from '../announcement/schema.ts';
import type { Known, Record } from './chronicle.ts';

/** Announcements under the name of their type, the largest group first; types of nothing are left out. */
interface TypeGroup {
  category: Category;
  type: string;
  term: string;
  records: readonly Record[];
}

export function byType({ records }: Known): readonly TypeGroup[] {
  return categories
    .flatMap((category) =>
      typesIn(category).map(({ id, term }) => ({
        category,
        type: id,
        term,
        records: records.filter(
          ({ row }) => row.category === category && (row.former?.type ?? row.type) === id,
        ),
      })),
    )
    .filter((group) => group.records.length > 0)
    .sort((a, b) => b.records.length - a.records.length);
}

/** What can be said of how evenly a period's announcements came; nothing of fewer than one a month. */
interface Regularity {
  total: number;
  perMonth: number;
  /** 1-based months; all that share the highest or the lowest number. */
  most: { months: readonly number[]; count: number };
  least: { months: readonly number[]; count: number };
}

export function regularityOf(totals: readonly number[]): Regularity | undefined {
  const total = totals.reduce((a, b) => a + b, 0);
  if (totals.length < 2 || total < totals.length) return undefined;
  const extreme = (count: number): Regularity['most'] => ({
    count,
    months: totals.flatMap((one, index) => (one === count ? [index + 1] : [])),
  });
  return {
    total,
    perMonth: Math.round(total / totals.length),
    most: extreme(Math.max(...totals)),
    least: extreme(Math.min(...totals)),
  };
}
