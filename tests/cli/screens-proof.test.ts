import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SCHEMA } from '../../src/core/screen/browser/feed.ts';
import { run, temporaryFolder } from './command.ts';

const TODAY = '2026-11-22T10:00+08:00';
const SEQ = 20261122083000;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const item = (id: string): object => ({
  id,
  title: `示例公告 ${id}`,
  type: '招标公告',
  at: '2026-11-22T08:00:00+08:00',
});

const feedOf = (...ids: readonly string[]): string =>
  JSON.stringify({
    schema: SCHEMA,
    screen: 'lobby-a',
    parts: [{ kind: 'newest', items: ids.map(item), leftOut: 0 }],
    notices: [],
  });

/** A folder in which somebody has kept the feeds of a screen. */
function archive(...feeds: readonly string[]): string {
  const folder = temporaryFolder();
  for (const feed of feeds) writeFileSync(join(folder, `lobby-a.${digest(feed)}.json`), feed);
  return folder;
}

/** A site with one feed of the screen. */
function site(feed: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'display/data'), { recursive: true });
  mkdirSync(join(folder, 'display/lobby-a'));
  writeFileSync(join(folder, `display/data/lobby-a.${digest(feed)}.json`), feed);
  writeFileSync(join(folder, 'display/lobby-a/index.html'), '<title>一楼大厅（示例）</title>');
  return folder;
}

const [MORNING, NOON] = [feedOf('gm-1', 'gm-2'), feedOf('gm-1', 'gm-3')];

/** The lines of some minutes after an hour, of a glass on which these announcements take turns. */
const lines = (hour: string, minutes: number, feed: string, ids: readonly string[]): string =>
  Array.from({ length: minutes + 1 }, (_, minute) => {
    const time = `${hour}:${String(minute).padStart(2, '0')}:00`;
    const query = `s=lobby-a&q=${SEQ}&u=${minute}&e=0&k=0&f=1&m=140&t=current&c=1&w=1920x1080&r=1&h=${digest(feed)}&g=${digest(ids.toSorted().join('\n'))}`;
    return `10.0.0.8 - - [22/Nov/2026:${time} +0800] "GET /display/lobby-a/head.json?${query} HTTP/1.1" 200 275 "-" "X (X11; Linux)"\n`;
  }).join('');

const LOG = lines('09', 20, MORNING, ['gm-1', 'gm-2']) + lines('12', 30, NOON, ['gm-3', 'gm-1']);

function log(text: string | Buffer, name = 'access.log'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

const proof = (...args: readonly string[]) => run(['screens', 'proof', ...args], { TODAY });

test('from the log and the data it is told when an announcement stood on which glass', async () => {
  const { status, stdout } = await proof(
    ...['--log', log(LOG), '--site', site(NOON), '--site', archive(MORNING), '--announcement', 'gm-1'],
  );
  expect(stdout).toContain('在这段时间内，这块屏轮流显示的内容包括本公告');
  expect(stdout).toContain('lobby-a 一楼大厅（示例），设备 1（Linux，1920×1080）');
  expect(stdout).toContain('2026年11月22日（星期日）09:00 至 2026年11月22日（星期日）09:20，20 分钟');
  expect(stdout).toContain('2026年11月22日（星期日）12:00 至 2026年11月22日（星期日）12:30，30 分钟');
  expect(stdout).not.toContain('gm-2');
  expect(status).toBe(0);
});

test('a file that is missing is named, and nothing is guessed', async () => {
  const { status, stdout } = await proof('--log', log(LOG), '--site', site(NOON));
  expect(stdout).toContain(`缺 display/data/lobby-a.${digest(MORNING)}.json`);
  expect(stdout).not.toContain('gm-2');
  expect(status).toBe(1);
});

test('a file that was changed since is not used', async () => {
  const folder = archive(MORNING);
  writeFileSync(
    join(folder, `lobby-a.${digest(MORNING)}.json`),
    MORNING.replace('示例公告 gm-2', '示例公告 改过'),
  );
  const { status, stdout } = await proof('--log', log(LOG), '--site', folder, '--to', '2026-11-22 10:00');
  expect(stdout).toContain('是改过或坏了的');
  expect(stdout).toContain('没有一段时间能证明');
  expect(status).toBe(1);
});

test('spreadsheets get a table, of packed logs too, within the time that was asked for', async () => {
  const { status, stdout } = await proof(
    ...['--log', log(gzipSync(LOG), 'access.log.2.gz'), '--site', site(NOON), '--format', 'csv'],
    ...['--from', '2026-11-22 12:10', '--to', '2026-11-22', '--announcement', 'gm-3'],
  );
  expect(stdout.replace(/^\uFEFF/u, '').split('\r\n')).toEqual([
    '公告编号,公告标题,屏幕编号,屏幕名称,机器,设备,从,到,分钟,屏上状态,数据文件,证明的内容,备注',
    `gm-3,示例公告 gm-3,lobby-a,一楼大厅（示例）,,设备 1（Linux，1920×1080）,2026年11月22日（星期日）12:10,2026年11月22日（星期日）12:30,20,最新,display/data/lobby-a.${digest(NOON)}.json,在这段时间内，这块屏轮流显示的内容包括本公告,在日志里不到十二小时，请核对是不是大厅里的屏`,
    '',
  ]);
  expect(status).toBe(0);
});

test.each([
  [[], '读哪份访问日志'],
  [['--log', 'nothing.log'], '找不到访问日志'],
  [['--log', 'x', '--from', 'gestern'], '看不懂 --from'],
  [['--log', 'x', '--format', 'xml'], '没有“xml”这种格式'],
  [['more', '--log', 'x'], '看不懂“more”'],
])('proof with %j could not run and says why', async (args, words) => {
  const { status, stderr } = await proof(...args);
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test('a packed log that is broken is no log', async () => {
  const { status, stderr } = await proof('--log', log(gzipSync(LOG).subarray(0, 60), 'access.log.2.gz'));
  expect([status, stderr]).toEqual([2, expect.stringContaining('读不完访问日志')]);
});
