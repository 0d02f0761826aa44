import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../core/search/catalogue.ts';
import { textFileOf, type SearchManifest } from '../core/search/manifest.ts';

/** The text of one announcement, as it is searched. */
export interface SiteRecord {
  readonly id: string;
  /** The title first. */
  readonly sections: readonly string[];
}

/** What a finished site says of its announcements to whoever searches it. */
export interface PublishedSite {
  readonly manifest: SearchManifest;
  /** The moment at which a sample site stands; nothing on a site of our days. */
  readonly standing: string | undefined;
  catalogue(year: string): Catalogue;
  /** Every text of a year, in the order of its catalogue. @throws when one is missing */
  records(year: string): Iterable<SiteRecord>;
}

/** Gives the text of a file by its path below the site's root. @throws when it is not there */
type ReadFile = (path: string) => string;

/** The page that names all that the search reads. */
const PAGE = 'search/index.html';

/** Reads a site by the files that its own search page fetches. @throws when they are not a site's */
export function publishedSite(read: ReadFile): PublishedSite {
  const html = read(PAGE);
  const [, json] = /<script id="search-manifest" type="application\/json">(.*?)<\/script>/su.exec(html) ?? [];
  if (json === undefined) throw new Error(`${PAGE} 里没有检索要用的清单`);
  const manifest = JSON.parse(json) as SearchManifest;
  const [, standing] = /<meta name="zhangbang:now" content="([^"]+)"/u.exec(html) ?? [];
  const catalogue = (year: string): Catalogue =>
    JSON.parse(read(manifest.years.find((other) => other.year === year)!.catalogue)) as Catalogue;
  return {
    manifest,
    standing,
    catalogue,
    records: (year) => recordsOf(catalogue(year), manifest, read),
  };
}

function* recordsOf(catalogue: Catalogue, manifest: SearchManifest, read: ReadFile): Generator<SiteRecord> {
  let file = '';
  let texts: Readonly<Record<string, readonly string[]>> = {};
  for (const [row, id] of catalogue.id.entries()) {
    const path = textFileOf(manifest, catalogue, row).slice(manifest.base.length).replace(/\?.*$/u, '');
    if (path !== file) texts = JSON.parse(read(path)) as typeof texts;
    file = path;
    const sections = texts[id];
    if (!sections) throw new Error(`${path} 里没有公告 ${id} 的正文`);
    yield { id, sections: [catalogue.title[row]!, ...sections] };
  }
}

/** The files of a site in a folder. */
export const filesIn =
  (folder: string): ReadFile =>
  (path) =>
    readFileSync(join(folder, path), 'utf8');

/** Changes whenever another build takes the place of the site in a folder; nothing where there is no site. */
export function buildIn(folder: string): string | undefined {
  const found = statSync(join(folder, PAGE), { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}
