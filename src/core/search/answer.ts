import { listedAt, type Listed } from './catalogue.ts';
import { textFileOf, type SearchManifest } from './manifest.ts';
import type { Rank } from './meet.ts';
import type { Hit } from './order.ts';
import type { Question } from './question.ts';
import type { Selection } from './select.ts';
import { ROWS_ON_PAGE } from './summary.ts';

/** One row of an answer. */
export interface FoundRow {
  listed: Listed;
  rank: Rank;
  /** Address of the file that its excerpt is taken from. */
  texts: string;
}

/** What the search page shows of all that was found. */
export interface Answer {
  /** How many were found, on all pages. */
  total: number;
  /** How many of them have the words in their text alone. */
  inTexts: number;
  /** The rows of the page that was asked for. */
  rows: readonly FoundRow[];
  /** Ids of the first page: of all that was found, where that is little. */
  first: readonly string[];
  counts: Selection['counts'];
  /** Whether every text that the question looks through was searched for its words. */
  hasTexts: boolean;
}

/** The page of a selection that a question asks for. */
export function answerOf(
  { hits, counts }: Selection,
  { page }: Question,
  manifest: SearchManifest,
  hasTexts = false,
): Answer {
  return {
    total: hits.length,
    inTexts: hits.filter(({ rank }) => rank === 3).length,
    rows: hits.slice((page - 1) * ROWS_ON_PAGE, page * ROWS_ON_PAGE).map((hit) => foundRow(hit, manifest)),
    first: hits.slice(0, ROWS_ON_PAGE).map(({ shelf, row }) => shelf.catalogue.id[row]!),
    counts,
    hasTexts,
  };
}

/** A row of a catalogue as a page of results shows it. */
export const foundRow = ({ shelf: { catalogue }, row, rank }: Hit, manifest: SearchManifest): FoundRow => ({
  listed: listedAt(catalogue, row),
  rank,
  texts: textFileOf(manifest, catalogue, row),
});
