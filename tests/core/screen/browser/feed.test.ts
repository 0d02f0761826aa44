import { expect, test } from 'vitest';
import {
  feedPath,
  Implausible,
  parseFeed,
  parseHead,
  seqOf,
  type Head,
  type Item,
} from '../../../../src/core/screen/browser/feed.ts';

const sha256 = 'ab'.repeat(32);
const head: Head = {
  schema: 2,
  seq: 20261122090000,
  generated: '2026-11-22T09:00:00+08:00',
  screen: 'lobby-a',
  feed: { path: feedPath('lobby-a', sha256), bytes: 900, sha256, items: 5 },
  shell: 'b71c0e',
};
const item: Item = {
  id: 'gm-js-2026-012',
  title: '沿江路改造',
  type: '招标公告',
  at: '2026-12-08T09:30:00+08:00',
};
const feed = (items: readonly unknown[], more = {}): string =>
  JSON.stringify({
    schema: 2,
    screen: 'lobby-a',
    parts: [{ kind: 'open', items, leftOut: 0 }],
    notices: [],
    ...more,
  });
const itemsOf = (text: string, expected: number): readonly Item[] =>
  parseFeed(text, 'lobby-a', expected).parts[0]!.items;

test('a later build has a higher sequence number, to the second', () => {
  expect(seqOf('2026-11-22T09:00:00+08:00')).toBe(20261122090000);
  expect(seqOf('2026-11-22T09:00:01+08:00')).toBeGreaterThan(seqOf('2026-11-22T09:00:00+08:00'));
});

test('a pointer as the build writes it is taken, and is small', () => {
  expect(parseHead(JSON.stringify(head), 'lobby-a')).toEqual(head);
  expect(JSON.stringify(head).length).toBeLessThan(1024);
});

test.each<[string, string]>([
  ['a page of HTML', '<!doctype html><title>登录</title>'],
  ['half a pointer', JSON.stringify(head).slice(0, 90)],
  ['a list', '[]'],
  ['nothing', ''],
  ['a newer schema', JSON.stringify({ ...head, schema: 3 })],
  ['the pointer of another screen', JSON.stringify({ ...head, screen: 'lobby-b' })],
  ['no sequence number', JSON.stringify({ ...head, seq: undefined })],
  [
    'a feed on another server',
    JSON.stringify({ ...head, feed: { ...head.feed, path: 'https://example.com/x.json' } }),
  ],
  ['a feed that is too large', JSON.stringify({ ...head, feed: { ...head.feed, bytes: 300_000 } })],
  ['too many items', JSON.stringify({ ...head, feed: { ...head.feed, items: 201 } })],
  ['a moment without an offset', JSON.stringify({ ...head, generated: '2026-11-22T09:00:00' })],
])('%s in place of a pointer is refused', (_name, text) => {
  expect(() => parseHead(text, 'lobby-a')).toThrow(Implausible);
});

test('a feed as the build writes it is taken', () => {
  const full = {
    ...item,
    region: '荷城街道',
    detail: '开标一室',
    changes: [{ label: '投标截止', was: '12月8日 09:30', now: '12月15日 09:30' }],
    mark: '已更正',
    until: item.at,
  };
  expect(itemsOf(feed([full, item]), 2)).toEqual([full, item]);
});

test('one malformed item of five is dropped, two of five condemn the feed', () => {
  const broken = { ...item, title: '' };
  expect(itemsOf(feed([item, item, broken, item, item]), 5)).toHaveLength(4);
  expect(() => parseFeed(feed([item, item, broken, broken, item]), 'lobby-a', 5)).toThrow(Implausible);
});

test.each<[string, unknown]>([
  ['no title', { ...item, title: undefined }],
  ['a title that goes on for ever', { ...item, title: '路'.repeat(2001) }],
  ['a control character', { ...item, title: '沿江\u0000路' }],
  ['a day that cannot be', { ...item, at: '2026-13-45T09:30:00+08:00' }],
  ['a deadline without an offset', { ...item, until: '2026-12-08T09:30:00' }],
  ['an id that is no address', { ...item, id: '../../x' }],
  ['a number for a type', { ...item, type: 7 }],
  ['a change that says nothing new', { ...item, changes: [{ label: '投标截止', was: '12月8日' }] }],
  ['more changes than a row has', { ...item, changes: Array(4).fill({ label: '事项', was: '', now: '' }) }],
  ['nothing', null],
])('an item with %s is not shown', (_name, broken) => {
  expect(itemsOf(feed([item, item, item, item, broken]), 5)).toHaveLength(4);
});

test.each<[string, string, number]>([
  ['is empty though the pointer counts five', feed([]), 5],
  ['has fewer items than the pointer counts', feed([item]), 5],
  ['is of a newer schema', feed([item], { schema: 3 }), 1],
  ['is of another screen', feed([item], { screen: 'lobby-b' }), 1],
  ['has a part of an unknown kind', feed([], { parts: [{ kind: 'weather', items: [], leftOut: 0 }] }), 0],
  ['has no parts at all', feed([], { parts: [] }), 0],
  ['has a list in place of parts', feed([], { parts: [[item]] }), 1],
  [
    'has a notice without an end',
    feed([item], { notices: [{ id: 'gm-1', text: '停电', from: item.at }] }),
    1,
  ],
  ['is cut off', feed([item]).slice(0, -5), 1],
])('a feed that %s is refused', (_name, text, expected) => {
  expect(() => parseFeed(text, 'lobby-a', expected)).toThrow(Implausible);
});

test('a notice is taken by the characters that a reader counts, rare ones too', () => {
  const notice = { id: 'gm-1', text: `${'提'.repeat(59)}𬭎`, from: item.at, until: item.at };
  expect(parseFeed(feed([], { notices: [notice] }), 'lobby-a', 0).notices).toEqual([notice]);
  const longer = { ...notice, text: `提${notice.text}` };
  expect(() => parseFeed(feed([], { notices: [longer] }), 'lobby-a', 0)).toThrow(Implausible);
});

test('a screen for which there is nothing has an empty feed, and that is sound', () => {
  expect(itemsOf(feed([]), 0)).toEqual([]);
});
