import { expect, test } from 'vitest';
import { pageOf } from './announcement-page.ts';
import { tenderAnd } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';
import { columnMeta } from '../../src/site/columns.ts';
import { curtainsOf } from '../../src/site/curtains.ts';
import { siteFrame } from '../../src/site/frame.ts';
import { alternatesOf, articleMeta } from '../../src/site/meta.ts';

const contentOf = (tags: readonly { name: string; content: string }[], name: string): string =>
  tags.find((tag) => tag.name === name)!.content;

test.each([
  ['建设工程', '信息公开', '建设工程'],
  ['可参与', '信息公开', '投标截止'],
  ['政府信息公开', '信息公开', '索引号'],
  ['搜索', '办事服务', '项目编号'],
  ['使用帮助', '办事服务', '办事指南'],
])('栏目“%s”是%s，关键词里有“%s”', (name, type, keyword) => {
  const tags = columnMeta(name);
  expect(tags.map((tag) => tag.name)).toEqual([
    'ColumnName',
    'ColumnType',
    'ColumnDescription',
    'ColumnKeywords',
  ]);
  expect(contentOf(tags, 'ColumnType')).toBe(type);
  expect(contentOf(tags, 'ColumnKeywords').split(',')).toContain(keyword);
});

test('一份公告的标签照政府网站的规定写，没有地区的关键词不空着', () => {
  const edition = editionFrom(tenderAnd());
  const tags = articleMeta(edition, pageOf('tender', []));
  expect(contentOf(tags, 'PubDate')).toBe('2026-03-02 09:00');
  expect(contentOf(tags, 'ContentSource')).toBe('佛山市公共资源交易中心高明分中心');
  expect(contentOf(tags, 'Keywords')).toBe('建设工程,招标公告,荷城街道,GM-JS-2026-001');
  expect(contentOf(tags, 'Url')).toBe('https://www.example.gov.cn/announcements/tender/');
  expect(alternatesOf(pageOf('tender', [])).map(({ type }) => type)).toEqual([
    'text/calendar',
    'application/json',
  ]);
});

/** The head and foot of every page with more settings. */
const frameWith = (settings: string) =>
  siteFrame(editionFrom(tenderAnd({ 'site.yaml': `${String(tenderAnd()['site.yaml'])}${settings}` })));

test('没有写的，页脚不写；主办单位和说明从中心名称来', () => {
  expect(frameWith('')).toMatchObject({
    domain: 'www.example.gov.cn',
    organiser: '佛山市公共资源交易中心高明分中心',
    description: '佛山市公共资源交易中心高明分中心的交易公告',
    isSample: false,
    badge: undefined,
    standing: undefined,
  });
});

test('党政机关标识要网址和图片都有', () => {
  const [url, image] = ['党政机关标识: https://badge.example.cn/1\n', '党政机关标识图片: badge.svg\n'];
  expect(frameWith(url).badge).toBeUndefined();
  expect(frameWith(url + image).badge).toEqual({ href: 'https://badge.example.cn/1', image: '/badge.svg' });
});

test('屏幕不显示公告的时候，写明为什么、到哪里看；夜里写几点恢复', () => {
  const hours = {
    'site.yaml': `${String(tenderAnd()['site.yaml'])}服务时间: 工作日 08:30–12:00、14:00–17:30\n`,
  };
  const edition = editionFrom(tenderAnd(hours));
  const day = curtainsOf(edition, undefined);
  expect(day.all.map(({ kind }) => kind)).toEqual(['suspended']);
  expect([day.site, day.phone]).toEqual(['www.example.gov.cn', '0757-00000000']);
  const night = curtainsOf({ ...edition, base: '/ggzy/' }, { from: '18:00', to: '08:00' });
  expect(night.all.map(({ kind }) => kind)).toEqual(['quiet', 'suspended']);
  expect(night.all[0]!.lines[0]).toBe('08:00 恢复显示公告');
  // The hours are not broken over two lines.
  expect(night.all[0]!.lines[1]).toBe('服务时间：工作日 08:30\u2060–\u206012:00、14:00\u2060–\u206017:30');
  expect(night.site).toBe('www.example.gov.cn/ggzy');
});
