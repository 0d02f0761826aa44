import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { namesTakenIn, namesTakenInRoot } from '../../../src/core/corpus/taken-names.ts';

const routes = readdirSync('src/pages').filter((name) => !name.startsWith('_'));

test.each(routes.filter((name) => !name.startsWith('[')))(
  'the route %s takes its name by itself',
  (route) => {
    const name = route.replace(/\.(astro|ts)$/u, '').replace(/\[\w+\]/u, '2026');
    expect(namesTakenInRoot().has(name)).toBe(true);
  },
);

test('only categories and the pages of content/ have names that no file of a route shows', () => {
  expect(routes.filter((name) => /^\[[^\]]*\](\.astro)?$/u.test(name))).toEqual([
    '[category]',
    '[page].astro',
  ]);
});

test.each([
  'Search',
  'SITEMAP-2030.XML',
  'land',
  'assets',
  'favicon.svg',
  '404',
  '404.html',
  '500',
  'index',
  'default.htm',
])('%s in the root of the site is taken', (name) => expect(namesTakenInRoot().has(name)).toBe(true));

test.each(['help', 'searching', 'sitemap-.xml', 'sitemap-a.xml.gz', 'robots', 'page', 'constructions'])(
  '%s in the root of the site is free',
  (name) => expect(namesTakenInRoot().has(name)).toBe(false),
);

test('among screens the folder of their data is taken, and nothing else', () => {
  expect(namesTakenIn('display').has('data')).toBe(true);
  expect(['hall', 'index', 'code', 'id'].filter((name) => namesTakenIn('display').has(name))).toEqual([]);
});
