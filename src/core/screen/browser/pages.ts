import type { Instant } from '../../announcement/instant.ts';
import { isGrouped } from './columns.ts';
import { listDwell, LONGEST_CYCLE } from './dwell.ts';
import type { Feed, Item, PartKind } from './feed.ts';
import { linesIn, type Layout } from './layout.ts';
import { nameOf } from './name.ts';
import { boardPages, type Opening } from './openings.ts';
import { partsAt, type DayCounts, type ShownPart } from './parts.ts';
import { openingLines, rowLines } from './row-lines.ts';

/** How a page is set: today's openings, the next of several parts side by side, or one part alone. */
type Form = 'board' | 'groups' | 'list';

/** The rows of a page that are of one part, the `part`th of the round, counted from 0. */
export interface Group {
  kind: PartKind;
  part: number;
  items: readonly Item[];
  /** Of openings of the days ahead the moment of the first. */
  next?: Instant | undefined;
}

/** One page of a screen. */
export interface Page {
  form: Form;
  kind: PartKind;
  heading: string;
  groups: readonly Group[];
  /** Those of all groups. */
  items: readonly Item[];
  /** Of a board how each stands, in the order of `items`. */
  openings: readonly Opening[];
  counts?: DayCounts | undefined;
  /** How many more there are; see `ShownPart`. */
  leftOut?: number | undefined;
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

/**
 * The pages of each part at a moment; where several stand together, all are the first one's. Where there is more than
 * a round holds, every part gives way.
 */
export function roundAt(feed: Feed, now: Instant | undefined, paging: Paging): readonly (readonly Page[])[] {
  const parts = partsAt(feed, now);
  const together = togetherIn(parts, now);
  const pages = parts.map((part, index) => {
    if (together.indexOf(index) < 0) return cutPages(part, index, paging);
    return index === together[0] ? groupPages(parts, together, paging) : [];
  });
  return withinCycle(pages).map((own) => own.map((page) => ({ ...page, leftOut: leftOutOf(own, parts) })));
}

/** Of all that a page's parts are about, what none of these pages shows. */
function leftOutOf(pages: readonly Page[], parts: readonly ShownPart[]): number | undefined {
  const own = new Set(pages.flatMap(({ groups }) => groups.map(({ part }) => part)));
  const left = Array.from(own, (index) => {
    const { leftOut, openings, items } = parts[index]!;
    if (leftOut === undefined) return undefined;
    // What is over stands on the board only while it has room for it.
    if (openings) {
      const shown = new Set(pages.flatMap((page) => page.openings.map(({ item }) => item)));
      return leftOut + openings.filter(({ phase, item }) => phase !== 'past' && !shown.has(item)).length;
    }
    const rows = pages.flatMap(({ groups }) => groups.filter(({ part }) => part === index));
    return leftOut + items.length - rows.reduce((sum, row) => sum + row.items.length, 0);
  }).filter((count): count is number => count !== undefined);
  return left.length === 0 ? undefined : left.reduce((sum, count) => sum + count, 0);
}

/** Which parts stand together; none where there is only one. Without a clock none is known to be near. */
function togetherIn(parts: readonly ShownPart[], now: Instant | undefined): readonly number[] {
  if (now === undefined) return [];
  const found = parts
    .map((_, index) => index)
    .filter((index) => {
      const { kind, items, openings, scope } = parts[index]!;
      return items.length > 0 && !openings && scope === undefined && isGrouped(kind);
    });
  return found.length > 1 ? found : [];
}

/** Stands over parts that stand together. */
const TOGETHER_HEADING = '近期安排';

/** The names of groups, down their sides. */
export const GROUP_WORDS: Partial<Record<PartKind, string>> = {
  openings: '开标',
  closing: '截止',
  corrections: '更正',
};

/** Most groups of a page. */
export const MOST_GROUPS = 3;

/** Each page takes one of each part in turn, as long as it has room: the first holds what comes first of each. */
function groupPages(
  parts: readonly ShownPart[],
  together: readonly number[],
  { layout, factor, generated }: Paging,
): readonly Page[] {
  const left = together.map((part) => ({ part, kind: parts[part]!.kind, items: [...parts[part]!.items] }));
  const pages: Page[] = [];
  while (left.some(({ items }) => items.length > 0)) {
    const groups = left.slice(0, MOST_GROUPS).map(({ part, kind }) => ({
      part,
      kind,
      items: [] as Item[],
      next: nextIn(parts[part]!),
    }));
    let room = linesIn(layout);
    for (let grew = true; grew;) {
      grew = false;
      for (const group of groups) {
        const { items } = left.filter(({ part }) => part === group.part)[0]!;
        const [item] = items;
        if (!item) continue;
        const lines = rowLines(group.kind, item, generated, layout, true);
        const isFirst = groups.every((one) => one.items.length === 0);
        if (lines > room && !isFirst) continue;
        group.items.push(item);
        items.shift();
        room -= lines;
        grew = true;
      }
    }
    const shown = groups.filter(({ items }) => items.length > 0);
    pages.push(pageOf('groups', shown[0]!.kind, TOGETHER_HEADING, shown, factor));
  }
  return pages;
}

/** Cuts a part, the `index`th of its round, into as few pages as it takes; the last may be short. */
export function cutPages(part: ShownPart, index: number, paging: Paging): readonly Page[] {
  const { layout, factor, generated } = paging;
  const { kind, heading, items, openings, counts } = part;
  if (items.length === 0) return [];
  if (!openings) {
    const lines = (item: Item): number => rowLines(kind, item, generated, layout, false);
    return fill(items, linesIn(layout), lines).map((rows) =>
      pageOf('list', kind, heading, [{ kind, part: index, items: rows, next: nextIn(part) }], factor),
    );
  }
  const lines = (one: Opening): number => openingLines(one, layout);
  return boardPages(openings, linesIn(layout), lines).map((rows) => {
    const group = { kind, part: index, items: rows.map(({ item }) => item) };
    return { ...pageOf('board', kind, heading, [group], factor), openings: rows, counts };
  });
}

/** Whoever looks for what is opened next looks for it first. */
const nextIn = ({ kind, isNext, items }: ShownPart): Instant | undefined =>
  kind === 'openings' && isNext ? items[0]?.at : undefined;

function pageOf(form: Form, kind: PartKind, heading: string, groups: readonly Group[], factor: number): Page {
  const items = groups.flatMap((group) => group.items);
  return { form, kind, heading, groups, items, openings: [], dwell: listDwell(items.map(textOf), factor) };
}

/** Fills one page after the other. An item higher than the list has a page of its own. */
function fill<T>(all: readonly T[], lines: number, linesOf: (one: T) => number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let room = 0;
  for (const one of all) {
    const height = linesOf(one);
    const page = pages[pages.length - 1];
    if (page && height <= room) page.push(one);
    else {
      pages.push([one]);
      room = lines;
    }
    room -= height;
  }
  return pages;
}

/** All that one reads of an item once it is found. */
const textOf = (item: Item): string =>
  [
    nameOf(item),
    item.detail ?? '',
    ...(item.changes ?? []).flatMap(({ label, was, now }) => [label, was, now]),
  ].join('，');

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
