import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoticeLevel } from '../../../../src/core/announcement/notice-level.ts';
import {
  bandPieces,
  informPieces,
  noticeDwell,
  noticesOn,
  withBand,
} from '../../../../src/core/screen/browser/band.ts';
import type { Notice } from '../../../../src/core/screen/browser/feed.ts';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';
import { linesOf } from '../../../../src/core/screen/browser/lines.ts';

const words = { heading: '可参与项目', centre: '佛山市公共资源交易中心高明分中心', screen: '一楼大厅' };
const panel = { inches: 55, width: 1920, height: 1080 };
const lobby = layoutOf({ ...panel, distanceM: 3 }, words);
/** As a board of seven rows has its edges and its list, whatever its rows are. */
const far = { ...layoutOf({ ...panel, distanceM: 5 }, words), edge: 44, list: 791 };
const upright = {
  ...layoutOf({ ...panel, width: 1080, height: 1920, distanceM: 5 }, words),
  edge: 44,
  list: 1500,
};

const notice = (id: string, from: string, until: string, level?: NoticeLevel): Notice => ({
  id,
  text: `提示${id}`,
  ...(level && { level }),
  from: `2026-11-23T${from}:00+08:00`,
  until: `2026-11-23T${until}:00+08:00`,
});

const idsOf = (all: readonly Notice[], time: string | undefined): string =>
  noticesOn(all, time && `2026-11-23T${time}:00+08:00`)
    .map(({ id }) => id)
    .join('');

describe('which notices are said', () => {
  const all = [notice('c', '10:00', '18:00'), notice('b', '09:00', '12:00'), notice('a', '08:00', '18:00')];

  test.each([
    ['before its beginning', '07:59', ''],
    ['from its beginning', '08:00', 'a'],
    ['two at a time, the newest first', '10:00', 'cb'],
    ['until its end, and not longer', '12:00', 'ca'],
  ])('a notice is said %s', (_name, time, ids) => {
    expect(idsOf(all, time)).toBe(ids);
  });

  test('a clock that cannot be trusted takes no notice for over', () => {
    expect(idsOf(all, undefined)).toBe('cb');
  });

  test('each level has its own turns: three of 变更 push out no 告知', () => {
    const plans = [notice('x', '08:00', '18:00', 'inform'), notice('y', '08:00', '18:00', 'inform')];
    expect(idsOf([...all, ...plans], '11:00')).toBe('cbxy');
  });

  test('紧急 is never dropped though 20 notices hold, and comes first', () => {
    const many = Array.from('defghijklmnopqrstuvw', (id) => notice(id, '08:00', '18:00'));
    const alarm = notice('!', '08:00', '09:00', 'urgent');
    expect(idsOf([...many, alarm], '08:30')).toBe('!de');
    expect(idsOf([...many, alarm], '09:00')).toBe('de');
  });

  test('two notices of the highest level, or three: all of them are said', () => {
    const alarms = Array.from('123', (id) => notice(id, '08:00', '18:00', 'urgent'));
    expect(idsOf(alarms, '10:00')).toBe('123');
  });

  test('no clock hides 紧急', () => {
    expect(idsOf([notice('!', '08:00', '09:00', 'urgent')], undefined)).toBe('!');
  });

  test('two notices take turns no faster than they are read to the end', () => {
    expect(noticeDwell('停电')).toBe(10);
    expect(noticeDwell('电'.repeat(60))).toBe(22);
  });
});

describe('the room that they take', () => {
  const texts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 2 });
  const say = (level: NoticeLevel, lengths: readonly number[]) =>
    lengths.map((length) => ({ level, text: '提'.repeat(length) }));

  test('the list gives way by exactly what the notices need, and takes it back', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(lobby, far, upright), (changes, plans, layout) => {
        const notices = [...say('change', changes), ...say('inform', plans)];
        const banded = withBand(layout, notices);
        expect(banded.band + banded.inform + banded.list).toBe(layout.list);
        expect(banded.list).toBeGreaterThanOrEqual(layout.list * 0.4);
        for (const piece of bandPieces(notices, banded))
          expect(linesOf(piece, banded.bandWide)).toBeLessThanOrEqual(banded.bandLines);
        for (const piece of informPieces(notices, banded))
          expect(linesOf(piece, banded.informWide)).toBeLessThanOrEqual(banded.informLines);
      }),
    );
    expect(withBand(lobby, [])).toMatchObject({ band: 0, inform: 0, list: lobby.list });
  });

  test('告知 takes one line at the size of the rows, however long it is', () => {
    const short = withBand(far, [{ level: 'inform', text: '停电' }]);
    expect(short).toMatchObject({ band: 0, inform: 110 });
    expect(withBand(far, say('inform', [60])).inform).toBe(110);
  });

  test('变更 takes about three rows, however long it is', () => {
    for (const length of [14, 26, 48, 60]) {
      const { band } = withBand(far, say('change', [length]));
      expect(band).toBeGreaterThan(2.3 * 113);
      expect(band).toBeLessThan(3.6 * 113);
    }
  });

  test('a short 变更 stands in larger letters, a long one never in smaller ones than the rows', () => {
    expect(withBand(far, say('change', [7])).bandEm).toBeGreaterThan(far.key);
    expect(withBand(far, say('change', [26])).bandEm).toBe(far.key);
    expect(withBand(far, say('change', [60])).bandEm).toBe(far.body);
  });

  test('on a glass that has little room a 变更 leaves the rows their part', () => {
    const { list } = withBand({ ...far, list: 400 }, say('change', [60]));
    expect(list).toBeGreaterThanOrEqual(160);
  });

  test('紧急 takes nothing from the list: it stands before all of it', () => {
    expect(withBand(far, say('urgent', [30]))).toMatchObject({ band: 0, inform: 0, list: far.list });
  });

  test('a notice without a level, of an earlier version, is 变更', () => {
    expect(withBand(far, [{ text: '今天停电' }]).band).toBeGreaterThan(0);
  });

  test('what is longer than its place is told in pieces that end at a clause', () => {
    const text = '本周六20时至次日8时交易系统停机维护，投标文件请提前上传（示例）';
    const notices = [{ level: 'inform', text }] as const;
    expect(informPieces(notices, withBand(far, notices))).toEqual([
      '本周六20时至次日8时交易系统停机维护，',
      '投标文件请提前上传（示例）',
    ]);
  });

  test('where there is no clause to end at, a piece says that it goes on', () => {
    const notices = say('inform', [30]);
    const [first, last] = informPieces(notices, withBand(far, notices)) as [string, string];
    expect(first).toMatch(/^提+…$/u);
    expect(first.length - 1 + last.length).toBe(30);
  });
});
