import { listedAt, type Listed } from '../search/catalogue.ts';
import { chooserOf, type Choices, type Counted } from './choices.ts';
import { otherwise, placeOf, type Places } from './letters.ts';
import { livingKeys } from './living-keys.ts';
import { marksIn, type Marks } from './mark.ts';
import type { Shelf } from './shelf.ts';
import type { Trail } from './trail.ts';

export interface Found {
  /** How many there are, of which `hits` are the page that was asked for. */
  total: number;
  hits: readonly Hit[];
  counts: Counted;
  /** Those of `a` to `z` and `0` to `9` that lead on to at least one of these announcements; all others are dead. */
  nextKeys: ReadonlySet<string>;
}

export interface Hit extends Marks {
  announcement: Listed;
  /** Whether one can still take part in it. */
  isOpen: boolean;
}

/**
 * The announcements that a trail leads to and the choices leave: first those that have the keys in the title, as it is
 * read, then those that have them there by another reading of a character, then those that have them in their code; of
 * each those that one can still take part in before the rest, the newest first. Where only what is open is chosen, what
 * closes next comes first.
 * @param at.now milliseconds since 1970
 * @param at.first place of the first hit of the page, 0 for the first page
 * @param at.count hits on a page
 */
export function find(
  trail: Trail,
  choices: Choices,
  { now, first, count }: { now: number; first: number; count: number },
): Found {
  // Of each rank no more are kept than can be on the page; to sort them takes all.
  const kept = choices.isOpen ? Infinity : first + count;
  const ranks: Row[][] = [[], [], [], [], [], []];
  let total = 0;
  const chooser = chooserOf(choices, now);
  const living = livingKeys();
  for (const [number, shelf] of trail.shelves.entries()) {
    const isChosen = chooser.on(shelf);
    eachRow(shelf, trail.found?.[number], (row, where, from, to) => {
      if (!isChosen(row)) return;
      total += 1;
      const rank = ranks[2 * where + (shelf.runsUntil[row]! > now ? 0 : 1)]!;
      if (rank.length < kept) rank.push({ shelf, row });
      living.add(shelf, row, trail.found?.[number], from, to);
    });
  }
  const rows = (choices.isOpen ? ranks.map(byClosing) : ranks).flat();
  return {
    total,
    hits: rows.slice(first, first + count).map(({ shelf, row }) => ({
      announcement: listedAt(shelf.catalogue, row),
      isOpen: shelf.openUntil[row]! > now,
      ...marksIn(shelf, row, trail.keys),
    })),
    counts: chooser.counted(),
    nextKeys: living.keys(),
  };
}

interface Row {
  shelf: Shelf;
  row: number;
}

const byClosing = (rows: readonly Row[]): readonly Row[] =>
  rows.slice().sort((a, b) => a.shelf.openUntil[a.row]! - b.shelf.openUntil[b.row]!);

/** Where keys are found in a row: in its title as it is read, there by another reading, or in what stands beside it. */
type Where = typeof IN_TITLE | typeof OTHERWISE | typeof BESIDE;
const [IN_TITLE, OTHERWISE, BESIDE] = [0, 1, 2] as const;

/**
 * Tells each row that keys were found in, in order, and which of the places they were found in are in it; every row
 * before the first key.
 */
function eachRow(
  { begins, titleEnds }: Shelf,
  found: Places | undefined,
  visit: (row: number, where: Where, from: number, to: number) => void,
): void {
  if (!found) {
    for (let row = 0; row < titleEnds.length; row += 1) visit(row, IN_TITLE, 0, 0);
    return;
  }
  let row = 0;
  for (let from = 0, to = 0; from < found.length; from = to) {
    while (begins[row + 1]! <= placeOf(found[from]!)) row += 1;
    let where: Where = BESIDE;
    while (to < found.length && placeOf(found[to]!) < begins[row + 1]!) {
      if (placeOf(found[to]!) < titleEnds[row]! && where !== IN_TITLE)
        where = otherwise(found[to]!) === 0 ? IN_TITLE : OTHERWISE;
      to += 1;
    }
    visit(row, where, from, to);
  }
}
