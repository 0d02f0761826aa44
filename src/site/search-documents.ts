import type { Edition } from '../core/edition.ts';
import type { SearchDocument } from '../core/search/open-search.ts';
import { listedAt } from '../core/search/catalogue.ts';
import { shelfOf, sumOf } from '../core/search/shelf.ts';
import { wordsOf } from '../core/search/text.ts';
import { catalogueHeads, catalogueOf } from './catalogues.ts';
import { searchRecord, type SearchRecord } from './search.ts';

/** Every announcement as a search engine of somebody else holds it, the newest first. */
export const searchDocuments = (edition: Edition): readonly SearchDocument[] =>
  catalogueHeads(edition).flatMap(({ year }) => {
    const catalogue = catalogueOf(edition, year);
    const shelf = shelfOf(catalogue);
    return catalogue.id.map((id, row) =>
      documentOf(edition, searchRecord(edition, id), {
        type: catalogue.terms[catalogue.type[row]!]!,
        sum: sumOf(shelf, row),
        names: namesIn(listedAt(catalogue, row)),
      }),
    );
  });

/** What the search page finds besides the text; of units that a table joins, the text has not each by itself. */
const namesIn = ({ projectCode, principal, agency, winner, parties }: ReturnType<typeof listedAt>) => [
  projectCode ?? '',
  principal?.text ?? '',
  agency?.text ?? '',
  winner?.text ?? '',
  ...(parties ?? []),
];

function documentOf(
  edition: Edition,
  { id, sections }: SearchRecord,
  { type, sum, names }: { type: string; sum: number | undefined; names: readonly string[] },
): SearchDocument {
  const { title, category, region, principal, projectCode, publishedAt, deadline } = edition.row(id);
  return {
    id,
    words: wordsOf([...sections, ...names.filter(Boolean)]),
    title,
    category,
    type,
    ...(region !== undefined && { region }),
    ...(principal && { principal: principal.text }),
    ...(projectCode !== undefined && { projectCode }),
    publishedAt,
    ...(deadline && { deadline: deadline.value }),
    ...(sum !== undefined && { amountFen: sum }),
  };
}
