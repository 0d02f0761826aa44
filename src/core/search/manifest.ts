import type { Catalogue } from './catalogue.ts';

/** What stands in the page's JSON until its scripts have names. */
export const NO_SCRIPTS = '"scripts":[]';

/** What the search page must know before it asks for any file; it stands in the page as JSON. */
export interface SearchManifest {
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /**
   * The newest first. `catalogue` is a path below the root, `texts` the digest of the year's texts, `lastDeadline` the
   * last one in the year as the catalogue writes it: after it nothing of the year is open any more. `spelling` is how
   * the year's titles are read.
   */
  years: readonly {
    year: string;
    catalogue: string;
    texts: string;
    lastDeadline: string;
    spelling: string;
  }[];
  /** Full-text indexes in the order of search; `tag` is the digest of what is in one, `newest` the last year in it. */
  shards: readonly { name: string; language: string; tag: string; newest: string }[];
  /** Groups of words that mean the same, and traditional characters with the simplified ones; paths as `catalogue`. */
  synonyms: string;
  simplified: string;
  /** Where a search server answers, a path as `catalogue`; nothing where the site has none. */
  api?: string;
  /** The scripts that an answer needs, paths as `catalogue`; written into the page when their names are known. */
  scripts: readonly string[];
  /** Announcements in one file of texts. */
  textsInFile: number;
}

/**
 * The address of the file that holds an announcement's text for excerpts. Files count from the oldest announcement of
 * the year, so that a new one changes the last file alone.
 * @param row of the announcement in the catalogue of its year, which the manifest lists
 */
export function textFileOf(
  { base, years, textsInFile }: SearchManifest,
  { year, id }: Pick<Catalogue, 'year' | 'id'>,
  row: number,
): string {
  const { texts } = years.find((other) => other.year === year)!;
  const number = Math.floor((id.length - 1 - row) / textsInFile) + 1;
  return `${base}search/texts/${year}-${number}.json?${texts}`;
}
