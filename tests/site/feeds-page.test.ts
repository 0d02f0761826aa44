import { expect, test } from 'vitest';
import { tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { tender } from './tenders.ts';
import { dataCatalogue } from '../../src/site/datasets.ts';
import { feedsPage } from '../../src/site/feeds-page.ts';

const NOW = '2026-03-13T09:00+08:00';
const pageOf = (...trees: readonly Tree[]) => feedsPage(editionFrom(tenderAnd(...trees), NOW));

/** A tender of a buyer of its own. */
const of = (buyer: string, id: string): Tree => {
  const [[file, text]] = Object.entries(tender(id, '2026-03-05', '2026-03-27')) as [[string, string]];
  return { [file]: text.replace('高明区示例街道建设办公室', buyer) };
};

test('每种订阅都有两种地址，最后是全部的清单', () => {
  const page = pageOf();
  expect(page.example).toBe('https://www.example.gov.cn/feeds/all.xml');
  expect(page.main[0]).toMatchObject({ rss: '/feeds/all.xml', json: '/feeds/all.json' });
  expect(page.opml.at(-1)).toEqual({ title: '以上全部', href: '/feeds/all.opml' });
});

test('单位按它的身份列，一个身份里每个名字一次', () => {
  const page = pageOf(of('高明区示例水利局', 't1'), of('高明区示例水利局', 't2'));
  expect(page.buyers).toHaveLength(1);
  expect(page.buyers[0]).toMatchObject({ label: '招标人', count: 2, parts: [{ letter: undefined }] });
  expect(page.buyers[0]!.parts[0]!.feeds.map(({ title }) => title)).toEqual([
    '高明区示例街道建设办公室',
    '高明区示例水利局',
  ]);
});

test('单位多了，按拼音首字母分', () => {
  const names = [...'阿波次得额佛哥和机科乐摸讷欧坡期日思特我西一资'].map((name) => `${name}示例局`);
  const page = pageOf(...names.map((name, number) => of(name, `b${number}`)));
  const { count, parts } = page.buyers[0]!;
  expect(count).toBe(24);
  expect(parts.length).toBeGreaterThan(15);
  expect(parts.map(({ letter }) => letter)).toEqual(parts.map(({ letter }) => letter).toSorted());
  expect(parts.flatMap(({ feeds }) => feeds)).toHaveLength(24);
});

test('类型只列有公告的', () => {
  expect(pageOf().types.map(({ label, feeds }) => [label, ...feeds.map(({ title }) => title)])).toEqual([
    ['建设工程', '招标公告'],
  ]);
});

test('给程序看的数据目录，每年一份，有表格和目录；写了使用条件的写明', () => {
  const plain = dataCatalogue(editionFrom(tenderAnd(), NOW)) as unknown as Record<string, unknown>;
  expect(plain).not.toHaveProperty('license');
  expect(plain['dataset']).toMatchObject([
    {
      temporalCoverage: '2026',
      distribution: [{ encodingFormat: 'text/csv' }, { encodingFormat: 'application/json' }],
    },
  ]);
  const settings = { 'site.yaml': `${String(tenderAnd()['site.yaml'])}数据许可: 可以免费使用\n` };
  const licensed = dataCatalogue(editionFrom(tenderAnd(settings), NOW));
  expect(licensed).toMatchObject({ license: { name: '可以免费使用' } });
});
