import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from '../../../src/client/screen/clock.ts';
import type { Glass, Turn } from '../../../src/client/screen/glass.ts';
import { Round } from '../../../src/client/screen/round.ts';
import type { Copy } from '../../../src/client/screen/store.ts';
import { Pulse } from '../../../src/client/screen/watchdog.ts';
import type { Feed, Item, PartKind } from '../../../src/core/screen/browser/feed.ts';

const NOW = '2026-11-23T09:00:00+08:00';
const DWELL = 10;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW) });
});
afterEach(() => {
  vi.useRealTimers();
});

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  type: '招标公告',
  at: NOW,
  ...more,
});

/** Parts in a line each, `open: a b c`. */
const feedOf = (parts: readonly string[], more: Partial<Feed> = {}): Feed => ({
  schema: 2,
  screen: 'hall',
  notices: [],
  parts: parts.map((part) => {
    const [kind, ids = ''] = part.split(': ');
    return {
      kind: kind as PartKind,
      items: ids
        .split(' ')
        .filter(Boolean)
        .map((id) => item(id)),
      leftOut: 0,
    };
  }),
  ...more,
});

const copyOf = (feed: Feed): Copy => ({ head: { generated: NOW } as Copy['head'], feed });

/** Shows two announcements on a page, and writes down what was shown. */
class Board implements Glass {
  readonly shown: string[] = [];

  turnsAt({ feed }: { feed: Feed }): readonly Turn[] {
    return feed.parts.flatMap(({ kind, items }, part) => {
      const pages = items.flatMap((_, place) => (place % 2 === 0 ? [items.slice(place, place + 2)] : []));
      return pages.map((page) => ({
        kind,
        items: page,
        keys: page.map(({ id }) => `${part} ${id}`),
        dwell: DWELL,
        show: () => void this.shown.push(page.map(({ id }) => id).join('')),
      }));
    });
  }

  showClock(): void {}
  showFooter(): void {}
}

/** Tells each announcement in three cuts. */
class Strip extends Board {
  override turnsAt({ feed }: { feed: Feed }): readonly Turn[] {
    return feed.parts.flatMap(({ kind, items }) =>
      items.flatMap((one) =>
        [1, 2, 3].map((cut) => ({
          kind,
          items: [one],
          keys: [`${one.id}${cut}`],
          dwell: DWELL,
          show: () => void this.shown.push(`${one.id}${cut}`),
        })),
      ),
    );
  }
}

/** A round that has begun, and what a test does with it. */
function begin(parts: readonly string[], glass: Board = new Board()) {
  const clock = {
    now: () => vi.getMockedSystemTime()!.getTime(),
    showing: () => undefined,
  } as unknown as Clock;
  const round = new Round(
    { glass, clock, pulse: new Pulse(), turned: () => undefined },
    copyOf(feedOf(parts)),
  );
  round.begin();
  return {
    glass,
    turn: (times = 1): void => void vi.advanceTimersByTime(times * DWELL * 1000),
    take: (feed: Feed): void => round.take({ generated: NOW } as Copy['head'], copyOf(feed)),
  };
}

test('what is new comes next, and then the round goes on where it was', () => {
  const { glass, turn, take } = begin(['newest: a b', 'results: c d e f']);
  turn();
  take(feedOf(['newest: N a b', 'results: c d e f']));
  turn(4);
  expect(glass.shown).toEqual(['ab', 'cd', 'Na', 'ef', 'Na', 'b']);
});

test('where nothing is new the page comes that would have come', () => {
  const { glass, turn, take } = begin(['newest: a b c d', 'results: e f g h']);
  turn();
  take(feedOf(['newest: b c d', 'results: e f g h']));
  turn(3);
  expect(glass.shown).toEqual(['ab', 'cd', 'ef', 'gh', 'bc']);
});

test('of a page from which something was withdrawn the rest is shown at once, and then the next', () => {
  const { glass, turn, take } = begin(['newest: a b c d e f']);
  turn();
  take(feedOf(['newest: a b d e f']));
  expect(glass.shown).toEqual(['ab', 'cd', 'de']);
  turn(2);
  expect(glass.shown.slice(3)).toEqual(['f', 'ab']);
});

test('of a page on which something has changed the change is shown at once', () => {
  const { glass, turn, take } = begin(['newest: a b c d']);
  turn();
  const feed = feedOf(['newest: a b c d']);
  const items = feed.parts[0]!.items.map((one) => (one.id === 'd' ? item('d', { mark: '已更正' }) : one));
  take({ ...feed, parts: [{ ...feed.parts[0]!, items }] });
  expect(glass.shown).toEqual(['ab', 'cd', 'cd']);
});

test('a notice to the hall begins the round anew', () => {
  const { glass, turn, take } = begin(['newest: a b c d', 'results: e f']);
  turn();
  const notice = { id: 'n', text: '今天停电', from: NOW, until: '2026-11-23T12:00:00+08:00' };
  take(feedOf(['newest: a b c d', 'results: e f'], { notices: [notice] }));
  expect(glass.shown).toEqual(['ab', 'cd', 'ab']);
});

test('an announcement that stands in two parts of one kind does not throw the round back', () => {
  const { glass, turn, take } = begin(['newest: a b c', 'newest: a c', 'results: d']);
  turn();
  take(feedOf(['newest: a b c x', 'newest: a c', 'results: d']));
  turn(4);
  expect(glass.shown).toEqual(['ab', 'c', 'cx', 'ac', 'd', 'ab']);
});

test('what is new on a strip is told to its end before the round goes on', () => {
  const { glass, turn, take } = begin(['newest: a b'], new Strip());
  take(feedOf(['newest: N a b']));
  turn(4);
  expect(glass.shown).toEqual(['a1', 'N1', 'N2', 'N3', 'a2']);
});

test('where all was replaced the round begins anew', () => {
  const { glass, turn, take } = begin(['newest: a b c d']);
  turn();
  take(feedOf(['newest: w x y z']));
  turn(1);
  expect(glass.shown).toEqual(['ab', 'cd', 'wx', 'yz']);
});

test('where everything is withdrawn and comes again the round stays alive', () => {
  const { glass, turn, take } = begin(['newest: a b c d e f']);
  take(feedOf(['newest: a']));
  turn(2);
  take(feedOf(['newest: a b c d e f']));
  turn(3);
  expect(glass.shown.slice(-3)).toEqual(['ab', 'cd', 'ef']);
});
