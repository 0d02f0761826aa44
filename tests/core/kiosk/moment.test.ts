import { expect, test } from 'vitest';
import { closingDay, dayIn, momentOf } from '../../../src/core/kiosk/moment.ts';

const publishedOn = '2026-11-20';
const gate = { label: '文件获取结束', at: '2026-11-24T24:00:00+08:00', over: '文件获取已结束' };
const deadline = { label: '投标截止', at: '2026-12-08T09:30:00+08:00' };

test.each([
  ['a call', { publishedOn, deadline }, '2026', '12月8日 09:30 截止'],
  ['a call that takes newcomers', { publishedOn, gate, deadline }, '2026-11-24', '11月24日 文件获取结束'],
  ['a call that takes none any more', { publishedOn, gate, deadline }, '2026-11-25', '12月8日 09:30 截止'],
  ['a call of another year', { publishedOn, deadline }, '2027', '2026年12月8日 09:30 截止'],
  [
    'a deadline with its seconds',
    { publishedOn, deadline: { ...deadline, at: '2026-12-08T23:59:59+08:00' } },
    '2026',
    '12月8日 23:59:59 截止',
  ],
  ['a list of candidates', { publishedOn, publicUntil: '2026-11-25' }, '2026', '11月25日 公示结束'],
  [
    'a publicity period over New Year',
    { publishedOn, publicUntil: '2027-01-04' },
    '2026',
    '2027年1月4日 公示结束',
  ],
  [
    'a deadline and a publicity period',
    { publishedOn, publicUntil: '2026-11-25', deadline },
    '2026',
    '12月8日 09:30 截止',
  ],
  ['any other', { publishedOn }, '2026', '11月20日 发布'],
  ['any other of another year', { publishedOn }, '2025', '2026年11月20日 发布'],
])('a row of a kiosk tells of %s the moment that matters', (_, listed, now, words) => {
  expect(momentOf(listed, `${now.padEnd(10, '-01-01')}T09:00:00+08:00`)).toBe(words);
});

test('a call is said to close on the day from which nobody new can begin', () => {
  expect(closingDay({ gate, deadline }, '2026')).toBe('11月24日');
  expect(closingDay({ deadline }, '2026')).toBe('12月8日');
});

test('a day is told without its time, and its year only where it is another', () => {
  expect(dayIn('2026-12-08T09:30:00+08:00', '2026')).toBe('12月8日');
  expect(dayIn('2026-12-08', '2027')).toBe('2026年12月8日');
});
