import type { Instant } from '../../announcement/instant.ts';
import { listDwell, LONGEST_CYCLE } from './dwell.ts';
import { countItems, type Feed, type Item } from './feed.ts';
import type { Layout } from './layout.ts';
import { rowHeight } from './row-height.ts';
import { partsAt, type ShownPart } from './parts.ts';

/** One page of a screen. */
export interface Page extends ShownPart {
  /** Which part of the round it is of, counted from 0. */
  part: number;
  /** Its rows nearly fill the list: they may share what room is left. */
  isFull: boolean;
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

/** The round of pages at a moment, part after part. A part without items has none. */
export const pagesAt = (feed: Feed, now: Instant | undefined, paging: Paging): readonly Page[] =>
  roundAt(feed, now, paging).flat();

/** The pages of each part at a moment. Where there is more than a round holds, every part gives way. */
export function roundAt(feed: Feed, now: Instant | undefined, paging: Paging): readonly (readonly Page[])[] {
  const parts = partsAt(feed, now);
  return withinCycle(parts.map((part, index) => cutPages(part, index, paging))).map((pages, index) => {
    const { items, leftOut } = parts[index]!;
    const left = leftOut === undefined ? undefined : leftOut + items.length - countItems(pages);
    return pages.map((page) => ({ ...page, leftOut: left }));
  });
}

/** With more of the list empty than this, rows stay at its top. */
const SHARED_ROOM = 0.3;

/** The rows of a page, and what room they leave in the list. */
interface Filling {
  items: Item[];
  room: number;
}

/** Cuts a part, the `index`th of its round, into as few pages as it takes, with about as many rows on each. */
export function cutPages(part: ShownPart, index: number, paging: Paging): readonly Page[] {
  const { layout, factor } = paging;
  const full = fill(part, layout.rows, paging);
  const even = fill(part, Math.ceil(part.items.length / full.length), paging);
  return (even.length === full.length ? even : full).map(({ items, room }) => ({
    ...part,
    part: index,
    items,
    isFull: room <= layout.list * SHARED_ROOM,
    dwell: listDwell(items.map(textOf), factor),
  }));
}

/** Fills one page after the other with at most `rows` rows. An item higher than the list has a page of its own. */
function fill({ kind, items }: ShownPart, rows: number, { layout, generated }: Paging): readonly Filling[] {
  const pages: Filling[] = [];
  for (const item of items) {
    const height = rowHeight(kind, item, generated, layout);
    const page = pages[pages.length - 1];
    if (page && height <= page.room && page.items.length < rows) {
      page.items.push(item);
      page.room -= height;
    } else pages.push({ items: [item], room: layout.list - height });
  }
  return pages;
}

/** All that one reads of an item once it is found. */
const textOf = ({ title, detail = '', changes = [] }: Item): string =>
  [title, detail, ...changes.flatMap(({ label, was, now }) => [label, was, now])].join('，');

/** Seconds until the first page returns. */
export const cycleOf = (pages: readonly { dwell: number }[]): number =>
  pages.reduce((sum, { dwell }) => sum + dwell, 0);

/**
 * The pages of each part that fit into one round: first pages before second ones, so that no part crowds out another.
 * What is left out is found elsewhere, since no page stays shorter.
 */
export function withinCycle<P extends { dwell: number }>(
  parts: readonly (readonly P[])[],
): readonly (readonly P[])[] {
  const kept = parts.map(() => 0);
  const deepest = Math.max(0, ...parts.map((pages) => pages.length));
  let seconds = 0;
  for (let depth = 0; depth < deepest; depth++) {
    for (const [index, pages] of parts.entries()) {
      const page = pages[depth];
      if (!page || kept[index] !== depth || seconds + page.dwell > LONGEST_CYCLE) continue;
      seconds += page.dwell;
      kept[index] = depth + 1;
    }
  }
  return parts.map((pages, index) => pages.slice(0, kept[index]));
}
