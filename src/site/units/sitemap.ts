import { sitemapParts } from '../sitemap.ts';
import { file, type Kind } from '../unit.ts';

/** The list of the parts of the site map. */
const index: Kind = {
  name: 'site map',
  keys: () => [''],
  pages: () => [file('sitemap.xml')],
};

/** A part of the site map. */
const part: Kind = {
  name: 'part of the site map',
  keys: sitemapParts,
  pages: (_, key) => [file('sitemap-[part].xml', { part: key })],
};

export const sitemap: readonly Kind[] = [index, part];
