import type { Shelf } from '../search/shelf.ts';

/** Characters in a piece at least: single ones stand in everything. */
const SHORTEST = 2;

/** Codes and figures are not cut. */
const HAN = /\p{Script=Han}/u;

/**
 * A part that was written without blanks, divided so that some announcement has every piece in its title, code or
 * parties: `更合镇道路招标` is 更合镇 道路 招标. Of all ways the one with the fewest pieces, of those the most frequent;
 * nothing where there is none.
 */
export function dividedAs(part: string, shelves: readonly Shelf[]): readonly string[] | undefined {
  if (part.length < 2 * SHORTEST || !HAN.test(part)) return undefined;
  const counts = new Map<string, number>();
  for (const { titles, codes, parties } of shelves) {
    for (const [row, title] of titles.entries()) {
      const pieces = piecesIn(`${title}\n${codes[row]!}\n${parties[row]!}`, part);
      if (pieces) counts.set(pieces.join('\n'), (counts.get(pieces.join('\n')) ?? 0) + 1);
    }
  }
  const [best] = [...counts]
    .map(([joined, count]) => ({ pieces: joined.split('\n'), count }))
    .sort((a, b) => a.pieces.length - b.pieces.length || b.count - a.count);
  return best?.pieces;
}

/** The fewest pieces of a part that all stand in a text. */
function piecesIn(text: string, part: string): readonly string[] | undefined {
  // Most texts have not even the first two characters, or the last.
  if (text.indexOf(part.slice(0, SHORTEST)) < 0 || text.indexOf(part.slice(-SHORTEST)) < 0) return undefined;
  const fewest: (readonly string[] | undefined)[] = [[]];
  for (let end = SHORTEST; end <= part.length; end += 1) {
    for (let from = 0; from <= end - SHORTEST; from += 1) {
      const before = fewest[from];
      if (!before || before.length + 1 >= (fewest[end]?.length ?? Infinity)) continue;
      const piece = part.slice(from, end);
      if (text.indexOf(piece) >= 0) fewest[end] = [...before, piece];
    }
  }
  return fewest[part.length];
}
