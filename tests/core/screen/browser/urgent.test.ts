import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';
import { linesOf } from '../../../../src/core/screen/browser/lines.ts';
import {
  urgentBar,
  urgentCapacity,
  urgentFoot,
  urgentHours,
  urgentSetting,
  urgentSettingOf,
} from '../../../../src/core/screen/browser/urgent.ts';

const words = { heading: '今日开标', centre: '示例中心', screen: '一楼大厅' };
const lying = layoutOf({ inches: 55, width: 1920, height: 1080, distanceM: 5 }, words);
const upright = layoutOf({ inches: 55, width: 1080, height: 1920, distanceM: 5 }, words);

test('what to do stands first and largest, the rest below it', () => {
  const set = urgentSetting('立即离开，三楼火警，走楼梯', lying)!;
  expect(set).toMatchObject({ head: '立即离开', rest: '三楼火警，走楼梯' });
  expect(set.headEm).toBeGreaterThan(300);
  expect(set.restEm).toBeGreaterThan(150);
});

test('on a glass that stands a line ends behind a clause, not within a word', () => {
  expect(urgentSetting('立即离开，三楼火警，走楼梯', upright)!.rest).toBe('三楼火警，\n走楼梯');
});

test('a text without a call in front is set whole, as large as it goes', () => {
  const set = urgentSetting('因为停电今天上午的开标全部暂停', lying)!;
  expect(set).toMatchObject({ head: '因为停电今天上午的开标全部暂停', rest: '' });
  expect(set.headEm).toBeGreaterThan(2 * lying.body);
});

test('whatever is set is read from twice as far as the rows, and stays on the glass', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(lying, upright),
      (call, more, glass) => {
        const set = urgentSetting(`${'快'.repeat(call)}，${'走'.repeat(more)}`, glass);
        if (!set) return;
        const wide = glass.width - 2 * glass.edge;
        const [head, rest] = [linesOf(set.head, wide / set.headEm), linesOf(set.rest, wide / set.restEm)];
        const high = (head * set.headEm + (set.rest ? rest * set.restEm : 0)) * 1.25;
        expect(high).toBeLessThanOrEqual(glass.height - urgentBar(glass) - urgentFoot(glass));
        expect(set.headEm).toBeGreaterThanOrEqual(2 * glass.body);
        if (set.rest) expect(set.restEm).toBeGreaterThanOrEqual(2 * glass.body);
      },
    ),
  );
});

test.each([
  ['lying', lying],
  ['upright', upright],
])('as many characters as a %s glass is said to hold do stand on it', (_, glass) => {
  const most = urgentCapacity(glass);
  expect(most).toBeGreaterThanOrEqual(20);
  expect(urgentSetting('走'.repeat(most), glass)).toBeDefined();
  expect(urgentSetting('走'.repeat(60), glass)).toBeUndefined();
});

test('a text that came too long all the same is shown whole, as large as it goes', () => {
  const set = urgentSettingOf('走'.repeat(60), lying);
  expect(set.head).toHaveLength(60);
  expect(set.headEm).toBeGreaterThan(lying.body);
});

test('its foot tells from when it holds and until when, with the day where that is not today', () => {
  const notice = { from: '2026-11-23T10:18:00+08:00', until: '2026-11-24T11:00:00+08:00' };
  expect(urgentHours(notice, '2026-11-23T10:22:00+08:00')).toBe('10:18 起，到 11月24日 11:00 或者解除为止');
});
