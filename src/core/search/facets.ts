import type { Question, Status } from './question.ts';
import { statusOf, type Shelf } from './shelf.ts';

/** Groups of conditions with a choice of values; of each group any of the chosen values will do. */
export const FACETS = ['category', 'type', 'region', 'status'] as const;

export type Facet = (typeof FACETS)[number];

/** Number of announcements by value. */
export type Counts = ReadonlyMap<string, number>;

/** A group of conditions as the rows of one year meet it. */
interface FacetOn {
  facet: Facet;
  meets(row: number): boolean;
  /** Adds a row to the values it has. */
  count(row: number, counts: Map<string, number>): void;
}

export function facetOn(facet: Facet, shelf: Shelf, question: Question, now: number): FacetOn {
  const { category, type, region } = shelf.catalogue;
  if (facet === 'category') return column(facet, shelf, category, question.categories);
  if (facet === 'type') return column(facet, shelf, type, question.types);
  if (facet === 'region') return column(facet, shelf, region, question.regions);
  return {
    facet,
    meets: (row) =>
      question.statuses.length === 0 ||
      statusesOf(shelf, row, now).some((status) => question.statuses.indexOf(status) >= 0),
    count: (row, counts) => statusesOf(shelf, row, now).forEach((status) => addOne(counts, status)),
  };
}

function column(
  facet: Facet,
  { catalogue }: Shelf,
  places: readonly number[],
  chosen: readonly string[],
): FacetOn {
  const isChosen = catalogue.terms.map((term) => chosen.length === 0 || chosen.indexOf(term) >= 0);
  return {
    facet,
    meets: (row) => isChosen[places[row]!]!,
    count: (row, counts) => {
      if (places[row] !== 0) addOne(counts, catalogue.terms[places[row]!]!);
    },
  };
}

const addOne = (counts: Map<string, number>, value: string): void =>
  void counts.set(value, (counts.get(value) ?? 0) + 1);

/** What a row answers to: its tags; 可参与 until its end, 即将截止 too; 已更正 also where more has befallen it since. */
function statusesOf(shelf: Shelf, row: number, now: number): readonly Status[] {
  const { happening, time } = statusOf(shelf, row, now);
  const statuses: Status[] = [];
  if (time) statuses.push(time);
  if (time === 'soon') statuses.push('open');
  if (happening) statuses.push(happening);
  if (shelf.catalogue.corrected[row] === 1 && happening !== 'corrected') statuses.push('corrected');
  return statuses;
}
