import type { Edition } from '../../src/core/edition.ts';
import type { Spelling } from '../../src/core/kiosk/spelling.ts';
import type { Catalogue } from '../../src/core/search/catalogue.ts';
import { catalogueHeads, catalogueOf } from '../../src/site/catalogues.ts';
import { yearSpelling } from '../../src/site/kiosk-search.ts';
import { recordMarks } from '../../src/site/search-shards.ts';
import { searchRecord, type SearchRecord } from '../../src/site/search.ts';

/** Every catalogue under its name, the newest year first. */
export const catalogues = (edition: Edition): readonly { name: string; catalogue: Catalogue }[] =>
  catalogueHeads(edition).map(({ name, year }) => ({ name, catalogue: catalogueOf(edition, year) }));

/** The spelling of each of them. */
export const spellings = (edition: Edition): readonly Spelling[] =>
  catalogueHeads(edition).map(({ year }) => yearSpelling(edition, year));

/** The text of everything that stands, the oldest first. */
export const searchRecords = (edition: Edition): readonly SearchRecord[] =>
  recordMarks(edition).flatMap(({ id, digest }) => (digest === undefined ? [] : [searchRecord(edition, id)]));
