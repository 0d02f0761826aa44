import type { Edition } from '../core/edition.ts';
import { API } from '../core/search/api.ts';
import type { SearchManifest } from '../core/search/manifest.ts';
import { catalogueHeads, cataloguePath } from './catalogues.ts';
import { digestOf } from './digest.ts';
import { spellingHeads, spellingPath } from './kiosk-search.ts';
import { indexShards, yearMarks } from './search-shards.ts';
import { TEXTS_IN_FILE } from './search-texts.ts';
import { simplifiedFile, SIMPLIFIED, SYNONYMS } from './query-expansion.ts';

/** What the search page must know before it asks for any file. */
export function searchManifest(edition: Edition): SearchManifest {
  const spellings = spellingHeads(edition);
  return {
    base: edition.address(),
    years: catalogueHeads(edition).map(({ year, name, lastDeadline }, place) => ({
      year,
      catalogue: cataloguePath({ name }),
      texts: digestOf(yearMarks(edition, year).map(({ digest }) => digest)),
      spelling: spellingPath(spellings[place]!),
      lastDeadline,
    })),
    shards: indexShards(edition).map(({ name, language, tag, newest }) => ({ name, language, tag, newest })),
    synonyms: `${SYNONYMS}?${digestOf(edition.synonyms)}`,
    simplified: `${SIMPLIFIED}?${digestOf(simplifiedFile())}`,
    ...(edition.site?.searchServer === true && { api: API }),
    scripts: [],
    textsInFile: TEXTS_IN_FILE,
  };
}
