import { describe, expect, test } from 'vitest';
import {
  failure,
  later,
  move,
  suspension,
  tenderAnd,
  tenderFile,
  termination,
  withdrawn,
} from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { announcementPage } from '../../src/site/announcement.ts';
import { announcementData, crumbData, homeData, printData } from '../../src/site/structured-data.ts';

function dataOf(id: string, ...trees: readonly Tree[]) {
  const edition = editionFrom(tenderAnd(...trees));
  return announcementData(edition, announcementPage(edition, id)) as unknown as Readonly<
    Record<string, unknown>
  >[];
}

const file = 'announcements/construction/2026/tender.md';
const openedAt = (place: string): Tree => ({
  [file]: String(tenderAnd()[file]).replace('示例交易中心 301 开标室', place),
});

describe('给程序看的公告', () => {
  test('招标是求购，写明到什么时候、多少钱、哪个地区；开标是一件事，写明在哪里', () => {
    const [article, opening] = dataOf('tender');
    expect(article).toMatchObject({
      '@type': 'Article',
      datePublished: '2026-03-02T09:00:00+08:00',
      dateModified: '2026-03-02T09:00:00+08:00',
      about: {
        '@type': 'Demand',
        validThrough: '2026-03-25T09:30:00+08:00',
        eligibleRegion: '荷城街道',
        priceSpecification: { price: '3586000.00', priceCurrency: 'CNY' },
      },
    });
    expect(opening).toMatchObject({
      '@type': 'Event',
      name: '开标：沿江路市政道路改造工程施工招标公告',
      startDate: '2026-03-25T09:30:00+08:00',
      location: { name: '示例交易中心 301 开标室' },
      eventStatus: 'https://schema.org/EventScheduled',
    });
  });

  test('延期的按新的时间，改动时间是更正的时间', () => {
    const [article] = dataOf(
      'tender',
      move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30'),
    );
    expect(article).toMatchObject({
      dateModified: '2026-03-10T09:00:00+08:00',
      about: { validThrough: '2026-04-02T09:30:00+08:00' },
    });
  });

  test('改了期的开标写明原来的时间，改过两次的写两个', () => {
    const first = move('c1', '2026-03-10 09:00', '开标时间', '2026-03-25 09:30', '2026-04-02 09:30');
    const second = move('c2', '2026-03-20 09:00', '开标时间', '2026-04-02 09:30', '2026-04-08 14:30');
    const moved = {
      eventStatus: 'https://schema.org/EventRescheduled',
      startDate: '2026-04-02T09:30:00+08:00',
      previousStartDate: '2026-03-25T09:30:00+08:00',
    };
    expect(dataOf('tender', first)[1]).toMatchObject(moved);
    expect(dataOf('tender', first, second)[1]).toMatchObject({
      ...moved,
      startDate: '2026-04-08T14:30:00+08:00',
      previousStartDate: ['2026-03-25T09:30:00+08:00', '2026-04-02T09:30:00+08:00'],
    });
    expect(dataOf('tender', first, termination)[1]).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    });
  });

  test('只改了投标截止的，开标没有改期', () => {
    const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
    expect(dataOf('tender', extension)[1]).not.toHaveProperty('previousStartDate');
  });

  test.each([
    ['终止', termination, 'EventCancelled'],
    ['流标', failure, 'EventCancelled'],
    ['中止', suspension, 'EventPostponed'],
  ])('%s以后，开标也写明', (_, tree, status) => {
    expect(dataOf('tender', tree)[1]).toMatchObject({ eventStatus: `https://schema.org/${status}` });
  });

  test.each(['示例交易中心网上开标大厅', '线上开标', '在线开标系统'])(
    '在“%s”开标的，没有要去的地方',
    (place) => {
      expect(dataOf('tender', openedAt(place))).toHaveLength(1);
    },
  );

  test('更正后的开标地点算数', () => {
    const moved = move(
      'c1',
      '2026-03-10 09:00',
      '开标地点',
      '示例交易中心 301 开标室',
      '示例交易中心 302 开标室',
    );
    expect(dataOf('tender', moved)[1]).toMatchObject({ location: { name: '示例交易中心 302 开标室' } });
  });

  test('结果不是求购，也没有开标', () => {
    const award = later(
      'award',
      '中标结果公告',
      '2026-04-10 09:00',
      '中标人: 佛山示例建设有限公司\n中标价: 350万元',
    );
    const [article, ...rest] = dataOf('award', award);
    expect(article).not.toHaveProperty('about');
    expect(rest).toEqual([]);
  });

  test('撤下的写明撤下，什么也不求购', () => {
    const [article, ...rest] = dataOf('tender', withdrawn(tenderFile(), '2026-03-12 10:00'));
    expect(article).toMatchObject({ creativeWorkStatus: '已撤下', expires: '2026-03-12T10:00:00+08:00' });
    expect(article).not.toHaveProperty('about');
    expect(rest).toEqual([]);
  });
});

test('首页写明谁办的、怎样检索', () => {
  const data = JSON.stringify(homeData(editionFrom(tenderAnd())));
  expect(data).toContain('https://www.example.gov.cn/search/?q={search_term_string}');
  expect(data).toContain('"telephone":"0757-00000000"');
});

test('上一级的次序从一数起，地址写全', () => {
  expect(
    crumbData('https://www.example.gov.cn', [
      { label: '首页', href: '/' },
      { label: '土地', href: '/land/' },
    ]),
  ).toMatchObject({
    itemListElement: [
      { position: 1, name: '首页', item: 'https://www.example.gov.cn/' },
      { position: 2, name: '土地', item: 'https://www.example.gov.cn/land/' },
    ],
  });
});

test('标题里写了什么，都不能提前结束那一段', () => {
  const title = '</script><script>alert(1)</script>';
  expect(printData({ title })).not.toContain('<');
  expect(JSON.parse(printData({ title }))).toEqual({ title });
});
