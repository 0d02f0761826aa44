import { describe, expect, test } from 'vitest';
import {
  isOpen,
  isRunning,
  isTimed,
  statusAt,
  TIME_TAG,
  wordsOfStatus,
  type Dated,
  type TimeStatus,
} from '../../src/core/status.ts';

const call: Dated = { deadline: '2026-12-11T09:30:00+08:00' };
const shown: Dated = { publicFrom: '2026-11-20', publicUntil: '2026-11-23' };

const at = (dated: Dated, moment: string): TimeStatus | undefined => statusAt(dated, Date.parse(moment));

test.each<[string, string, TimeStatus]>([
  ['long before', '2026-11-22T09:00:00+08:00', 'open'],
  ['a second more than 72 hours before', '2026-12-08T09:29:59+08:00', 'open'],
  ['exactly 72 hours before', '2026-12-08T09:30:00+08:00', 'soon'],
  ['a second before', '2026-12-11T09:29:59+08:00', 'soon'],
  ['at the deadline', '2026-12-11T09:30:00+08:00', 'closed'],
  ['a second after', '2026-12-11T09:30:01+08:00', 'closed'],
  ['exactly 72 hours before, told in London', '2026-12-08T01:30:00Z', 'soon'],
  ['a second more than 72 hours before, told in New York', '2026-12-07T20:29:59-05:00', 'open'],
])('%s a call is at %s: %s', (_, moment, expected) => {
  expect(at(call, moment)).toBe(expected);
});

test.each<[string, string, TimeStatus]>([
  ['more than 72 hours before its documents are over', '2026-11-20T23:59:59+08:00', 'open'],
  ['72 hours before they are', '2026-11-21T24:00:00+08:00', 'soon'],
  ['in the last second in which they can be had', '2026-11-24T23:59:59+08:00', 'soon'],
  ['at the midnight after it', '2026-11-25T00:00:00+08:00', 'inside'],
  ['a second before its deadline', '2026-12-11T09:29:59+08:00', 'inside'],
  ['at its deadline', '2026-12-11T09:30:00+08:00', 'closed'],
])('%s a call with documents is at %s: %s', (_, moment, expected) => {
  expect(at({ ...call, gate: '2026-11-24T24:00:00+08:00' }, moment)).toBe(expected);
});

test('who has not begun cannot join a call whose gate is closed, who has still can', () => {
  expect([isOpen('inside'), isRunning('inside')]).toEqual([false, true]);
  for (const status of ['open', 'soon'] as const)
    expect([isOpen(status), isRunning(status)]).toEqual([true, true]);
  for (const status of ['closed', 'shown', 'over', undefined] as const) expect(isRunning(status)).toBe(false);
  expect(wordsOfStatus('inside', '文件获取已结束')).toBe('文件获取已结束');
  expect(wordsOfStatus('inside')).toBe('前期手续已截止');
  expect(wordsOfStatus('closed', '文件获取已结束')).toBe('已截止');
});

test.each<[string, string, TimeStatus | undefined]>([
  ['the evening before the first day', '2026-11-19T23:59:59+08:00', undefined],
  ['at midnight of the first day', '2026-11-20T00:00:00+08:00', 'shown'],
  ['at midnight of the first day, told in London', '2026-11-19T16:00:00Z', 'shown'],
  ['in the last second of the last day', '2026-11-23T23:59:59+08:00', 'shown'],
  ['at the midnight after it', '2026-11-24T00:00:00+08:00', 'over'],
])('%s a publicity period is at %s: %s', (_, moment, expected) => {
  expect(at(shown, moment)).toBe(expected);
});

test('the clocks of London and New York that change in spring and autumn move nothing', () => {
  for (const day of ['2026-03-29', '2026-11-01']) {
    const deadline = { deadline: `${day}T09:30:00+08:00` };
    const exact = Date.parse(`${day}T09:30:00+08:00`);
    expect(statusAt(deadline, exact - 72 * 3_600_000)).toBe('soon');
    expect(statusAt(deadline, exact - 72 * 3_600_000 - 1)).toBe('open');
  }
});

describe('what has befallen an announcement comes before time', () => {
  test.each(['terminated', 'failed', 'suspended', 'result'] as const)('%s', (happening) => {
    for (const moment of [
      '2026-11-22T09:00:00+08:00',
      '2026-12-11T09:00:00+08:00',
      '2027-01-01T09:00:00+08:00',
    ])
      expect(at({ ...call, ...shown, happening }, moment)).toBeUndefined();
    expect(isTimed({ ...call, happening })).toBe(false);
  });

  test('but a corrected call is still open, near and closed', () => {
    const corrected: Dated = { ...call, happening: 'corrected' };
    expect(at(corrected, '2026-11-22T09:00:00+08:00')).toBe('open');
    expect(at(corrected, '2026-12-11T09:00:00+08:00')).toBe('soon');
    expect(at(corrected, '2026-12-11T10:00:00+08:00')).toBe('closed');
    expect(isTimed(corrected)).toBe(true);
  });
});

test('a call that is shown as well is open first, then shown, then closed', () => {
  const both: Dated = { deadline: '2026-11-21T09:30:00+08:00', ...shown };
  expect(at(both, '2026-11-20T09:30:00+08:00')).toBe('soon');
  expect(at(both, '2026-11-22T09:30:00+08:00')).toBe('shown');
  expect(at(both, '2026-11-24T09:30:00+08:00')).toBe('closed');
});

test('of an announcement without dates time says nothing', () => {
  expect(at({}, '2026-11-22T09:00:00+08:00')).toBeUndefined();
  expect(isTimed({})).toBe(false);
});

test('one can take part while a call is open or near', () => {
  expect((Object.keys(TIME_TAG) as TimeStatus[]).filter(isOpen)).toEqual(['open', 'soon']);
  expect(isOpen(undefined)).toBe(false);
});
