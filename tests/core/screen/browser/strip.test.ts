import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Feed, Item } from '../../../../src/core/screen/browser/feed.ts';
import { cutLine, widthOf } from '../../../../src/core/screen/browser/lines.ts';
import { cycleOf } from '../../../../src/core/screen/browser/pages.ts';
import { cutsAt, reachOf, stripOf, type Cutting } from '../../../../src/core/screen/browser/strip.ts';

const now = '2026-11-23T08:00:00+08:00';
const strip = stripOf({ inches: 191, width: 1024, height: 16, distanceM: 6 });
const cutting: Cutting = { strip, factor: 1, generated: now };

const opening: Item = {
  id: 'gm-js-2026-012',
  title: '沿江路市政道路改造工程施工招标公告',
  type: '招标公告',
  at: '2026-11-23T09:30:00+08:00',
  detail: '开标一室',
  until: '2026-11-24T00:00:00+08:00',
};

const feed = (items: readonly Item[], notices: Feed['notices'] = []): Feed => ({
  schema: 2,
  screen: 'strip-1',
  parts: [{ kind: 'openings', items, leftOut: 0 }],
  notices,
});

const letter = fc.constantFrom('路', '公', '，', '（', '）', 'A', '3', ' ', '㎡', '”');

test('whatever is cut, no piece is wider than the strip, and no character is lost', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 200 }), fc.integer({ min: 8, max: 64 }), (letters, width) => {
      const text = letters.join('');
      const pieces = cutLine(text, width);
      for (const piece of pieces) expect(widthOf(piece)).toBeLessThanOrEqual(width);
      expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('a day, a time and a number are not torn apart', () => {
  expect(cutLine('近期开标 11月24日 10:00 示例交易中心 302 开标室', 12)).toEqual([
    '近期开标 11月24日',
    '10:00 示例交易中心',
    '302 开标室',
  ]);
});

test('an opening is one sentence that begins with its moment and its room', () => {
  expect(cutsAt(feed([opening]), now, cutting).map(({ text }) => text)).toEqual([
    '今日开标 11月23日 09:30 开标一室 沿江路市政道路改造工程施工招标公告',
  ]);
});

test('what was changed is read in one piece: old and new are not torn apart', () => {
  const correction: Item = {
    ...opening,
    changes: [
      { label: '投标截止', was: '12月7日 09:30', now: '12月10日 09:30' },
      { label: '开标时间', was: '12月7日 09:30', now: '12月10日 09:30' },
      { label: '开标地点', was: '301 开标室', now: '305 开标室' },
    ],
  };
  const parts: Feed['parts'] = [{ kind: 'corrections', items: [correction], leftOut: 0 }];
  expect(cutsAt({ ...feed([]), parts }, now, cutting).map(({ text }) => text)).toEqual([
    '更正和终止 11月23日 09:30 沿江路市政道路改造工程施工招标公告 开标一室 投标截止 12月7日 09:30 → 12月10日 09:30',
    '开标时间 12月7日 09:30 → 12月10日 09:30 开标地点 301 开标室 → 305 开标室',
  ]);
});

test('a notice comes before everything else, and only while it holds', () => {
  const notice = {
    id: 'gm-tz-1',
    text: '今天的开标改到三室',
    from: '2026-11-23T08:00:00+08:00',
    until: '2026-11-23T12:00:00+08:00',
  };
  const [first] = cutsAt(feed([opening], [notice]), now, cutting);
  expect(first).toMatchObject({ kind: 'notice', text: '【提示】今天的开标改到三室' });
  expect(cutsAt(feed([opening], [notice]), notice.until, cutting)[0]!.kind).toBe('openings');
});

test.each([0, 1, 7, 40])('a round of %d announcements is over in three minutes', (count) => {
  const items = Array.from({ length: count }, (_, index) => ({ ...opening, id: `gm-${index}` }));
  const cuts = cutsAt(feed(items), now, cutting);
  expect(cycleOf(cuts)).toBeLessThanOrEqual(180);
  for (const { dwell } of cuts) expect(dwell).toBeGreaterThanOrEqual(8);
});

test('a strip is read as far as its characters are high', () => {
  expect(reachOf(16, 4.75)).toBeCloseTo(7.1, 1);
  expect(reachOf(24, 2.5)).toBeCloseTo(5.6, 1);
  expect(reachOf(16, 10)).toBeCloseTo(15, 1);
});
