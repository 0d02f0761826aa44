import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from '../../../src/client/screen/clock.ts';
import type { Glass, Moment, Turn } from '../../../src/client/screen/glass.ts';
import { Round } from '../../../src/client/screen/round.ts';
import type { Copy } from '../../../src/client/screen/store.ts';
import { Pulse } from '../../../src/client/screen/watchdog.ts';
import { at, item } from '../../core/live/tables.ts';
import { feedWith } from '../../core/screen/busy-day.ts';

const DWELL = 10;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(at('10:40')) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How many bids of the opening have been read; nothing while none is read out. */
let read: number | undefined;

/** A board of two pages, or the sign of a room, which shows nothing else while something is read out. */
function begin(isSign = false) {
  const shown: string[] = [];
  const page = (key: string): Turn => ({
    kind: 'openings',
    items: [],
    keys: [key],
    dwell: DWELL,
    show: () => void shown.push(key),
  });
  const glass: Glass = {
    turnsAt({ live }: Moment) {
      const turns = live(0);
      return isSign && turns.length > 0 ? turns : [...turns, page('a'), page('b')];
    },
    showClock: () => undefined,
    showFooter: () => undefined,
  };
  const clock = {
    now: () => vi.getMockedSystemTime()!.getTime(),
    showing: () => undefined,
  } as unknown as Clock;
  read = undefined;
  const live = {
    ended: () => [],
    turnsOf: () =>
      read === undefined
        ? []
        : [{ ...page('303'), isLive: true, show: () => void shown.push(`read ${read!}`) }],
  };
  const round = new Round(
    { glass, clock, live, pulse: new Pulse(), turned: () => undefined },
    { head: { generated: at('10:00') } as Copy['head'], feed: feedWith([item]) },
  );
  round.begin();
  return {
    shown,
    turn: (times = 1): void => void vi.advanceTimersByTime(times * DWELL * 1000),
    hear: (newest: number | undefined): void => {
      read = newest;
      round.refresh();
    },
  };
}

test('what begins to be read out comes after the page that is being read, and then has its turn', () => {
  const { shown, turn, hear } = begin();
  hear(1);
  expect(shown).toEqual(['a']);
  turn(4);
  expect(shown.slice(1)).toEqual(['read 1', 'b', 'read 1', 'a']);
});

test('what is read on while it is on the glass is drawn at once and keeps its time', () => {
  const { shown, turn, hear } = begin();
  hear(1);
  turn();
  vi.advanceTimersByTime(6000);
  hear(2);
  expect(shown.slice(1)).toEqual(['read 1', 'read 2']);
  vi.advanceTimersByTime(4000);
  expect(shown.at(-1)).toBe('b');
});

test('what is read on while another page is on the glass does not disturb it', () => {
  const { shown, turn, hear } = begin();
  hear(1);
  turn(2);
  hear(2);
  expect(shown).toEqual(['a', 'read 1', 'b']);
  turn();
  expect(shown.at(-1)).toBe('read 2');
});

test('what is over leaves the glass at once', () => {
  const { shown, turn, hear } = begin();
  hear(1);
  turn();
  hear(undefined);
  expect(shown).toEqual(['a', 'read 1', 'b']);
});

test('a sign turns to what is read out at once, and back at the end', () => {
  const { shown, turn, hear } = begin(true);
  hear(0);
  expect(shown).toEqual(['a', 'read 0']);
  hear(1);
  turn(2);
  expect(shown.slice(2)).toEqual(['read 1', 'read 1', 'read 1']);
  hear(undefined);
  expect(shown.at(-1)).toBe('a');
});
