import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { notice, run, temporaryFolder, type Ran } from './command.ts';

const own = vi.hoisted(() => ({ file: '' }));
vi.mock('../../src/cli/own-settings.ts', () => ({
  get OWN_SETTINGS() {
    return own.file;
  },
  loadOwnSettings: () => undefined,
}));
// Another file of the worker may have loaded the commands with this machine's own settings.
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

const ANSWERS = {
  centre: '示例市公共资源交易中心',
  name: '示例公共资源交易',
  url: 'https://www.example.gov.cn/ggzy/',
  phone: '0757-00000000',
  regions: '荷城街道、明城镇',
  screen: '一楼大厅',
};

const flags = (changes: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries({ ...ANSWERS, ...changes }).flatMap(([name, value]) => [`--${name}`, value]);

/** A place for a site, beside a product that works on no folder yet. */
function ground(): { folder: string; init: (...args: string[]) => Promise<Ran> } {
  const beside = temporaryFolder();
  own.file = join(beside, '.env');
  const folder = join(beside, 'gaoming');
  return { folder, init: (...args) => run(['init', folder, ...args]) };
}

test('an empty site passes the check, in a repository that checks each commit', async () => {
  const { folder, init } = ground();
  expect(await init(...flags())).toMatchObject({ status: 0, stderr: '' });
  const checked = await run(['check'], { CONTENT_DIR: folder });
  expect(checked.stdout).toContain('还没有公告');
  expect(checked.stdout).toContain('可以发布');
  expect(readFileSync(join(folder, 'site.yaml'), 'utf8')).toContain('基础路径: /ggzy/');
  expect(readdirSync(join(folder, 'calendar'))).toEqual(readdirSync(join(root, 'content/calendar')));
  expect(readdirSync(join(folder, 'displays'))).toEqual(['lobby.yaml']);
  const hook = spawnSync('git', ['config', 'core.hooksPath'], { cwd: folder, encoding: 'utf8' });
  expect(hook.stdout.trim()).toBe(join(root, '.githooks'));
});

test('nothing of the sample is in it', async () => {
  const { folder, init } = ground();
  await init(...flags({ phone: '0757-12345678', regions: '某某街道' }));
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:md|yaml)$/u.test(one.name) && !one.parentPath.endsWith('calendar'))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
    .join('\n');
  expect(texts).not.toMatch(/高明|荷城|明城镇|更合|示例站|示例街道|示例交易平台|0757-0000|待填/u);
});

test('a region that is named twice is one', async () => {
  const { folder, init } = ground();
  await init(...flags({ regions: '荷城街道、明城镇,荷城街道' }));
  const site = readFileSync(join(folder, 'site.yaml'), 'utf8');
  expect(site.match(/荷城街道/gu)).toHaveLength(1);
});

test('git keeps what lies beside announcements byte for byte', async () => {
  const { folder, init } = ground();
  await init(...flags());
  const git = (...args: string[]): string => spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout;
  expect(git('check-attr', 'text', 'announcements/a/图.txt', 'announcements/a/index.md')).toMatch(
    /图\.txt.*: text: unset\n.*index\.md: text: auto|\.txt"?: text: unset\n.*index\.md: text: auto/u,
  );
  expect(git('check-ignore', '~$招标.docx', 'Thumbs.db').split('\n').filter(Boolean)).toHaveLength(2);
});

test('the commands of this product work on it from then on, without a variable', async () => {
  const { folder, init } = ground();
  await init(...flags());
  const written = readFileSync(own.file, 'utf8');
  process.loadEnvFile(own.file);
  onTestFinished(() => void delete process.env['CONTENT_DIR']);
  expect(written).toMatch(/^CONTENT_DIR="/u);
  expect(join(root, /"(.*)"/u.exec(written)![1]!)).toBe(folder);
});

test('a product that works on another folder goes on with that', async () => {
  const { folder, init } = ground();
  writeFileSync(own.file, 'CONTENT_DIR=../other');
  const { stdout } = await init(...flags());
  expect(readFileSync(own.file, 'utf8')).toBe('CONTENT_DIR=../other');
  expect(stdout).toContain(`把 .env 里的 CONTENT_DIR 改成 ${folder}`);
});

test('what is refused leaves nothing behind', async () => {
  const { folder, init } = ground();
  const bad = [
    [['--url', 'ggzy'], '--url 的“ggzy”不能用'],
    [['--phone', '七五七'], '--phone 的“七五七”不能用'],
    [['--regions', '、'], '--regions 的“、”不能用'],
  ] as const;
  for (const [[flag, value], words] of bad) {
    const { status, stderr } = await init(...flags({ [flag.slice(2)]: value }));
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  }
  expect((await init('--centre', '示例中心')).stderr).toContain('还缺“网站的名称”：--name');
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(own.file)).toBe(false);
});

test('a folder with something in it, a file and the product itself are left alone', async () => {
  const { folder, init } = ground();
  mkdirSync(folder);
  writeFileSync(join(folder, '旧.txt'), '旧');
  expect((await init(...flags())).stderr).toContain('里已经有东西');
  expect(readdirSync(folder)).toEqual(['旧.txt']);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  expect((await init(...flags())).stderr).toContain('是一个文件');
  expect((await run(['init', 'gaoming', ...flags()])).stderr).toContain('不要放在程序的文件夹里');
});

test('a commit of a faulty announcement is stopped, with the command for its place', async () => {
  const { folder, init } = ground();
  await init(...flags());
  const file = 'announcements/general/2026/gm-tz-2026-001.md';
  mkdirSync(join(folder, 'announcements/general/2026'), { recursive: true });
  const commit = (text: string) => {
    writeFileSync(join(folder, file), text);
    const identity = ['-c', 'user.name=经办人', '-c', 'user.email=clerk@example.invalid'];
    const env = { ...process.env, CONTENT_DIR: folder };
    spawnSync('git', ['add', '-A'], { cwd: folder });
    return spawnSync('git', [...identity, 'commit', '-qm', '通知'], { cwd: folder, encoding: 'utf8', env });
  };
  const stopped = commit(notice({ 标题: '标题：通知' }));
  expect(stopped.status).toBe(1);
  expect(stopped.stderr).toContain(`git add ${file}`);
  expect(commit(notice()).status).toBe(0);
});
