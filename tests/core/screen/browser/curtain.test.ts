import { expect, test } from 'vitest';
import { curtainAt, LONGEST_ALONE, secondsUntil } from '../../../../src/core/screen/browser/curtain.ts';

const quiet = { from: '18:30', to: '07:45' };
const at = (time: string): string => `2026-12-31T${time}+08:00`;

test.each([
  ['18:29:59', undefined],
  ['18:30:00', 'quiet'],
  ['23:59:59', 'quiet'],
  ['00:00:00', 'quiet'],
  ['07:44:59', 'quiet'],
  ['07:45:00', undefined],
])('at %s the glass is before the curtain %s', (time, curtain) => {
  expect(curtainAt({ now: at(time), quiet, minutesAlone: 0 })).toBe(curtain);
});

test('a screen without quiet hours, or without a clock it can trust, knows no night', () => {
  expect(curtainAt({ now: at('23:00:00'), quiet: undefined, minutesAlone: 0 })).toBeUndefined();
  expect(curtainAt({ now: undefined, quiet, minutesAlone: 0 })).toBeUndefined();
});

test('after three days without the server the announcements are suspended, by day and by night, whatever the clock says', () => {
  const minutesAlone = LONGEST_ALONE;
  expect(LONGEST_ALONE).toBe(72 * 60);
  expect(curtainAt({ now: at('10:00:00'), quiet, minutesAlone: minutesAlone - 1 })).toBeUndefined();
  for (const now of [at('10:00:00'), at('23:00:00'), undefined])
    expect(curtainAt({ now, quiet, minutesAlone })).toBe('suspended');
});

test.each([
  ['07:44:00', 60],
  ['07:45:00', 86_400],
  ['23:45:30', 8 * 3600 - 30],
])('at %s it is %d seconds until 07:45', (time, seconds) => {
  expect(secondsUntil('07:45', at(time))).toBe(seconds);
});
