import { expect, test } from 'vitest';
import {
  boardPages,
  countsOf,
  openingsOn,
  type Opening,
} from '../../../../src/core/screen/browser/openings.ts';
import { partsAt } from '../../../../src/core/screen/browser/parts.ts';
import { at, busyMorning, feedWith, opening, quarters } from '../busy-day.ts';

const oneLine = (): number => 1;
const twoWhereMoved = ({ item }: Opening): number => (item.moved ? 2 : 1);

const statesAt = (items: Parameters<typeof openingsOn>[0], time: string) =>
  openingsOn(items, at(time), 60).map(({ item, state }) => `${item.at.slice(11, 16)} ${item.room!} ${state}`);

test.each([24, 60])(
  'on a morning of %i openings what begins next stands first at every quarter of an hour',
  (count) => {
    const items = busyMorning(count);
    for (const time of quarters) {
      const coming = items.map((item) => item.at).filter((moment) => moment > at(time));
      const openings = openingsOn(items, at(time), 60);
      const [page] = boardPages(openings, 7, oneLine);
      if (coming.length > 0) {
        expect(page![0]!.item.at, time).toBe(coming[0]);
        expect(page!.filter(({ isNext }) => isNext).length, time).toBe(
          Math.min(coming.filter((moment) => moment === coming[0]).length, 7),
        );
        expect(partsAt(feedWith(items, {}), at(time))[0]!.items[0]!.at, time).toBe(coming[0]);
      }
      const shown = new Set(boardPages(openings, 7, oneLine).flat());
      expect(
        openings
          .filter(({ phase, state }) => phase === 'coming' || state === 'running')
          .every((one) => shown.has(one)),
      ).toBe(true);
    }
  },
);

test('a part that shows four lines shows the next four, not the first four of the day', () => {
  const [part] = partsAt(
    { ...feedWith([]), parts: [{ kind: 'openings', items: busyMorning(24), most: 4, leftOut: 0 }] },
    at('10:02'),
  );
  expect(part!.items.map((item) => item.at.slice(11, 16))).toEqual(
    ['10:15', '10:30', '10:30', '10:45'].slice(0, part!.items.length),
  );
});

test('an opening is over when the next one in its room has begun, and only begun when it has lasted longer than usual', () => {
  const items = [
    opening('09:00', '301'),
    opening('09:30', '302'),
    opening('10:00', '301'),
    opening('10:30', '303'),
  ];
  expect(statesAt(items, '10:22')).toEqual([
    '10:30 303 waiting',
    '09:30 302 running',
    '10:00 301 running',
    '09:00 301 over',
  ]);
  expect(statesAt(items, '10:30')).toEqual([
    '10:00 301 running',
    '10:30 303 running',
    '09:30 302 begun',
    '09:00 301 over',
  ]);
});

test('what was moved, suspended or terminated keeps the place of its hour and is told as long as it would have lasted', () => {
  const items = [
    opening('10:30', '301', { moved: { at: '2026-12-08T09:30:00+08:00', room: '305' } }),
    opening('10:45', '302', { stopped: 'suspended' }),
    opening('11:00', '303', { stopped: 'terminated' }),
    opening('11:15', '305', { moved: { at: at('11:15'), room: '206' } }),
    opening('11:15', '206'),
  ];
  expect(statesAt(items, '10:22')).toEqual([
    '10:30 301 moved',
    '10:45 302 suspended',
    '11:00 303 terminated',
    '11:15 206 waiting',
    '11:15 305 elsewhere',
  ]);
  expect(openingsOn(items, at('11:29'), 60).map(({ phase }) => phase)).toEqual(Array(5).fill('running'));
  expect(openingsOn(items, at('11:30'), 60).at(-1)).toMatchObject({ state: 'moved', phase: 'past' });
});

test('without a clock to be trusted nothing is said to be next, running or over', () => {
  const openings = openingsOn(busyMorning(24), undefined, 60);
  expect(openings.every(({ state, isNext }) => state === 'unknown' && !isNext)).toBe(true);
});

test('what is to come has half of a board, what is going on the rest, its oldest dropped to a later page', () => {
  const items = [
    ...['08:30', '08:45', '09:00', '09:15', '09:30', '09:45'].map((time, index) =>
      opening(time, `40${index}`),
    ),
    ...['10:00', '10:15', '10:30', '10:45', '11:00'].map((time) => opening(time, '301')),
  ];
  const pages = boardPages(openingsOn(items, at('09:50'), 120), 7, oneLine).map((page) =>
    page.map(({ item }) => item.at.slice(11, 16)),
  );
  expect(pages).toEqual([
    ['10:00', '10:15', '10:30', '10:45', '09:15', '09:30', '09:45'],
    ['11:00', '08:30', '08:45', '09:00'],
  ]);
});

test('a moved opening takes two lines, and what is over stands only where lines remain', () => {
  const items = [
    opening('08:00', '301'),
    opening('09:30', '301'),
    opening('10:00', '302', { moved: { at: '2026-12-08T09:30:00+08:00' } }),
    opening('10:30', '303'),
  ];
  const at0950 = openingsOn(items, at('09:50'), 60);
  expect(boardPages(at0950, 5, twoWhereMoved)[0]!.map(({ state }) => state)).toEqual([
    'moved',
    'waiting',
    'running',
    'over',
  ]);
  expect(boardPages(at0950, 4, twoWhereMoved)[0]!.map(({ state }) => state)).toEqual([
    'moved',
    'waiting',
    'running',
  ]);
  expect(countsOf(at0950)).toEqual({ all: 3, over: 1, running: 1, waiting: 1 });
});
