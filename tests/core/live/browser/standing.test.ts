import { describe, expect, test } from 'vitest';
import type { LiveTable, OpeningTable } from '../../../../src/core/live/browser/live.ts';
import { isShown, isTaken, openRooms } from '../../../../src/core/live/browser/standing.ts';
import type { Item } from '../../../../src/core/screen/browser/feed.ts';
import { at, calling, item, opening } from '../tables.ts';

const LASTS = 60;
const open = { room: 'kb303', item };

/** The rooms that are asked at a moment. */
const asked = (items: readonly Item[], now: string | undefined, held?: LiveTable): readonly string[] =>
  openRooms(items, now, LASTS, () => held).map(({ room }) => room);

describe('a room is asked for its table only while bids are opened in it', () => {
  test.each<readonly [time: string, rooms: readonly string[]]>([
    ['08:00', []],
    ['10:29', []],
    ['10:30', ['kb303']],
    ['11:29', ['kb303']],
    ['11:30', []],
    ['17:00', []],
  ])('at %s: %j', (time, rooms) => {
    expect(asked([item], at(time))).toEqual(rooms);
  });

  test('without a clock to be trusted nobody asks', () => {
    expect(asked([item], undefined)).toEqual([]);
  });

  test.each<readonly [what: string, more: Partial<Item>]>([
    ['was moved to another hour', { moved: { at: at('15:00') } }],
    ['is suspended', { stopped: 'suspended' }],
    ['is terminated', { stopped: 'terminated' }],
    ['was yesterday', { at: '2026-11-22T10:30:00+08:00' }],
  ])('an opening that %s has none', (_, more) => {
    expect(asked([{ ...item, ...more }], at('10:40'))).toEqual([]);
  });

  test('one in a room that the settings do not name has none', () => {
    const { roomId, ...elsewhere } = item;
    expect([roomId, asked([elsewhere], at('10:40'))]).toEqual(['kb303', []]);
  });

  test('once the next has begun in the room, the table is of that one', () => {
    const next = { ...item, id: 'sl-js-2026-022-tender', at: at('11:00') };
    expect(openRooms([item, next], at('11:05'), LASTS, () => undefined)).toEqual([
      { room: 'kb303', item: next },
    ]);
  });

  test('one that goes on for half a day is asked as long as its table changes', () => {
    expect(asked([item], at('14:30'), opening({ updatedAt: at('14:10') }))).toEqual(['kb303']);
    expect(asked([item], at('14:30'), opening({ updatedAt: at('13:10') }))).toEqual([]);
    expect(asked([item], at('14:30'), opening({ updatedAt: at('14:10'), ended: at('14:10') }))).toEqual([]);
  });
});

describe('nothing of a table is shown', () => {
  test.each<readonly [when: string, table: LiveTable, time: string]>([
    ['before the hour of the opening, though the table has begun', opening({ starts: at('10:00') }), '10:29'],
    ['before the table begins, though the hour has come', opening({ starts: at('10:45') }), '10:44'],
    ['when it is of another announcement', opening({ announcement: 'sl-js-2026-020-tender' }), '10:42'],
    ['when it is of yesterday', opening({ starts: '2026-11-22T10:30:00+08:00' }), '10:42'],
    ['when it is of another room', opening({ room: 'kb301' }), '10:42'],
    ['when it was entered in time to come', opening({ updatedAt: at('10:50') }), '10:42'],
    ['once it is over', opening({ ended: at('10:42') }), '10:42'],
  ])('%s', (_, table, time) => {
    expect(isShown(table, open, at(time))).toBe(false);
  });
});

test.each<readonly [table: LiveTable, time: string]>([
  [opening(), '10:30'],
  [opening(), '10:42'],
  [opening({ ended: at('10:58') }), '10:57'],
  [calling, '10:42'],
])('a table is shown from the start until its end', (table, time) => {
  expect(isShown({ ...table, updatedAt: at('10:30') }, open, at(time))).toBe(true);
});

describe('of two tables the screen takes the newer one', () => {
  const held = opening();
  test.each<readonly [what: string, more: Partial<OpeningTable>, newer: boolean]>([
    ['the next', { seq: held.seq + 1, updatedAt: at('10:42') }, true],
    ['the next of the same minute', { seq: held.seq + 1 }, true],
    ['the next, which is the end', { seq: held.seq + 1, ended: at('10:42') }, true],
    ['the one before', { seq: held.seq - 1 }, false],
    ['a lower number with a later time', { seq: held.seq - 1, updatedAt: at('10:42') }, false],
    ['a higher number with an earlier time', { seq: held.seq + 1, updatedAt: at('10:40') }, false],
  ])('%s', (_, more, newer) => {
    expect(isTaken(opening(more), held, [open], at('10:42'))).toBe(newer);
  });

  test('where none is at hand any that holds is taken', () => {
    expect(isTaken(held, undefined, [open], at('10:42'))).toBe(true);
  });

  test('numbers called in the room follow the bids with a number of their own', () => {
    expect(isTaken(calling, held, [open], at('10:42'))).toBe(true);
  });
});

describe('a table that does not hold now takes no place, not even an empty one', () => {
  const later = { seq: opening().seq + 1, updatedAt: at('10:42') };
  test.each<readonly [what: string, more: Partial<OpeningTable>]>([
    ['of another announcement', { ...later, announcement: 'sl-js-2026-020-tender' }],
    ['of yesterday', { ...later, starts: '2026-11-22T10:30:00+08:00' }],
    ['that begins later', { ...later, starts: at('10:50') }],
    ['of another room', { ...later, room: 'kb301' }],
    ['that was entered in three minutes', { ...later, updatedAt: at('10:45') }],
    ['that was entered tomorrow', { ...later, updatedAt: '2026-11-24T10:45:00+08:00' }],
  ])('one %s', (_, more) => {
    expect(isTaken(opening(more), opening(), [open], at('10:42'))).toBe(false);
    expect(isTaken(opening(more), undefined, [open], at('10:42'))).toBe(false);
  });

  test('two clocks may differ by two minutes', () => {
    expect(isTaken(opening({ ...later, updatedAt: at('10:44') }), opening(), [open], at('10:42'))).toBe(true);
  });
});

describe('a table at hand that holds no longer stands in nobody’s way', () => {
  const next = { ...item, id: 'sl-js-2026-022-tender', at: at('11:00') };
  const first = opening({ announcement: next.id, starts: at('11:00'), seq: 1, updatedAt: at('11:00') });

  test('that of the opening before gives way to the first of the next, and does not come back', () => {
    const open = [{ room: 'kb303', item: next }];
    expect(isTaken(first, opening({ updatedAt: at('11:01') }), open, at('11:01'))).toBe(true);
    expect(isTaken(opening({ seq: 9e15, updatedAt: at('11:02') }), first, open, at('11:02'))).toBe(false);
  });

  test('one that was entered in time to come, before the clock was put right', () => {
    const ahead = opening({ seq: 9e15, updatedAt: at('13:00') });
    expect(isTaken(opening(), ahead, [open], at('10:42'))).toBe(true);
  });
});
