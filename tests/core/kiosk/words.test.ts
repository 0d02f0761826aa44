import { expect, test } from 'vitest';
import { dataAge, deadEnd } from '../../../src/core/kiosk/words.ts';

const GENERATED = '2026-11-22T09:00:00+08:00';

test.each([
  ['2026-11-22T12:00:00+08:00', 0, 'fresh', '数据更新 09:00'],
  ['2026-11-23T10:00:00+08:00', 14, 'fresh', '数据更新 11月22日 09:00'],
  [undefined, 0, 'late', '数据更新 11月22日 09:00，时钟不准，是否最新请以网站为准'],
  ['2026-11-22T12:00:00+08:00', 20, 'late', '数据更新 09:00，已 20 分钟没有连上服务器，可能不是最新'],
  ['2026-11-22T12:00:00+08:00', 180, 'stale', '数据更新 09:00，已 3 小时没有连上服务器，请以网站为准'],
  [
    '2026-11-25T09:00:00+08:00',
    0,
    'stale',
    '数据更新 11月22日 09:00，之后没有更新，可能不是最新，请以网站为准',
  ],
] as const)('at %s, %i minutes after the last answer, the data are %s', (now, minutes, freshness, words) => {
  expect(dataAge(GENERATED, now, minutes)).toEqual({ freshness, words });
});

test('a kiosk whose clock is wrong says so, and that it goes by the site', () => {
  expect(dataAge(GENERATED, '2026-11-22T12:00:00+08:00', 0, -82_800)).toEqual({
    freshness: 'fresh',
    words: '数据更新 09:00，本机时钟快 23 小时，已按网站时间显示',
  });
});

test.each([
  ['u', false, '没有找到 U。可以按别的字母，或者回首页按镇街找。'],
  ['zwx', false, '没有找到 ZWX。可以删除一个字母，或者回首页按镇街找。'],
  ['zwx', true, '这里没有 ZWX。可以删除一个字母，或者回首页查全部公告。'],
  ['gmjs2026012x', false, '没有找到 …2026012X。可以删除一个字母，或者回首页按镇街找。'],
])('the key that leads %j nowhere says what can be done', (keys, isPart, words) => {
  expect(deadEnd(keys, isPart)).toBe(words);
});
