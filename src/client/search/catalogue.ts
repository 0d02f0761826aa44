import { listedIn, type Catalogue, type Listed } from '../../core/search/catalogue.ts';
import { searchable } from '../../core/search/text.ts';
import type { SearchManifest } from '../../core/search/manifest.ts';
import { once, readJson } from './site-files.ts';

/** An announcement with the text that is searched without Pagefind, in searchable form. */
export interface Candidate {
  listed: Listed;
  text: string;
  /** The file that holds its text for excerpts, below the site's root. */
  textFile: string;
}

type Year = SearchManifest['years'][number];

/** The announcements of a year, the newest first. */
export const candidatesOf = (manifest: SearchManifest, year: Year): Promise<readonly Candidate[]> =>
  once(year.catalogue, async () => {
    const catalogue = await readJson<Catalogue>(manifest.base + year.catalogue);
    return listedIn(catalogue).map((listed, place) => ({
      listed,
      text: textOf(listed),
      textFile: textFileOf(year, catalogue.id.length - 1 - place, manifest.textsInFile),
    }));
  });

/** Title, project code and parties, apart from each other. */
const textOf = ({ title, projectCode, principal, agency, winner }: Listed): string =>
  [title, projectCode, principal?.text, agency?.text, winner?.text]
    .map((text) => searchable(text ?? ''))
    .join('\n');

/** Files of texts count from the oldest announcement of the year, so that a new one changes the last file alone. */
const textFileOf = ({ year, texts }: Year, fromOldest: number, inFile: number): string =>
  `search/texts/${year}-${Math.floor(fromOldest / inFile) + 1}.json?${texts}`;

/** Whether an announcement has every part in its title, code and parties. */
export const hasParts = ({ text }: Candidate, parts: readonly string[]): boolean =>
  parts.every((part) => text.indexOf(part) >= 0);
