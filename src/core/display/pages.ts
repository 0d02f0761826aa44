import type { Instant } from '../announcement/instant.ts';
import { listDwell, LONGEST_CYCLE } from './dwell.ts';
import type { Item } from './feed.ts';
import { rowHeight, type Layout } from './layout.ts';

/** One page of a screen. */
export interface Page {
  items: readonly Item[];
  /** How long it stays, in seconds. */
  dwell: number;
}

/** What a screen pages through, and what it makes of it. */
export interface Paging {
  layout: Layout;
  /** The screen's own factor on the time a page stays. */
  factor: number;
  generated: Instant;
}

/** Cuts items into pages as high as the list. An item higher than the list has a page of its own. */
export function cutPages(items: readonly Item[], { layout, factor, generated }: Paging): readonly Page[] {
  const pages: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const height = rowHeight(item, generated, layout);
    const page = pages[pages.length - 1];
    if (page && height <= room && page.length < layout.rows) {
      page.push(item);
      room -= height;
    } else {
      pages.push([item]);
      room = layout.list - height;
    }
  }
  return pages.map((page) => ({
    items: page,
    dwell: listDwell(
      page.map(({ title }) => title),
      factor,
    ),
  }));
}

/** Seconds until the first page returns. */
export const cycleOf = (pages: readonly Page[]): number => pages.reduce((sum, { dwell }) => sum + dwell, 0);

/** The pages that fit into one round; what is left out is found elsewhere, since no page stays shorter. */
export function withinCycle(pages: readonly Page[]): readonly Page[] {
  let seconds = 0;
  return pages.filter(({ dwell }) => (seconds += dwell) <= LONGEST_CYCLE);
}
