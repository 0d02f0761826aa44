import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, settingsFor, SettingsError } from '../src/settings.ts';

const clock = () => Temporal.Instant.from('2026-11-22T01:02:03.456Z');

test('an empty environment gives the folders of the project, the clock in Shanghai and port 4321', () => {
  expect(readSettings({}, clock)).toEqual({
    contentDir: resolve('content'),
    outDir: resolve('dist'),
    liveDir: resolve('live'),
    siteUrl: undefined,
    basePath: undefined,
    now: '2026-11-22T09:02:03+08:00',
    isTodaySet: false,
    port: 4321,
  });
});

test('an empty value counts as unset', () => {
  const unset = {
    CONTENT_DIR: '',
    OUT_DIR: '',
    LIVE_DIR: '',
    SITE_URL: '',
    BASE_PATH: '',
    TODAY: '',
    PORT: '',
  };
  expect(readSettings(unset, clock)).toEqual(readSettings({}, clock));
});

test.each([
  ['2026-03-02T09:00+08:00', '2026-03-02T09:00:00+08:00'],
  ['2026-03-02T00:00Z', '2026-03-02T08:00:00+08:00'],
  ['2026-03-01T20:00-05:00', '2026-03-02T09:00:00+08:00'],
])('TODAY=%s is %s, whatever the zone of the machine', (text, now) => {
  expect(readSettings({ TODAY: text }, clock).now).toBe(now);
});

test.each([
  ['ggzy', '/ggzy/'],
  ['/ggzy', '/ggzy/'],
  ['/a/b/', '/a/b/'],
  ['/', '/'],
])('BASE_PATH=%s is %s', (text, basePath) => {
  expect(readSettings({ BASE_PATH: text }, clock).basePath).toBe(basePath);
});

test.each([
  ['https://example.gov.cn', 'https://example.gov.cn'],
  ['http://10.0.0.1:8080/', 'http://10.0.0.1:8080'],
])('SITE_URL=%s is %s', (text, siteUrl) => {
  expect(readSettings({ SITE_URL: text }, clock).siteUrl).toBe(siteUrl);
});

test.each([
  [{ TODAY: '2026-03-02' }, '2026-03-02T09:00+08:00'],
  [{ TODAY: '2026-03-02 09:00' }, '2026-03-02T09:00+08:00'],
  [{ TODAY: '2026-02-30T09:00+08:00' }, '2026-03-02T09:00+08:00'],
  [{ SITE_URL: 'example.gov.cn' }, 'https://example.gov.cn'],
  [{ SITE_URL: 'https://example.gov.cn/ggzy/' }, 'BASE_PATH'],
  [{ SITE_URL: 'javascript:alert(1)' }, 'https://example.gov.cn'],
  [{ BASE_PATH: '/../etc/' }, '/ggzy/'],
  [{ BASE_PATH: '/公告/' }, '/ggzy/'],
  [{ PORT: '80a' }, '4321'],
  [{ PORT: '65536' }, '4321'],
])('%j is refused with the value and an example of a good one', (env, example) => {
  const [value] = Object.values(env);
  expect(() => readSettings(env, clock)).toThrow(SettingsError);
  expect(() => readSettings(env, clock)).toThrow(value);
  expect(() => readSettings(env, clock)).toThrow(example);
});

test.each([
  ['a sample site stands at its moment', {}, { isSample: true, sampleTime: 'T' }, 'T', true],
  [
    'TODAY comes before it',
    { TODAY: '2030-01-01T00:00+08:00' },
    { isSample: true, sampleTime: 'T' },
    '2030-01-01T00:00:00+08:00',
    false,
  ],
  [
    'a real site follows the clock',
    {},
    { isSample: false, sampleTime: 'T' },
    '2026-11-22T09:02:03+08:00',
    false,
  ],
  ['a sample without a moment follows the clock', {}, { isSample: true }, '2026-11-22T09:02:03+08:00', false],
])('%s', (_, env, site, now, isStanding) => {
  expect(settingsFor(readSettings(env, clock), site)).toMatchObject({ now, isStanding });
});
