import { expect, test } from 'vitest';
import type { Expected } from '../../../src/core/health/health.ts';
import type { Heard } from '../../../src/core/health/log.ts';
import { mirrorHealthOf } from '../../../src/core/health/mirror.ts';
import { mirrorWords } from '../../../src/core/health/mirror-words.ts';
import { isReportWell, reportOf } from '../../../src/core/health/report.ts';
import { rowOf } from '../../../src/core/health/words.ts';

const MINUTE = 60_000;
const HOUR = 60;
const NOW = Date.parse('2026-11-27T10:00:00+08:00');
const TODAY = '2026-11-27T08:00:00+08:00';

const agoAsText = (minutes: number): string => new Date(NOW - minutes * MINUTE).toISOString();

const status = (more: object): string =>
  JSON.stringify({
    schema: 1,
    source: 'https://ggzy.example.gov.cn/',
    result: 'unchanged',
    message: '没有新的内容。',
    ...more,
  });

const contact = (minutes: number): object => ({ contactAt: agoAsText(minutes) });

test.each([
  ['a contact of a minute ago', { ...contact(1), busy: 0, skewSeconds: 3 }, []],
  ['a contact of 14 minutes ago', contact(14), []],
  ['a contact of 15 minutes ago', contact(15), ['late']],
  ['a contact of two hours ago', contact(120), ['stale']],
  ['a contact of three days ago', contact(72 * HOUR), ['stale']],
  ['a contact of tomorrow, by a clock put back since', contact(-20 * HOUR), ['ahead']],
  ['no contact ever', {}, ['never']],
  ['a lost clock, which reaches its source', { at: agoAsText(1), skewSeconds: 9e8 }, ['skew']],
  [
    'a lost clock and a dead source',
    { at: agoAsText(1), skewSeconds: 9e8, result: 'network' },
    ['never', 'skew'],
  ],
  ['two runs in a row that found another', { ...contact(4), busy: 2 }, []],
  ['three runs in a row that found another', { ...contact(6), busy: 3 }, ['busy']],
  ['a clock that is 23 hours ahead', { ...contact(1), skewSeconds: -82_800 }, ['skew']],
  ['a clock of which nothing is known', contact(1), []],
  ['a number that is none', { ...contact(1), skewSeconds: 'x', busy: null }, []],
] as const)('a mirror with %s has the problems it should', (_, more, problems) => {
  expect(mirrorHealthOf(status(more), TODAY, NOW).problems).toEqual(problems);
});

test.each([
  ['is not there', undefined],
  ['was cut short', '{"schema":1,"contactAt":"2026'],
  ['is a list', '[]'],
  ['is of another schema', '{"schema":9,"contactAt":"2026-11-27T09:59:00+08:00"}'],
])('a status that %s is no good sign', (_, text) => {
  expect(mirrorHealthOf(text, TODAY, NOW).problems).toEqual(['unreadable']);
});

test.each([
  ['of this morning', TODAY, []],
  ['of yesterday morning', '2026-11-26T07:00:00+08:00', ['late']],
  ['of Tuesday', '2026-11-24T08:00:00+08:00', ['stale']],
])('a box that a stick feeds is judged by the age of its data: %s', (_, generated, problems) => {
  const carried = status({ source: '/media/stick/site.tar' });
  expect(mirrorHealthOf(carried, generated, NOW).problems).toEqual(problems);
});

test('what is wrong with a mirror is told with what to do, and with what its last run said', () => {
  const words = (more: object): string =>
    mirrorWords(mirrorHealthOf(status(more), TODAY, NOW), NOW).join('；');
  const since = { contactAt: '2026-11-24T10:20:00+08:00' };
  expect(words({ ...since, result: 'network', message: '连不上来源。' })).toMatchInlineSnapshot(
    `"自 11月24日（星期二）10:20 起没有连上来源的网站：看机器的网络、来源的网站和定时任务（zhangbang-mirror.timer）；它最近一次说：连不上来源。"`,
  );
  expect(words({ ...contact(6), busy: 3 })).toMatchInlineSnapshot(
    `"连续 3 次都有另一个 mirror 在运行，它多半卡住了：请重新启动这台机器"`,
  );
  expect(words({ ...contact(1), skewSeconds: -82_800 })).toMatchInlineSnapshot(
    `"机器的时钟快 23 小时：请设置网络对时"`,
  );
  expect(words(contact(1))).toBe('');
});

const SEQ = 20261124080000;
const screen: Expected = { folder: 'display', id: 'lobby-b', name: '二楼大厅', seq: SEQ, publishedAt: NOW };

/** What the page of a box tells, which was made by a program of before: nothing of its age. */
const heardAt = (at: number): Heard => ({
  beat: { screen: 'lobby-b', seq: SEQ, minutes: 600, errors: 0, hasFont: true, nodes: 140 },
  folder: 'display',
  at,
  from: '127.0.0.1',
});

test('a box whose mirror died three days ago is red, though its screen shows the newest that the box has', () => {
  const mirror = mirrorHealthOf(status({ contactAt: '2026-11-24T10:20:00+08:00' }), undefined, NOW);
  const report = reportOf({ screens: [screen], heard: [heardAt(NOW - MINUTE)], mirror }, NOW);
  expect(isReportWell(report)).toBe(false);
  expect(rowOf(report.screens[0]!, NOW).cells).toContain('11月24日 08:00（和本机的一样，不知道是不是最新）');
});

test('on a box whose clock is 23 hours ahead every moment is put right', () => {
  const [wrong, skewSeconds] = [NOW + 23 * HOUR * MINUTE, -23 * 3600];
  const mirror = mirrorHealthOf(
    status({ contactAt: new Date(wrong - MINUTE).toISOString(), skewSeconds }),
    undefined,
    wrong,
  );
  const report = reportOf({ screens: [screen], heard: [heardAt(wrong - 2 * MINUTE)], mirror }, wrong);
  expect(report).toMatchObject({
    at: NOW,
    screens: [{ state: 'online', at: NOW - 2 * MINUTE }],
    mirrors: [{ contactAt: NOW - MINUTE, problems: ['skew'] }],
  });
  expect(isReportWell(report)).toBe(false);
});
