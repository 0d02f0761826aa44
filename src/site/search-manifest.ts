import type { Edition } from '../core/edition.ts';
import type { SearchManifest } from '../core/search/manifest.ts';
import { spellingPath, spellings } from './kiosk-search.ts';
import { catalogues, digestOf, indexShards, searchRecords, TEXTS_IN_FILE } from './search.ts';
import { simplifiedFile, SIMPLIFIED, SYNONYMS } from './query-expansion.ts';

/** What the search page must know before it asks for any file. */
export function searchManifest(edition: Edition): SearchManifest {
  const texts = Map.groupBy(searchRecords(edition), ({ year }) => year);
  return {
    base: edition.address(),
    years: catalogues(edition).map(({ name, catalogue: { year, deadline } }, place) => ({
      year,
      catalogue: `data/${name}.json`,
      texts: digestOf(texts.get(year)),
      spelling: spellingPath(spellings(edition)[place]!),
      lastDeadline: deadline.reduce((last, other) => (other > last ? other : last), ''),
    })),
    shards: indexShards(edition).map(({ name, language, tag, records }) => ({
      name,
      language,
      tag,
      newest: records[records.length - 1]!.year,
    })),
    synonyms: `${SYNONYMS}?${digestOf(edition.synonyms)}`,
    simplified: `${SIMPLIFIED}?${digestOf(simplifiedFile())}`,
    scripts: [],
    textsInFile: TEXTS_IN_FILE,
  };
}
