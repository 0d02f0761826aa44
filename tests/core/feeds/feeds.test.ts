import { parseOpml } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { belongingOf } from '../../../src/core/feeds/belonging.ts';
import { feedNameOf } from '../../../src/core/feeds/name.ts';
import { toOpml } from '../../../src/core/feeds/opml.ts';
import { feedRows } from '../../../src/core/feeds/select.ts';
import type { Row } from '../../../src/core/listing.ts';

const row = (id: string, fields: Partial<Row> = {}): Row => ({
  id,
  title: id,
  category: 'construction',
  categoryTerm: '建设工程',
  type: 'tender-notice',
  typeTerm: '招标公告',
  stage: 'call',
  publishedAt: '2026-03-02T09:00:00+08:00',
  ...fields,
});

const principal = (text: string) => ({ label: '招标人', value: text, text });

/** Rows on days counted back from the newest, `count` on each. */
const rowsOn = (...days: readonly (readonly [day: string, count: number])[]): readonly Row[] =>
  days.flatMap(([day, count]) =>
    Array.from({ length: count }, (_, index) =>
      row(`n-${day}-${index}`, { publishedAt: `${day}T09:00:00+08:00` }),
    ),
  );

describe('一种订阅里有哪些公告', () => {
  test('同一天发布 200 份，订阅里就有 200 份', () => {
    expect(feedRows(rowsOn(['2026-03-31', 200], ['2026-01-01', 60]))).toHaveLength(200);
  });

  test('少于 50 份的，全部都在', () => {
    expect(feedRows(rowsOn(['2026-03-31', 1], ['2018-01-01', 48]))).toHaveLength(49);
  });

  test('最近 31 天的都在，再早的补足 50 份', () => {
    expect(feedRows(rowsOn(['2026-03-31', 40], ['2026-02-28', 30], ['2026-02-27', 30]))).toHaveLength(70);
    expect(feedRows(rowsOn(['2026-03-31', 40], ['2026-02-27', 30]))).toHaveLength(50);
  });
});

describe('地区和单位的订阅名称', () => {
  test('只由名称决定，小写 ASCII，永远不变', () => {
    expect(feedNameOf('area', '荷城街道')).toBe('area-3e2bce096316');
    expect(feedNameOf('buyer', '高明区示例中学')).toMatch(/^buyer-[0-9a-f]{12}$/u);
  });

  test('同一个名称的两种编码是同一种订阅', () => {
    expect(feedNameOf('buyer', 'Cafe\u0301 公司')).toBe(feedNameOf('buyer', 'Café 公司'));
  });
});

describe('公告属于哪个地区、哪个单位', () => {
  const tender = row('tender', { region: '荷城街道', principal: principal('甲') });
  const belonging = (id: string, rows: readonly Row[], related: Readonly<Record<string, string>>) =>
    belongingOf(id, {
      rowOf: (one) => rows.find((row) => row.id === one),
      relatedOf: (one) => related[one],
    });

  test('没有写地区和单位的更正，随它更正的公告', () => {
    const rows = [tender, row('correction'), row('again')];
    expect(belonging('again', rows, { correction: 'tender', again: 'correction' })).toEqual({
      region: '荷城街道',
      principal: { label: '招标人', text: '甲' },
    });
  });

  test('自己写了的，以自己的为准', () => {
    const own = row('result', { region: '明城镇' });
    expect(belonging('result', [tender, own], { result: 'tender' }).region).toBe('明城镇');
  });

  test('互相关联的两份公告不会没完没了；关联的公告不在的，到此为止', () => {
    expect(belonging('a', [row('a'), row('b')], { a: 'b', b: 'a' })).toEqual({});
    expect(belonging('a', [row('a')], { a: 'gone' })).toEqual({});
  });
});

test('订阅清单读回来分组、名称和网址都对，特殊字符也对', () => {
  const feed = { title: '甲 & 乙 <“"', feedUrl: 'https://x/feeds/a.xml', pageUrl: 'https://x/?q=a&b' };
  const opml = parseOpml(toOpml({ title: '清单', groups: [{ title: '按单位', feeds: [feed] }] }));
  expect(opml.head!.title).toBe('清单');
  expect(opml.body!.outlines![0]!.text).toBe('按单位');
  expect(opml.body!.outlines![0]!.outlines![0]).toMatchObject({
    type: 'rss',
    text: feed.title,
    xmlUrl: feed.feedUrl,
    htmlUrl: feed.pageUrl,
  });
});
