import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mark } from '../src/cli/target.ts';
import { base, treeOnDisk } from './core/fixtures.ts';

const room = mkdtempSync(join(tmpdir(), 'zhangbang-failure-'));
const content = treeOnDisk(base);
const BUILD_MS = 300_000;

afterAll(() => {
  for (const folder of [room, content]) rmSync(folder, { recursive: true, force: true });
});

/** Builds with a program whose `JSON.stringify` fails for values of which `when` says so. */
function buildWith(when: string) {
  const broken = `const { stringify } = JSON;
    JSON.stringify = (value, ...rest) => {
      if (${when}) throw new Error('broken on purpose');
      return stringify(value, ...rest);
    };`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], {
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: dir,
      TODAY: '2026-11-22T09:00+08:00',
      NODE_ENV: 'production',
      VITEST: '',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}`,
    },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const dir = join(room, 'dist');

/** Stands for the site that was built before. */
const site = '<!doctype html><title>示例</title>';

beforeAll(() => {
  mark(dir, '示例', ['index.html']);
  writeFileSync(join(dir, 'index.html'), site);
});

test.each([
  [
    'the data of an announcement',
    "value?.published && value.id === 'tender'",
    '公告 announcements/construction/2026/tender.md',
  ],
  ['the page of a kiosk', "value?.kiosk === 'hall'", '查询机 kiosks/hall.yaml'],
])(
  'a build that fails at %s says so by its file and leaves the site as it was',
  (_, when, words) => {
    const { status, output } = buildWith(when);
    expect(output).toContain(`处理${words} 时程序出错：broken on purpose`);
    expect(output).toContain('原来的网站没有改动');
    expect(output).not.toContain('这不是内容的问题');
    expect(status).toBe(2);
    expect(readFileSync(join(dir, 'index.html'), 'utf8')).toBe(site);
    expect(existsSync(`${dir}.staging`)).toBe(false);
  },
  BUILD_MS,
);
