import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_CYCLE } from '../../../../src/core/screen/browser/dwell.ts';
import type { Item, PartKind } from '../../../../src/core/screen/browser/feed.ts';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';
import { rowHeight } from '../../../../src/core/screen/browser/row-height.ts';
import {
  cutPages,
  cycleOf,
  withinCycle,
  type Page,
  type Paging,
} from '../../../../src/core/screen/browser/pages.ts';

const generated = '2026-11-22T09:00:00+08:00';
const words = { heading: '可参与项目', centre: '佛山市公共资源交易中心高明分中心', screen: '一楼大厅' };
const lobby = layoutOf({ inches: 55, width: 1920, height: 1080, distanceM: 3 }, words);
const upright = layoutOf({ inches: 55, width: 1080, height: 1920, distanceM: 3 }, words);
const far = layoutOf({ inches: 55, width: 1080, height: 1920, distanceM: 5 }, words);

const item = (length: number, more: Partial<Item> = {}): Item => ({
  id: `gm-js-2026-${length}`,
  title: '路'.repeat(length),
  type: '招标公告',
  region: '荷城街道',
  at: '2026-12-08T09:30:00+08:00',
  ...more,
});

const items = (count: number, length = 28): readonly Item[] =>
  Array.from({ length: count }, () => item(length));

const cut = (list: readonly Item[], paging: Paging, kind: PartKind = 'open'): readonly Page[] =>
  cutPages({ kind, heading: '可参与项目', items: list }, 0, paging);

test('there is room for three columns across, for two upright, and for one where one stands far off', () => {
  expect([lobby.arrangement, upright.arrangement, far.arrangement]).toEqual(['wide', 'narrow', 'stacked']);
});

test('a screen across holds five titles of two lines, an upright one six of three lines', () => {
  expect(cut(items(40), { layout: lobby, factor: 1, generated }).map((page) => page.items.length)).toEqual(
    Array(8).fill(5),
  );
  expect(cut(items(40, 26), { layout: upright, factor: 1, generated })[0]!.items).toHaveLength(6);
});

test('no page is left with a single row behind full ones: six titles are three and three', () => {
  const lengths = (count: number): readonly number[] =>
    cut(items(count), { layout: lobby, factor: 1, generated }).map((page) => page.items.length);
  expect(lengths(6)).toEqual([3, 3]);
  expect(lengths(11)).toEqual([4, 4, 3]);
  expect(lengths(5)).toEqual([5]);
});

test('a title of three lines takes the room of three, and the page holds fewer', () => {
  const [page] = cut([item(60), ...items(10)], { layout: lobby, factor: 1, generated });
  expect(page!.items).toHaveLength(4);
});

test('a mark can push a title to one more line', () => {
  const height = (one: Item): number => rowHeight('open', one, generated, lobby);
  expect(height(item(41, { mark: '已更正' }))).toBeGreaterThan(height(item(41)));
});

test.each([0, 1, 7, 50, 200])('a round of %d announcements is over in three minutes', (count) => {
  const pages = withinCycle([cut(items(count, 34), { layout: lobby, factor: 1, generated })])[0]!;
  expect(cycleOf(pages)).toBeLessThanOrEqual(LONGEST_CYCLE);
  expect(pages.length).toBe(count === 0 ? 0 : Math.min(Math.ceil(count / 5), 9));
});

const anyItem = fc
  .record({ length: fc.integer({ min: 1, max: 90 }), marked: fc.boolean() })
  .map(({ length, marked }) => item(length, marked ? { mark: '已更正' } : {}));

test.each([
  ['across', lobby],
  ['upright', upright],
  ['seen from afar', far],
])(
  'whatever is listed on a screen %s, no page is higher than its list and nothing is lost',
  (_name, layout) => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 60 }), (list) => {
        const pages = cut(list, { layout, factor: 1, generated });
        expect(pages.flatMap((page) => page.items)).toEqual(list);
        for (const { items: rows } of pages) {
          const height = rows.reduce((sum, row) => sum + rowHeight('open', row, generated, layout), 0);
          expect(rows.length).toBeLessThanOrEqual(layout.rows);
          if (rows.length > 1) expect(height).toBeLessThanOrEqual(layout.list);
        }
      }),
    );
  },
);
