import { expect, test } from 'vitest';
import type { Feed, Item, PartKind } from '../../../../src/core/screen/browser/feed.ts';
import { partsAt, type ShownPart } from '../../../../src/core/screen/browser/parts.ts';

const opening = (day: string, time: string): Item => ({
  id: `gm-${day}-${time.replace(':', '')}`,
  title: '沿江路改造',
  type: '招标公告',
  at: `2026-11-${day}T${time}:00+08:00`,
  detail: '开标一室',
  until: `2026-11-${String(Number(day) + 1).padStart(2, '0')}T00:00:00+08:00`,
});

const call = (day: string, time: string): Item => {
  const { detail: _, ...item } = opening(day, time);
  return { ...item, until: item.at };
};

const feed = (kind: PartKind, items: readonly Item[], more = {}): Feed => ({
  schema: 2,
  screen: 'lobby-a',
  parts: [{ kind, items, leftOut: 0, ...more }],
  notices: [],
});

const shown = (one: Feed, now: string | undefined): ShownPart =>
  partsAt(one, now && `2026-11-${now}:00+08:00`)[0]!;

const openings = feed('openings', [opening('23', '09:30'), opening('23', '15:00'), opening('25', '09:30')]);

test.each([
  ['on the day itself, even when they have begun', '23T16:00', '今日开标', 2],
  ['where none is today, those that come next', '24T09:00', '近期开标', 1],
  ['at the last minute of the day', '23T23:59', '今日开标', 2],
  ['where the last is over, none', '26T09:00', '近期开标', 0],
])('openings: %s', (_name, now, heading, count) => {
  expect(shown(openings, now)).toMatchObject({ heading });
  expect(shown(openings, now).items).toHaveLength(count);
});

test('a clock that cannot be trusted hides nothing and never says today', () => {
  expect(shown(openings, undefined)).toMatchObject({ heading: '开标安排', items: openings.parts[0]!.items });
  const past = feed('closing', [call('01', '09:30')]);
  expect(shown(past, undefined)).toMatchObject({ heading: '截止时间', items: past.parts[0]!.items });
});

test('what closes today or tomorrow stands under 今明截止 until the minute it closes', () => {
  const closing = feed('closing', [call('23', '09:30'), call('24', '17:00'), call('25', '09:00')]);
  expect(shown(closing, '23T09:29').items).toHaveLength(2);
  expect(shown(closing, '23T09:30').items.map(({ at }) => at.slice(8, 10))).toEqual(['24']);
  expect(shown(closing, '22T09:00')).toMatchObject({ heading: '今明截止' });
  expect(shown(closing, '20T09:00')).toMatchObject({ heading: '近期截止' });
  expect(shown(closing, '20T09:00').items).toHaveLength(3);
});

test('what one part shows does not stand in a later one a second time', () => {
  const calls = [call('23', '09:30'), call('26', '17:00')];
  const [closing, open] = [feed('closing', calls).parts[0]!, feed('open', calls).parts[0]!];
  const counts = (parts: Feed['parts'], now: string): readonly number[] =>
    partsAt({ ...feed('open', []), parts }, `2026-11-${now}:00+08:00`).map(({ items }) => items.length);
  expect(counts([closing, open], '22T09:00')).toEqual([1, 1]);
  expect(counts([closing, open], '20T09:00')).toEqual([2, 0]);
  expect(counts([open, closing], '20T09:00')).toEqual([2, 0]);
  expect(counts([closing], '20T09:00')).toEqual([2]);
  // With a number it goes on behind what is shown already.
  expect(
    counts(
      [
        { ...closing, most: 1 },
        { ...open, most: 1 },
      ],
      '20T09:00',
    ),
  ).toEqual([1, 1]);
});

test('a part with a number shows no more and counts the rest', () => {
  const few = feed('openings', openings.parts[0]!.items, { most: 1 });
  expect(shown(few, '23T08:00')).toMatchObject({ leftOut: 1 });
  expect(shown(few, '23T08:00').items).toHaveLength(1);
});

test('a part for one category says so before its heading', () => {
  expect(shown(feed('newest', [], { scope: '土地' }), '23T08:00').heading).toBe('土地 最新公告');
});

test('where nothing is near, the next six stand in for it, and nobody is told of more', () => {
  const later = feed(
    'closing',
    Array.from({ length: 9 }, (_, index) => call('29', `1${index}:00`)),
  );
  expect(shown(later, '22T09:00').items).toHaveLength(6);
  expect(shown(later, '22T09:00')).toMatchObject({ heading: '近期截止', leftOut: undefined });
});
