import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_CYCLE } from '../../../../src/core/screen/browser/dwell.ts';
import type { Feed, Item, PartKind } from '../../../../src/core/screen/browser/feed.ts';
import { layoutOf, linesIn } from '../../../../src/core/screen/browser/layout.ts';
import {
  cutPages,
  cycleOf,
  pagesAt,
  withinCycle,
  type Page,
  type Paging,
} from '../../../../src/core/screen/browser/pages.ts';
import { rowLines } from '../../../../src/core/screen/browser/row-lines.ts';
import { at, busyMorning, feedWith, opening, quarters } from '../busy-day.ts';

const generated = '2026-11-22T09:00:00+08:00';
const words = { heading: '可参与项目', centre: '佛山市公共资源交易中心高明分中心', screen: '一楼大厅' };
const lobby = layoutOf({ inches: 55, width: 1920, height: 1080, distanceM: 3 }, words);
const upright = layoutOf({ inches: 55, width: 1080, height: 1920, distanceM: 3 }, words);
const far = layoutOf({ inches: 55, width: 1920, height: 1080, distanceM: 5 }, words);
const farUpright = layoutOf({ inches: 55, width: 1080, height: 1920, distanceM: 5 }, words);

const item = (length: number, more: Partial<Item> = {}): Item => ({
  id: `gm-js-2026-${length}`,
  title: '路'.repeat(length),
  type: '招标公告',
  region: '荷城街道',
  at: '2026-12-08T09:30:00+08:00',
  ...more,
});

const items = (count: number, length = 28): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(length, { id: `gm-js-2026-${index}` }));

const cut = (list: readonly Item[], paging: Paging, kind: PartKind = 'open'): readonly Page[] =>
  cutPages({ kind, heading: '可参与项目', items: list }, 0, paging);

test('a hall of 55 inches has as many lines and as much room for a project as was drawn', () => {
  expect([far, lobby].map(linesIn)).toEqual([7, 13]);
  expect([far, lobby, upright].map(({ arrangement }) => arrangement)).toEqual(['wide', 'wide', 'tall']);
  expect(Math.floor(far.nameEm)).toBeGreaterThanOrEqual(10);
  expect(Math.floor(lobby.nameEm)).toBeGreaterThanOrEqual(24);
});

test('rows fill every page but the last, which ends early, so that they stand on the same lines', () => {
  const lengths = (count: number): readonly number[] =>
    cut(items(count, 20), { layout: lobby, factor: 1, generated }).map((page) => page.items.length);
  expect(lengths(15)).toEqual([13, 2]);
  expect(lengths(13)).toEqual([13]);
});

test('a name of two lines takes the room of two, and the page holds fewer', () => {
  const [page] = cut([item(40), ...items(13, 20)], { layout: lobby, factor: 1, generated });
  expect(page!.items).toHaveLength(12);
});

test('a mark can push a name to one more line', () => {
  const lines = (one: Item): number => rowLines('open', one, generated, lobby, false);
  expect(lines(item(26, { mark: '已更正' }))).toBeGreaterThan(lines(item(26)));
});

test('a name breaks where the build found the end of a word, and takes the lines that this costs', () => {
  const lines = (breaks?: readonly number[]): number =>
    rowLines(
      'newest',
      item(14, { short: '示例路雨污分流改造工程施工监理', ...(breaks && { breaks }) }),
      generated,
      far,
      false,
    );
  expect(lines()).toBe(2);
  expect(lines([3, 7, 9, 11, 13])).toBe(2);
  expect(lines([14])).toBe(2);
});

test.each([0, 1, 7, 50, 200])('a round of %d announcements is over in three minutes', (count) => {
  const pages = withinCycle([cut(items(count, 34), { layout: far, factor: 1, generated })])[0]!;
  expect(cycleOf(pages)).toBeLessThanOrEqual(LONGEST_CYCLE);
  expect(pages.length > 0).toBe(count > 0);
});

test.each([24, 40, 60])(
  'a round of %d openings is over in three minutes, seen from 5 metres and from 3',
  (count) => {
    for (const layout of [lobby, far, upright, farUpright]) {
      for (const time of quarters) {
        const pages = pagesAt(feedWith(busyMorning(count)), at(time), {
          layout,
          factor: 1,
          generated: at(time),
        });
        expect(cycleOf(pages)).toBeLessThanOrEqual(LONGEST_CYCLE);
      }
    }
  },
);

const anyItem = fc
  .record({ length: fc.integer({ min: 1, max: 90 }), marked: fc.boolean() })
  .map(({ length, marked }) => item(length, marked ? { mark: '已更正' } : {}));

test.each([
  ['across', lobby],
  ['upright', upright],
  ['seen from afar', far],
  ['upright seen from afar', farUpright],
])(
  'whatever is listed on a screen %s, no page is higher than its list and nothing is lost',
  (_name, layout) => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 60 }), (list) => {
        const pages = cut(list, { layout, factor: 1, generated });
        expect(pages.flatMap((page) => page.items)).toEqual(list);
        for (const { items: rows } of pages) {
          const lines = rows.reduce((sum, row) => sum + rowLines('open', row, generated, layout, false), 0);
          if (rows.length > 1) expect(lines).toBeLessThanOrEqual(linesIn(layout));
        }
      }),
    );
  },
);

const quiet: Feed = feedWith([], {
  parts: [
    { kind: 'openings', items: [opening('09:30', '301'), opening('10:00', '302')], leftOut: 0 },
    {
      kind: 'closing',
      items: [item(8, { id: 'gm-closing', until: '2026-12-08T09:30:00+08:00' })],
      leftOut: 0,
    },
    { kind: 'corrections', items: [item(9, { id: 'gm-change' })], leftOut: 0 },
    { kind: 'newest', items: items(3, 20), leftOut: 0 },
  ],
});

test('on a day without openings what comes next stands on one page, in groups, and the rest has its list', () => {
  const pages = pagesAt(quiet, generated, { layout: far, factor: 1, generated });
  expect(pages.map(({ form, heading }) => [form, heading])).toEqual([
    ['groups', '近期安排'],
    ['list', '最新公告'],
  ]);
  expect(pages[0]!.groups.map(({ kind, items: rows }) => [kind, rows.length])).toEqual([
    ['openings', 2],
    ['closing', 1],
    ['corrections', 1],
  ]);
});

test('groups that do not fit on one page take turns: the first page has what comes first of each', () => {
  const many = {
    ...quiet,
    parts: quiet.parts.map((part, index) => (index === 1 ? { ...part, items: items(6, 9) } : part)),
  };
  const [first, second] = pagesAt(many, generated, { layout: far, factor: 1, generated });
  expect(first!.groups.map(({ kind }) => kind)).toEqual(['openings', 'closing', 'corrections']);
  expect(second!.groups.map(({ kind }) => kind)).toEqual(['closing']);
});

test('on a day of openings these stand on a board, and without a clock nothing is said of today', () => {
  const paging = { layout: far, factor: 1, generated };
  expect(pagesAt(feedWith(busyMorning(24)), at('10:22'), paging)[0]).toMatchObject({
    form: 'board',
    counts: { all: 24 },
  });
  expect(pagesAt(feedWith(busyMorning(24)), undefined, paging)[0]).toMatchObject({
    form: 'list',
    heading: '开标安排',
  });
});
