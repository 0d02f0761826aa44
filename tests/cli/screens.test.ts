import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMA } from '../../src/core/screen/browser/feed.ts';
import { run, temporaryFolder } from './command.ts';

const TODAY = '2026-11-22T10:00+08:00';
const SEQ = 20261122090000;

/** A site with two screens and a kiosk, published at nine. */
function site(): string {
  const folder = temporaryFolder();
  for (const screen of ['lobby-a', 'lobby-b']) {
    const place = join(folder, 'display', screen);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'index.html'), '<title>一楼大厅 正在招标</title>');
    const sha256 = 'a'.repeat(64);
    const head = {
      schema: SCHEMA,
      seq: SEQ,
      generated: '2026-11-22T09:00:00+08:00',
      screen,
      feed: { path: `../data/${screen}.${sha256.slice(0, 12)}.json`, bytes: 1, sha256, items: 1 },
      shell: 'x',
    };
    writeFileSync(join(place, 'head.json'), JSON.stringify(head));
    utimesSync(join(place, 'head.json'), new Date(head.generated), new Date(head.generated));
  }
  mkdirSync(join(folder, 'display/data'));
  writeKiosk(folder);
  return folder;
}

function writeKiosk(folder: string): void {
  const place = join(folder, 'kiosk', 'hall-1');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'index.html'), '<title>一楼触摸屏 公告查询</title>');
  const generated = '2026-11-22T09:00:00+08:00';
  writeFileSync(
    join(place, 'head.json'),
    JSON.stringify({ schema: 1, kiosk: 'hall-1', generated, notices: [] }),
  );
  utimesSync(join(place, 'head.json'), new Date(generated), new Date(generated));
  mkdirSync(join(folder, 'kiosk/data'));
}

const line = (screen: string, time: string, seq = SEQ, rest = '', folder = 'display'): string =>
  `10.0.0.8 - - [22/Nov/2026:${time}:00 +0800] "GET /${folder}/${screen}/head.json?s=${screen}&q=${seq}&u=61&e=0&k=1&f=1&m=140${rest} HTTP/1.1" 200 275 "-" "-"\n`;

/** The kiosk is well. */
const KIOSK = line('hall-1', '09:59', SEQ, '', 'kiosk');

async function health(log: string, ...more: string[]) {
  const file = join(temporaryFolder(), 'access.log');
  writeFileSync(file, `${log}10.0.0.9 - - [22/Nov/2026:09:59:00 +0800] "GET / HTTP/1.1" 200 5120 "-" "-"\n`);
  return run(['screens', 'health', '--log', file, '--site', site(), ...more], { TODAY });
}

test('when every screen has just asked, all is well', async () => {
  const { status, stdout } = await health(line('lobby-a', '09:58') + line('lobby-b', '09:59') + KIOSK);
  expect(stdout).toMatch(/在线 +hall-1 一楼触摸屏/u);
  expect(stdout).toContain('3 块屏幕都正常。');
  expect(status).toBe(0);
});

test('a screen that has said it rests for ten minutes, as in quiet hours, is not late after nine', async () => {
  const { stdout } = await health(line('lobby-a', '09:51') + line('lobby-b', '09:51', SEQ, '&p=600'));
  expect(stdout).toMatch(/迟到 +lobby-a/u);
  expect(stdout).toMatch(/在线 +lobby-b/u);
});

test('a screen that is silent or behind is named with what to do, and the exit code says so', async () => {
  const { status, stdout } = await health(
    line('lobby-a', '09:20') + line('lobby-b', '09:59', 20261121090000) + KIOSK,
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/离线 +lobby-a 一楼大厅 .*40 分钟前.*去看屏幕/u);
  expect(stdout).toMatch(/有问题 +lobby-b .*应为 11月22日 09:00.*刷新屏幕/u);
  expect(stdout).toContain('3 块屏幕，2 块要去看。');
});

test('programs get JSON, and a folder gets a page and the same JSON', async () => {
  const out = join(temporaryFolder(), 'health');
  const { stdout } = await health(line('lobby-a', '09:58') + KIOSK, '--format', 'json', '--out', out);
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({
    schema: 1,
    at: '2026-11-22T02:00:00.000Z',
    well: false,
    screens: [
      { id: 'lobby-a', state: 'online', seq: SEQ, skewSeconds: 1 },
      { id: 'lobby-b', state: 'never' },
      { id: 'hall-1', state: 'online' },
    ],
  });
  expect(JSON.parse(readFileSync(join(out, 'health.json'), 'utf8'))).toEqual(told);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<title>3 块屏幕，1 块要去看。</title>');
});

/** The same site as a box has it: a release of its mirror, which has told how it does. */
function box(status: object | undefined): string {
  const folder = temporaryFolder();
  const release = join(folder, 'releases', String(SEQ));
  cpSync(site(), release, { recursive: true, preserveTimestamps: true });
  symlinkSync(`releases/${SEQ}`, join(folder, 'current'));
  if (status) writeFileSync(join(folder, 'mirror-status.json'), JSON.stringify({ schema: 1, ...status }));
  return folder;
}

const SOURCE = { source: 'https://ggzy.example.gov.cn/', result: 'unchanged' };

/** Every screen has just asked, and shows the newest that the box has. */
const ALL_WELL = line('lobby-a', '09:58') + line('lobby-b', '09:59') + KIOSK;

test('a box whose mirror died three days ago is red, though every screen shows the newest that the box has', async () => {
  const place = box({ ...SOURCE, contactAt: '2026-11-19T10:20:00+08:00' });
  for (const folder of [place, join(place, 'current'), join(place, 'releases', String(SEQ))]) {
    const { status, stdout } = await health(ALL_WELL, '--site', folder);
    expect(stdout).toContain('自 11月19日（星期四）10:20 起没有连上来源的网站');
    expect(stdout).toContain('11月22日 09:00（和本机的一样，不知道是不是最新）');
    expect(status).toBe(1);
  }
});

test.each([
  [
    'has just reached its source',
    { ...SOURCE, contactAt: '2026-11-22T09:58:00+08:00', busy: 0 },
    0,
    '都正常',
  ],
  [
    'was busy three times in a row',
    { ...SOURCE, contactAt: '2026-11-22T09:52:00+08:00', busy: 3 },
    1,
    '连续 3 次',
  ],
  ['has left no account', undefined, 1, '读不到 mirror-status.json'],
] as const)('a box whose mirror %s is told so', async (_, told, code, words) => {
  const { status, stdout } = await health(ALL_WELL, '--site', box(told));
  expect(stdout).toContain(words);
  expect(status).toBe(code);
});

test('a box that bears one screen of many is asked for that one alone', async () => {
  const { status, stdout } = await health(line('lobby-a', '09:58'), '--screen', 'lobby-a');
  expect(stdout).toContain('1 块屏幕都正常。');
  expect(status).toBe(0);
  const unknown = await health('', '--screen', 'lobby-z');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('没有“lobby-z”这块屏。有：lobby-a、lobby-b、hall-1');
});

/** What `health` writes on a box, into a folder of its own below `folder`. */
async function writeReport(folder: string, name: string, log: string): Promise<string> {
  const out = join(folder, name);
  await health(log, '--out', out);
  return join(out, 'health.json');
}

test('reports of several machines become one page, by their files or by their folder', async () => {
  const folder = temporaryFolder();
  const first = await writeReport(folder, 'hall-1', line('lobby-a', '09:59') + KIOSK);
  const second = await writeReport(folder, 'hall-2', line('lobby-b', '09:58'));
  const out = join(folder, 'all');
  for (const named of [[first, second], [folder], [folder]]) {
    const { status, stdout } = await run(['screens', 'health', '--join', ...named, '--out', out], { TODAY });
    expect(stdout).toContain('3 块屏幕都正常。');
    expect(status).toBe(0);
  }
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<title>3 块屏幕都正常。</title>');
  const later = await run(['screens', 'health', '--join', folder, join(folder, 'hall-3.json')], {
    TODAY: '2026-11-22T10:11+08:00',
  });
  expect(later.stdout).toMatch(/情况不明 +lobby-a/u);
  expect(later.stdout).toMatch(/报告 .*hall-2\/health\.json：自 11月22日（星期日）10:00 起没有更新/u);
  expect(later.stdout).toMatch(/报告 .*hall-3\.json：读不到/u);
  expect(later.status).toBe(1);
});

test('a screen that has left the log is dark since it was last heard', async () => {
  const out = join(temporaryFolder(), 'health');
  await health(ALL_WELL, '--out', out);
  const { stdout } = await health(line('lobby-a', '09:58') + KIOSK, '--out', out);
  expect(stdout).toMatch(/离线 +lobby-b .*自 11月22日（星期日）09:59 起没有消息/u);
});

test.each([
  [['health', '--join'], '合并哪些报告'],
  [['health', '--join', 'tests/cli'], '里没有报告'],
  [['health', '--join', 'x.json', '--log', 'y'], '不和 --log'],
  [[], '要做什么'],
  [['health'], '读哪份访问日志'],
  [['health', '--log', 'nothing.log', '--site', 'nothing'], '没有显示屏'],
  [['health', '--log', 'x', '--format', 'xml'], '没有“xml”这种格式'],
  [['wealth', '--log', 'x'], '要做什么'],
])('screens %j could not run and says why', async (args, words) => {
  const { status, stderr } = await run(['screens', ...args], { TODAY });
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test('whoever wants pictures of a screen that the site does not have is told which it has', async () => {
  const { status, stderr } = await run(['screens', 'preview', 'lobby-z', '--site', built()]);
  expect(stderr).toMatch(/^网站里没有“lobby-z”这块屏幕。有的是：lobby-a。/u);
  expect(status).toBe(2);
});

test('without a site there are no pictures, and it is said what to run first', async () => {
  const { status, stderr } = await run(['screens', 'preview', '--site', temporaryFolder()]);
  expect(stderr).toContain('请先运行 npm run build');
  expect(status).toBe(2);
});

test('without a browser there are no pictures, and it is said what to install', async () => {
  const { status, stderr } = await run(['screens', 'preview', '--site', built()], {
    CHROMIUM_PATH: '/nowhere',
  });
  expect(stderr).toMatch(/^拍照要用浏览器，本机没有能用的。请安装 Chrome 或 Chromium/mu);
  expect(status).toBe(2);
});

/** A site with one screen. */
function built(): string {
  const folder = temporaryFolder();
  const place = join(folder, 'display/lobby-a');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'head.json'), JSON.stringify({ generated: '2026-11-22T09:00:00+08:00' }));
  const boot = JSON.stringify({ layout: { width: 1920, height: 1080 } });
  writeFileSync(join(place, 'index.html'), `<script type="application/json" id="boot">${boot}</script>`);
  return folder;
}
