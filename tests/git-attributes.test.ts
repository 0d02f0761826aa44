import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, describe, expect, test } from 'vitest';
import { ALLOWED } from '../src/core/corpus/attachments.ts';

const attributes = fileURLToPath(new URL('../.gitattributes', import.meta.url));

/** Every form of line end, as programs of an agency write them into one file. */
const BYTES = Buffer.from('一,1\r\n二,2\n三,3\r四\r\n');

/** The bytes of files after they were committed and checked out again, with git set up as on a clerk's machine. */
function throughGit(
  files: Readonly<Record<string, Buffer>>,
  autocrlf: string,
): Readonly<Record<string, Buffer>> {
  const root = mkdtempSync(join(tmpdir(), 'zhangbang-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', `core.autocrlf=${autocrlf}`, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
      },
    );
  git('init', '--quiet');
  copyFileSync(attributes, join(root, '.gitattributes'));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), bytes);
  }
  git('add', '.');
  git('commit', '--quiet', '-m', 'a');
  for (const name of Object.keys(files)) rmSync(join(root, name));
  git('checkout', '--', '.');
  return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(root, name))]));
}

describe.each(['true', 'input', 'false'])('git 设成 core.autocrlf=%s', (autocrlf) => {
  test('每一种附件提交以后再取出来，一个字节也不变', () => {
    const names = ALLOWED.flatMap((ending) => [ending, ending.toUpperCase()]).map(
      (ending) => `content/announcements/general/2026/notice/清单.${ending}`,
    );
    const files = Object.fromEntries(names.map((name) => [name, BYTES]));
    expect(throughGit(files, autocrlf)).toEqual(files);
  });

  test('旧网页的原文叫什么名字都一个字节也不变', () => {
    const names = ['63f44e47.html', 'show.aspx@id=12', 'readme.md', 'data.yaml', 'page'];
    const files = Object.fromEntries(names.map((name) => [`content/originals/old/${name}`, BYTES]));
    expect(throughGit(files, autocrlf)).toEqual(files);
  });

  test('公告和设置的换行统一成一种', () => {
    const windows = Buffer.from('一\r\n二\r\n');
    const files = { 'content/announcements/general/2026/a.md': windows, 'content/site.yaml': windows };
    for (const bytes of Object.values(throughGit(files, autocrlf))) {
      expect(String(bytes)).not.toContain('\r\n');
    }
  });
});
