import { expect, test } from 'vitest';
import { hoursIn, hoursKind, isWithin, overlap } from '../../../../src/core/screen/browser/quiet.ts';

test('the service hours of a centre are read from the sentence that visitors read', () => {
  expect(hoursIn('工作日 08:30–12:00、14:00–17:30')).toEqual([
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ]);
  expect(hoursIn('周一至周五 8：30至12：00，下午2点半开门')).toEqual([{ from: '08:30', to: '12:00' }]);
  expect(hoursIn('工作日上班时间')).toEqual([]);
  expect(hoursIn('08:30–25:00，09:70–10:00')).toEqual([]);
});

test.each(['18:30–07:45', '18:30-07:45', '18：30—07：45', '18:30 至 7:45', '18:30~07:45'])(
  'a clerk may write quiet hours as %s',
  (text) => expect(hoursKind.parse(text)).toEqual({ value: { from: '18:30', to: '07:45' } }),
);

test.each(['晚上', '18:30', '18:30–07:45、12:00–13:00', '每天 18:30–07:45', '18:30–24:30', '08:00–08:00'])(
  'quiet hours written as %s are refused with an example',
  (text) => {
    const parsed = hoursKind.parse(text);
    expect(parsed).toMatchObject({
      fault: { code: 'S103', example: expect.stringContaining('18:30–07:45') as string },
    });
  },
);

test('a night goes over midnight, its last minute is in it and its end is not', () => {
  const night = { from: '18:30', to: '07:45' };
  expect(['18:29', '18:30', '23:59', '00:00', '07:44', '07:45'].map((time) => isWithin(night, time))).toEqual(
    [false, true, true, true, true, false],
  );
});

test('stretches that only touch do not overlap, and any shared minute is an overlap', () => {
  const morning = { from: '08:30', to: '12:00' };
  expect(overlap({ from: '18:30', to: '08:30' }, morning)).toBe(false);
  expect(overlap({ from: '18:30', to: '08:31' }, morning)).toBe(true);
  expect(overlap({ from: '12:00', to: '14:00' }, morning)).toBe(false);
  expect(overlap({ from: '09:00', to: '09:10' }, morning)).toBe(true);
  expect(overlap({ from: '07:00', to: '06:59' }, morning)).toBe(true);
});
