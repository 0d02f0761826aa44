import { expect, test } from 'vitest';
import { loadContent } from '../../src/site/content.ts';
import { filesLike, textOf } from './site.ts';

const { absolute } = loadContent().edition;

const locations = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, address]) => address!.replaceAll('&amp;', '&'));

test('the site map for search engines names every page that may be found, and no other', () => {
  const parts = locations('sitemap.xml').map((address) => address.slice(absolute().length));
  expect(parts).toEqual(expect.arrayContaining(['sitemap-pages.xml']));
  expect([...parts].sort()).toEqual(filesLike('sitemap-*.xml'));
  const named = parts.flatMap(locations);
  const pages = filesLike('**/index.html')
    .filter((file) => isIndexable(file))
    .map((file) => absolute(file.replace(/index\.html$/u, '')));
  expect([...named].sort()).toEqual(pages.sort());
});

/** A page that asks not to be indexed, or that names another as the one to be indexed, stays out. */
function isIndexable(file: string): boolean {
  const html = textOf(file);
  const canonical = /<link rel="canonical" href="([^"]+)"/u.exec(html)?.[1];
  const own = absolute(file.replace(/index\.html$/u, ''));
  return !/<meta name="robots" content="noindex/u.test(html) && canonical === own;
}

test('robots may read everything, and are told where the site map is', () => {
  const text = textOf('robots.txt');
  expect(text).toContain('User-agent: *\nAllow: /\n');
  expect(text).toContain(`Sitemap: ${absolute('sitemap.xml')}`);
});
