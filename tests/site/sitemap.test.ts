import { expect, test } from 'vitest';
import { later, move, tenderAnd } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';
import { others } from './tenders.ts';
import { partyIdOf } from '../../src/core/party/name.ts';
import { categories } from '../../src/core/announcement/category.ts';
import type { Edition } from '../../src/core/edition.ts';
import {
  sitemapIndex,
  sitemapPart,
  sitemapParts,
  toSitemap,
  toSitemapIndex,
} from '../../src/site/sitemap.ts';

const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
const site = 'https://www.example.gov.cn/';

const partsOf = (edition: Edition) =>
  sitemapParts(edition).map((name, index) => ({
    name,
    newest: sitemapIndex(edition)[index]!.lastModified,
    pages: sitemapPart(edition, name),
  }));
const parts = (now = '2026-06-01T09:00+08:00') => partsOf(editionFrom(tenderAnd(...others, extension), now));
const urlsOf = (name: string, now?: string): readonly string[] =>
  parts(now)
    .find((part) => part.name === name)!
    .pages.map(({ url }) => url.replace(site, ''));

test('每年一份，新的在前，不分年的和单位的各单独一份', () => {
  expect(parts().map(({ name, newest }) => [name, newest])).toEqual([
    ['pages', undefined],
    ['2026', '2026-03-10T09:00:00+08:00'],
    ['2025', '2025-06-01T09:00:00+08:00'],
    ['parties', undefined],
  ]);
  expect(urlsOf('parties')).toEqual([`parties/${partyIdOf('高明区示例街道建设办公室')}/`]);
  expect(urlsOf('pages')).toEqual(expect.arrayContaining(['parties/', 'parties/letter/s/']));
});

test('每份公告、每个项目、每个有公告的月份都在它那一年里，一个地址只列一次', () => {
  const urls = urlsOf('2026');
  for (const id of ['tender', 'c1', 't1', 't2', 't3']) expect(urls).toContain(`announcements/${id}/`);
  expect(urls).toEqual(
    expect.arrayContaining([
      'projects/gm-js-2026-001/',
      'construction/2026/',
      'construction/2026/02/',
      'construction/2026/03/',
      'changes/2026/03/',
      'statistics/2026/',
    ]),
  );
  expect(urlsOf('2025').filter((url) => url.startsWith('announcements/'))).toEqual(['announcements/t4/']);
  const all = parts().flatMap(({ pages }) => pages.map(({ url }) => url));
  expect(new Set(all).size).toBe(all.length);
});

test('没有公告的类别，它的年份和月份不列，类别的页列', () => {
  expect(urlsOf('2026').filter((url) => url.startsWith('land/'))).toEqual([]);
  expect(urlsOf('pages')).toEqual(
    expect.arrayContaining(['', 'open/', 'help/', ...categories.map((one) => `${one}/`)]),
  );
});

test('被更正的公告和它的项目，改动时间是更正的时间', () => {
  const changed = (path: string): string | undefined =>
    parts()[1]!.pages.find(({ url }) => url === site + path)!.lastModified;
  expect(changed('announcements/tender/')).toBe('2026-03-10T09:00:00+08:00');
  expect(changed('announcements/t2/')).toBe('2026-03-06T09:00:00+08:00');
  expect(changed('projects/gm-js-2026-001/')).toBe('2026-03-10T09:00:00+08:00');
});

test('以前的年份不因今天而变', () => {
  const old = (now: string) => parts(now).find(({ name }) => name === '2025');
  expect(old('2026-06-01T09:00+08:00')).toEqual(old('2026-12-31T09:00+08:00'));
});

test('结果的项目算在它第一份公告的那一年', () => {
  const award = later(
    'award',
    '中标结果公告',
    '2027-01-10 09:00',
    '中标人: 佛山示例建设有限公司\n中标价: 350万元',
  );
  const years = partsOf(editionFrom(tenderAnd(award), '2027-02-01T09:00+08:00'));
  const withProject = years.filter(({ pages }) =>
    pages.some(({ url }) => url.endsWith('/projects/gm-js-2026-001/')),
  );
  expect(withProject.map(({ name }) => name)).toEqual(['2026']);
});

test('写成文件，地址里的符号不破坏它', () => {
  const page = { url: `${site}search/?a=1&b=<2>`, lastModified: '2026-03-10T09:00:00+08:00' };
  const entry = `<loc>${site}search/?a=1&amp;b=&lt;2&gt;</loc><lastmod>2026-03-10T09:00:00+08:00</lastmod>`;
  expect(toSitemap([page, { url: site }])).toContain(`<url>${entry}</url>\n<url><loc>${site}</loc></url>`);
  expect(toSitemapIndex([page])).toContain(`<sitemap>${entry}</sitemap>`);
});
