import { expect, test } from 'vitest';
import { tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { tender } from './tenders.ts';
import { dataCatalogue } from '../../src/site/datasets.ts';
import { feedsPage } from '../../src/site/feeds-page.ts';

const NOW = '2026-03-13T09:00+08:00';
const pageOf = (...trees: readonly Tree[]) => feedsPage(editionFrom(tenderAnd(...trees), NOW));

test('每种订阅都有两种地址，最后是全部的清单', () => {
  const page = pageOf();
  expect(page.example).toBe('https://www.example.gov.cn/feeds/all.xml');
  expect(page.main[0]).toMatchObject({ rss: '/feeds/all.xml', json: '/feeds/all.json' });
  expect(page.opml.at(-1)).toEqual({ title: '以上全部', href: '/feeds/all.opml' });
});

test('三个栏目里只有发布过公告的类型和地区；表里一行一种类型，一栏一个地区，没有公告的空着', () => {
  const page = pageOf(tender('t1', '2026-03-05', '2026-03-27', '杨和镇'));
  const [construction] = page.categories;
  expect(construction).toEqual({
    id: 'construction',
    label: '建设工程',
    types: [{ id: 'tender-notice', label: '招标公告' }],
  });
  expect(page.areas.map(({ label }) => label)).toEqual(['荷城街道', '杨和镇']);
  const [all, works, purchases] = page.tables;
  expect(all!.rows[0]!.cells.map((feed) => feed!.title)).toEqual(['全部公告', '荷城街道', '杨和镇']);
  expect(works!.rows.map(({ label, cells }) => [label, ...cells.map((feed) => feed?.title)])).toEqual([
    ['全部类型', '建设工程', '荷城街道 建设工程', '杨和镇 建设工程'],
    ['招标公告', '建设工程 招标公告', '荷城街道 建设工程 招标公告', '杨和镇 建设工程 招标公告'],
  ]);
  expect(purchases!.rows).toMatchObject([{ label: '全部类型', cells: [{}, undefined, undefined] }]);
});

test('成对的订阅只有 RSS，名称由类型和地区决定，永远不变', () => {
  const [pair] = pageOf().tables[1]!.rows[0]!.cells.slice(1);
  expect(pair).toMatchObject({ rss: '/feeds/construction-area-3e2bce096316.xml', json: undefined });
});

test('给程序看的数据目录，每年一份，有表格和目录；写了使用条件的写明', () => {
  const plain = dataCatalogue(editionFrom(tenderAnd(), NOW)) as unknown as Record<string, unknown>;
  expect(plain).not.toHaveProperty('license');
  const at = (file: string) => ({
    contentUrl: expect.stringMatching(new RegExp(`/${file}$`, 'u')) as string,
  });
  expect(plain['dataset']).toMatchObject([
    {
      temporalCoverage: '2026',
      distribution: [
        at('announcements-2026.csv'),
        at('announcements-2026.xlsx'),
        { encodingFormat: 'application/json' },
      ],
    },
    { temporalCoverage: '2026', distribution: [at('projects-2026.csv'), at('projects-2026.xlsx')] },
  ]);
  const settings = { 'site.yaml': `${String(tenderAnd()['site.yaml'])}数据许可: 可以免费使用\n` };
  const licensed = dataCatalogue(editionFrom(tenderAnd(settings), NOW));
  expect(licensed).toMatchObject({ license: { name: '可以免费使用' } });
});
