import type { Edition } from '../core/edition.ts';
import type { SearchManifest } from '../core/search/manifest.ts';
import { spellingPath, spellings } from './kiosk-search.ts';
import { catalogues, digestOf, TEXTS_IN_FILE } from './search.ts';
import { indexShards, recordMarks } from './search-shards.ts';
import { simplifiedFile, SIMPLIFIED, SYNONYMS } from './query-expansion.ts';

/** What the search page must know before it asks for any file. */
export function searchManifest(edition: Edition): SearchManifest {
  const marks = Map.groupBy(recordMarks(edition), ({ year }) => year);
  return {
    base: edition.address(),
    years: catalogues(edition).map(({ name, catalogue: { year, deadline } }, place) => ({
      year,
      catalogue: `data/${name}.json`,
      texts: digestOf(marks.get(year)!.map(({ digest }) => digest)),
      spelling: spellingPath(spellings(edition)[place]!),
      lastDeadline: deadline.reduce((last, other) => (other > last ? other : last), ''),
    })),
    shards: indexShards(edition).map(({ name, language, tag, newest }) => ({ name, language, tag, newest })),
    synonyms: `${SYNONYMS}?${digestOf(edition.synonyms)}`,
    simplified: `${SIMPLIFIED}?${digestOf(simplifiedFile())}`,
    scripts: [],
    textsInFile: TEXTS_IN_FILE,
  };
}
