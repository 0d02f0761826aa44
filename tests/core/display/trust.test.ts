import { expect, test } from 'vitest';
import { trustIn } from '../../../src/core/display/trust.ts';

const generated = '2026-11-20T09:00:00+08:00';
const now = '2026-11-22T09:00:00+08:00';

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

test('data of three days ago is said to be so, though the server that has it answers', () => {
  const old = { minutesAlone: 0, generated };
  expect(trustIn({ ...old, now: '2026-11-23T08:59:00+08:00' }).warning).toBe('');
  expect(trustIn({ ...old, now: '2026-11-24T10:00:00+08:00' })).toEqual({
    freshness: 'late',
    warning: '数据是 4 天前的，可能不是最新',
  });
  expect(trustIn({ ...old, now: undefined }).warning).toBe('');
});
