import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { move, tenderAnd, termination } from '../core/agenda/announcements.ts';
import { feedNameInArea, feedNameOf } from '../../src/core/feeds/name.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { toJson, toRss } from '../../src/site/feed-text.ts';
import { allFeeds } from './feeds.ts';
import { feedGroups, feedWith } from '../../src/site/feeds.ts';

/** The site's feeds of some content at some moment: each name with the ids of its entries. */
async function feedsOf(tree: Tree, today?: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const edition = editionFrom(tree, today);
  return Object.fromEntries(allFeeds(edition).map(({ name, rows }) => [name, rows.map(({ id }) => id)]));
}

const area = feedNameOf('area', '荷城街道');
const buyer = feedNameOf('buyer', '高明区示例街道建设办公室');
const pair = feedNameInArea('construction', '荷城街道');
const typePair = feedNameInArea('construction-tender-notice', '荷城街道');
const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');

test('一份招标公告只在它自己的几种订阅里；没有内容的订阅不存在，五类除外', async () => {
  expect(await feedsOf(tenderAnd(), '2026-03-03T09:00+08:00')).toEqual({
    all: ['tender'],
    open: ['tender'],
    construction: ['tender'],
    procurement: [],
    land: [],
    property: [],
    general: [],
    'construction-tender-notice': ['tender'],
    [area]: ['tender'],
    [pair]: ['tender'],
    [typePair]: ['tender'],
    [buyer]: ['tender'],
  });
});

test('截止以后可参与的订阅是空的，但网址还在', async () => {
  expect((await feedsOf(tenderAnd(), '2026-04-30T09:00+08:00'))['open']).toEqual([]);
});

test('更正进更正的订阅，终止进终止的订阅；没有写地区也进地区的订阅', async () => {
  const feeds = await feedsOf(tenderAnd(extension, termination), '2026-03-21T09:00+08:00');
  expect(feeds['corrections']).toEqual(['c1']);
  expect(feeds['stops']).toEqual(['termination']);
  expect(feeds['open']).toEqual([]);
  expect(feeds[area]).toEqual(['termination', 'c1', 'tender']);
  expect(feeds[buyer]).toEqual(['termination', 'c1', 'tender']);
  expect(feeds[pair]).toEqual(['termination', 'c1', 'tender']);
  expect(feeds[typePair]).toEqual(['tender']);
  expect(feeds).not.toHaveProperty('results');
});

test('多一个单位的公告，别的单位的订阅一个字也不变', async () => {
  const texts = async (tree: Tree): Promise<ReadonlyMap<string, string>> => {
    const edition = editionFrom(tree, '2026-03-03T09:00+08:00');
    const feeds = allFeeds(edition);
    return new Map(
      await Promise.all(
        feeds.map(
          async (feed) => [feed.name, `${toJson(edition, feed)}${await toRss(edition, feed)}`] as const,
        ),
      ),
    );
  };
  const plan = {
    'announcements/construction/2026/plan.md':
      '---\n标题: 示例道路工程招标计划\n类别: 建设工程\n类型: 招标计划\n发布时间: 2026-03-02 10:00\n地区: 杨和镇\n招标人: 另一个单位\n招标范围: 道路\n投资估算: 100万元\n预计招标时间: 2026-05\n---\n\n现予公布。\n',
  };
  const before = await texts(tenderAnd());
  const after = await texts(tenderAnd(plan));
  const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  expect(changed.sort()).toEqual(
    [
      'all',
      'construction',
      'construction-tender-plan',
      feedNameOf('area', '杨和镇'),
      feedNameInArea('construction', '杨和镇'),
      feedNameInArea('construction-tender-plan', '杨和镇'),
      feedNameOf('buyer', '另一个单位'),
    ].sort(),
  );
});

test('更正单独成为一条，写明从什么改成什么；被更正的公告标识不变，记下改动时间', async () => {
  const edition = editionFrom(tenderAnd(extension), '2026-03-21T09:00+08:00');
  const json = parseJsonFeed(JSON.parse(toJson(edition, feedWith(edition, 'all'))));
  const rss = parseRssFeed(await toRss(edition, feedWith(edition, 'all')));
  const words = '投标截止由“2026年3月25日（星期三）09:30”改为“2026年4月2日（星期四）09:30”。原因：图纸调整';
  expect(json.items![0]!.content_text).toContain(words);
  expect(rss.items![0]!.description).toContain(words);
  expect(json.items![1]).toMatchObject({
    id: 'https://www.example.gov.cn/announcements/tender/',
    date_published: '2026-03-02T09:00:00+08:00',
    date_modified: '2026-03-10T09:00:00+08:00',
  });
  expect(rss.items![1]!.guid).toMatchObject({ value: 'https://www.example.gov.cn/announcements/tender/' });
});

const planOf = (buyer: string, day: string): string =>
  `---\n标题: 示例道路工程招标计划（${day}）\n类别: 建设工程\n类型: 招标计划\n发布时间: 2026-03-${day} 10:00\n地区: 杨和镇\n招标人: ${buyer}\n招标范围: 道路\n投资估算: 100万元\n预计招标时间: 2026-05\n---\n\n现予公布。\n`;

test('括号和空格写得不一样的还是一个单位：只列一次，每种写法的网址都在，内容一样', async () => {
  const spellings = ['示例（佛山）中心', '示例(佛山)中心', '示例（佛山） 中心'];
  const plans = spellings.map((name, index) => [
    `announcements/construction/2026/plan-${index}.md`,
    planOf(name, `0${index + 2}`),
  ]);
  const edition = editionFrom({ ...tenderAnd(), ...Object.fromEntries(plans) }, '2026-03-10T09:00+08:00');
  const all = ['plan-2', 'plan-1', 'plan-0'];
  for (const name of spellings) {
    const feed = feedWith(edition, feedNameOf('buyer', name));
    expect(feed.title).toBe('示例（佛山）中心');
    expect(feed.rows.map(({ id }) => id)).toEqual(all);
  }
  const listed = feedGroups(edition).find(({ name }) => name === 'buyers')!.feeds;
  expect(listed.filter(({ title }) => title.startsWith('示例')).map(({ name }) => name)).toEqual([
    feedNameOf('buyer', spellings[0]!),
  ]);
});

test('在浏览器里打开订阅，看到的是一页能读的公告，链接和样式都在子目录里', async () => {
  const edition = { ...editionFrom(tenderAnd()), base: '/gm/', address: (path = '') => `/gm/${path}` };
  const placed = { ...edition, absolute: (path = '') => `https://www.example.gov.cn/gm/${path}` };
  const rss = await toRss(placed, feedWith(edition, 'all'));
  expect(rss).toContain('<?xml-stylesheet type="text/css" href="/gm/feed.css"?>');
  expect(rss).toContain('xml:lang="zh-CN"');
  expect(rss).toContain(
    '<h:p><h:a href="https://www.example.gov.cn/gm/announcements/tender/">2026年3月2日，打开公告</h:a></h:p>',
  );
  const addresses = [...rss.matchAll(/https:\/\/www\.example\.gov\.cn(\/[^<"]*)/gu)].map(([, path]) => path!);
  // The identity of an entry is the same wherever the site lies.
  const ids = parseRssFeed(rss).items!.map(({ guid }) => new URL(guid!.value!).pathname);
  expect(addresses.filter((path) => !path.startsWith('/gm/') && !ids.includes(path))).toEqual([]);
});
