import { expect, test } from 'vitest';
import { trustIn } from '../../../../src/core/screen/browser/trust.ts';

const generated = '2026-11-20T09:00:00+08:00';
const now = '2026-11-20T18:00:00+08:00';

test.each([
  [0, 'fresh', ''],
  [14.9, 'fresh', ''],
  [16, 'late', '已 16 分钟没有连上服务器，可能不是最新'],
  [180, 'stale', '已 3 小时没有连上服务器，请以网站为准'],
])(
  'after %d minutes without the server the screen is %s and says “%s”',
  (minutesAlone, freshness, warning) => {
    expect(trustIn({ minutesAlone, generated, now })).toEqual({ freshness, warning });
  },
);

test('where nobody can tell how long the server has been silent, the screen says that it is', () => {
  expect(trustIn({ minutesAlone: undefined, generated, now: undefined })).toEqual({
    freshness: 'late',
    warning: '没有连上服务器，可能不是最新',
  });
});

test('data of more than a day are said to be so, though the server that has them answers', () => {
  const old = { minutesAlone: 0, generated };
  expect(trustIn({ ...old, now: '2026-11-21T10:59:00+08:00' })).toEqual({ freshness: 'fresh', warning: '' });
  expect(trustIn({ ...old, now: '2026-11-21T11:00:00+08:00' })).toEqual({
    freshness: 'late',
    warning: '数据是 1 天前的，可能不是最新',
  });
  expect(trustIn({ ...old, now: '2026-11-24T10:00:00+08:00' })).toEqual({
    freshness: 'stale',
    warning: '数据是 4 天前的，请以网站为准',
  });
});

test('where the server answers and the time cannot be right, the screen says that it cannot tell', () => {
  expect(trustIn({ minutesAlone: 0, generated, now: undefined })).toEqual({
    freshness: 'late',
    warning: '时钟不准，是否最新请以网站为准',
  });
});

test.each([
  [0, ''],
  [-120, ''],
  [-23 * 3600 - 60, '本机时钟快 23 小时，已按网站时间显示'],
  [125, '本机时钟慢 2 分钟，已按网站时间显示'],
  [8 * 3600 - 1, '本机时钟慢 8 小时，已按网站时间显示'],
  [-5 * 86_400, '本机时钟快 5 天，已按网站时间显示'],
  [undefined, ''],
])('a clock that is %d seconds behind the time that is followed is told so: “%s”', (skewSeconds, warning) => {
  expect(trustIn({ minutesAlone: 0, generated, now, skewSeconds })).toEqual({ freshness: 'fresh', warning });
});

test('that old data are old is said before that a clock is wrong', () => {
  const { warning } = trustIn({ minutesAlone: 20, generated, now, skewSeconds: -82_800 });
  expect(warning).toBe('已 20 分钟没有连上服务器，可能不是最新');
});
