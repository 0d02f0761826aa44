import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { printDate } from '../core/announcement/instant.ts';
import { openAt, type Row } from '../core/listing.ts';
import { address, categoryPath } from './address.ts';
import { loadContent } from './content.ts';
import { siteFrame, type Frame } from './frame.ts';
import { allRows } from './rows.ts';

/** How many rows the home page's two lists show. */
const CLOSING = 12;
const NEWEST = 12;

export interface HomePage {
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
export function homePage(): HomePage {
  const { now } = loadContent().settings;
  const rows = allRows();
  const open = openAt(rows, now);
  return {
    frame: siteFrame(),
    closing: open.slice(0, CLOSING),
    openCount: open.length,
    newest: rows.slice(0, NEWEST),
    kinds: [
      { label: '全部可参与', href: address('open/'), note: `共 ${open.length} 条` },
      ...categories.map((category) => {
        const count = open.filter((row) => row.category === category).length;
        return {
          label: CATEGORIES[category],
          href: address(categoryPath(category)),
          note: count > 0 ? `可参与 ${count} 条` : '暂无可参与项目',
        };
      }),
    ],
    year: now.slice(0, 4),
    asOf: printDate(now.slice(0, 10)),
  };
}
