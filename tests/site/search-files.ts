import type { Edition } from '../../src/core/edition.ts';
import { searchTextsPath } from '../../src/site/address.ts';
import { catalogueHeads, catalogueOf, cataloguePath } from '../../src/site/catalogues.ts';
import { searchManifest } from '../../src/site/search-manifest.ts';
import { textFiles, textsOf } from '../../src/site/search-texts.ts';

/** The files of a site that a search reads, by their paths, as a build writes them. */
export function* searchFiles(edition: Edition): Generator<readonly [path: string, text: string]> {
  const manifest = JSON.stringify(searchManifest(edition)).replaceAll('<', '\\u003c');
  yield [
    'search/index.html',
    `<meta name="zhangbang:now" content="${edition.now}">` +
      `<script id="search-manifest" type="application/json">${manifest}</script>`,
  ];
  for (const head of catalogueHeads(edition))
    yield [cataloguePath(head), JSON.stringify(catalogueOf(edition, head.year))];
  for (const { name, ids } of textFiles(edition))
    yield [searchTextsPath(name), JSON.stringify(textsOf(edition, ids))];
}
