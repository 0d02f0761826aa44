import type { Edition, View } from '../core/edition.ts';
import { factOf } from '../core/announcement/fact.ts';
import { partiesOf, unitsOf } from '../core/announcement/parties-of.ts';
import { byNewest } from '../core/listing.ts';
import { toCatalogue, type Catalogue, type CatalogueRow } from '../core/search/catalogue.ts';
import { searchable } from '../core/search/text.ts';
import { digestOf } from './digest.ts';

/** What is said of a year's catalogue without opening it. */
interface CatalogueHead {
  year: string;
  /** `catalogue-2026.0a1b2c3d`: it carries the digest of all that is in it. */
  name: string;
  count: number;
  /** The last deadline in it, as it writes it; empty where it has none. */
  lastDeadline: string;
  /** Id of the first announcement of the year. */
  oldest: string;
}

/** What stands, in the catalogue of its year. */
export const CATALOGUE_ROWS: View<CatalogueRow, CatalogueHead> = {
  name: 'catalogue rows',
  map(edition, id) {
    const { withdrawn, publishedAt } = edition.row(id);
    return withdrawn ? [] : [[publishedAt.slice(0, 4), catalogueRow(edition, id)]];
  },
  reduce: (rows, year) => ({ value: headOf(toCatalogue(year, rows.toSorted(byNewest))) }),
};

function headOf(catalogue: Catalogue): CatalogueHead {
  const { year, id, deadline } = catalogue;
  return {
    year,
    name: `catalogue-${year}.${digestOf(catalogue)}`,
    count: id.length,
    lastDeadline: deadline.reduce((last, other) => (other > last ? other : last), ''),
    oldest: id.at(-1)!,
  };
}

/** A row with what lists do not show but people search for. */
export function catalogueRow(edition: Edition, id: string): CatalogueRow {
  const row = edition.row(id);
  const { announcement } = edition.effective(id);
  const named = searchable(row.winner?.text ?? '');
  return {
    ...row,
    agency: factOf(announcement, 'agency'),
    parties: unitsOf(partiesOf(announcement)).filter((name) => !named.includes(searchable(name))),
    isCorrected: edition.events(id).corrected.length > 0,
    isSmeOnly: 'smeOnly' in announcement && announcement.smeOnly === true,
  };
}

/** The heads of all catalogues, the newest year first. */
export const catalogueHeads = (edition: Edition): readonly CatalogueHead[] =>
  edition.reductions(CATALOGUE_ROWS).toReversed();

/** The catalogue of a year: a file for the search page, for kiosks and for whoever else asks. */
export const catalogueOf = (edition: Edition, year: string): Catalogue =>
  toCatalogue(year, edition.newest(CATALOGUE_ROWS, year, Infinity));

/** Where a catalogue lies below the site's root. */
export const cataloguePath = ({ name }: Pick<CatalogueHead, 'name'>): string => `data/${name}.json`;

/** The year in the name of a catalogue or a spelling. */
export const yearIn = (name: string): string => /-(\d{4})\./u.exec(name)![1]!;
