import type { Edition } from '../core/edition.ts';
import type { Category } from '../core/announcement/category.ts';
import type { Row } from '../core/listing.ts';
import { yearsOf } from './month-archives.ts';
import { newestRows } from './newest.ts';

/** Rows on a category's first page; the rest is in the months. */
const NEWEST = 20;

/** What the first page of a category shows. */
export function categoryPage(
  edition: Edition,
  category: Category,
): {
  /** Calls that can still be joined, the next to close first. */
  open: readonly Row[];
  newest: readonly Row[];
  years: ReturnType<typeof yearsOf>;
  /** The present year, whose dates need not name it. */
  year: string;
} {
  return {
    open: edition.open(category),
    newest: newestRows(edition, NEWEST, category),
    years: yearsOf(edition, category),
    year: edition.now.slice(0, 4),
  };
}
