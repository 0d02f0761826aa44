import { describe, expect, test } from 'vitest';
import type { Item } from '../../../../src/core/screen/browser/feed.ts';
import { openingCells } from '../../../../src/core/screen/browser/opening-cells.ts';
import { openingsOn } from '../../../../src/core/screen/browser/openings.ts';
import { at, opening } from '../busy-day.ts';

/** A board that lies, with a column for rooms of three figures. */
const board = { room: 280, body: 80, hour: 240, rowEm: 20, arrangement: 'wide' } as const;

const toOf = (moved: NonNullable<Item['moved']>, time = '08:00', rowEm: number = board.rowEm) => {
  const item = opening('10:45', '303', { moved });
  const [row] = openingsOn([item], at(time), 60);
  return openingCells(row!, { ...board, rowEm }).to!;
};

describe('an opening that was moved', () => {
  test('to another house names the house behind the arrow, without its address', () => {
    const place = '示例大酒店三楼会议室（示例区示例街道示例路 100 号）';
    expect(toOf({ at: at('10:45'), place })).toMatchObject({
      hour: '',
      room: '',
      place: '示例大酒店三楼会议室',
    });
    expect(toOf({ at: at('10:45'), place }, '08:00', 40)).toMatchObject({ place });
    expect(toOf({ at: at('10:45'), place }, '08:00', 11)).toMatchObject({ place: '地点见公告' });
  });

  test('to a room that the column does not hold, or to no place that is told, has words behind the arrow', () => {
    expect(toOf({ at: at('10:45'), room: '二号开标室' })).toMatchObject({ room: '', place: '二号开标室' });
    expect(toOf({ at: at('10:45') })).toMatchObject({ room: '', place: '不在原处，地点见公告' });
  });

  test('to another hour of the same place tells the hour alone', () => {
    expect(toOf({ at: at('15:00'), place: '示例交易中心 303 开标室' })).toMatchObject({
      hour: '15:00',
      place: '',
    });
  });

  test('to an hour that is past says how it stands there', () => {
    const moved = { at: at('09:00'), room: '303' };
    expect(toOf(moved, '08:59')).toMatchObject({ hour: '09:00', room: '303', place: '' });
    expect(toOf(moved, '09:30')).toMatchObject({ place: '开标中' });
    expect(toOf(moved, '10:23')).toMatchObject({ hour: '09:00', room: '303', place: '已开始' });
  });
});
