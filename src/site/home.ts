import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { printDate } from '../core/announcement/instant.ts';
import { openAt, type Row } from '../core/listing.ts';
import { categoryPath } from './address.ts';
import { siteFrame, type Frame } from './frame.ts';

/** How many rows the home page's two lists show. */
const CLOSING = 12;
const NEWEST = 12;

interface HomePage {
  frame: Frame;
  closing: readonly Row[];
  openCount: number;
  newest: readonly Row[];
  /** All that is open, then each category. */
  kinds: readonly { label: string; href: string; note: string }[];
  /** The present year, whose dates need not name it. */
  year: string;
  /** The day for which the list of open calls was made. */
  asOf: string;
}

/** The home page: what closes next, what is new, the five categories. Only this page and the lists of open calls know today. */
export function homePage(edition: Edition): HomePage {
  const { now } = edition;
  const rows = edition.rows();
  const open = openAt(rows, now);
  return {
    frame: siteFrame(edition),
    closing: open.slice(0, CLOSING),
    openCount: open.length,
    newest: rows.slice(0, NEWEST),
    kinds: [
      { label: '全部可参与', href: edition.address('open/'), note: `共 ${open.length} 条` },
      ...categories.map((category) => {
        const count = open.filter((row) => row.category === category).length;
        return {
          label: CATEGORIES[category],
          href: edition.address(categoryPath(category)),
          note: count > 0 ? `可参与 ${count} 条` : '暂无可参与项目',
        };
      }),
    ],
    year: now.slice(0, 4),
    asOf: printDate(now.slice(0, 10)),
  };
}
