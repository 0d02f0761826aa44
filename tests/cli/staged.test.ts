import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { contentFolder, NOTICE, notice, temporaryFolder, TODAY } from './command.ts';

const broken = notice({ 标题: '标题：关于清明节期间业务办理安排的通知' });
const other = 'announcements/general/2026/gm-tz-2026-002.md';

/** A clone with the hook on, its first announcement committed. */
function clone(): {
  git: (...args: string[]) => ReturnType<typeof call>;
  write: (file: string, text: string) => void;
} {
  const content = contentFolder({ [NOTICE]: notice() });
  const folder = dirname(content);
  const git = (...args: string[]) => call(folder, 'git', args);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  };
  git('init', '-q');
  git('config', 'user.name', '经办人');
  git('config', 'user.email', 'clerk@example.invalid');
  git('add', 'content');
  git('commit', '-q', '-m', '第一份');
  for (const name of ['src', 'node_modules', 'package.json'])
    symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, '.githooks'), join(folder, '.githooks'), { recursive: true });
  expect(call(folder, process.execPath, [join(root, 'src/cli/main.ts'), 'hooks']).stdout).toContain('已设好');
  return { git, write };
}

function call(cwd: string, program: string, args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TODAY, CONTENT_DIR: '', ...env },
  });
  return { status, stdout, stderr };
}

test('an announcement with an error is not committed, and the last line is the command that mends it', () => {
  const { git, write } = clone();
  write(other, broken);
  git('add', 'content');
  const { status, stderr } = git('commit', '-m', '第二份');
  expect(status).toBe(1);
  expect(stderr).toContain('F104');
  expect(stderr.trimEnd().split('\n').at(-1)).toBe(
    `没有提交。这些可以代劳：npm run fix -- gm-tz-2026-002 && git add content/${other}`,
  );
  expect(git('log', '--format=%s').stdout).toBe('第一份\n');
});

test('what is printed has no colours when nobody sits at a terminal', () => {
  const { git, write } = clone();
  write(other, broken);
  git('add', 'content');
  expect(git('commit', '-m', '第二份').stderr).not.toContain('\u001b');
});

test('what counts is what is staged: later typing in the folder neither spoils nor saves a commit', () => {
  const { git, write } = clone();
  write(other, notice());
  git('add', 'content');
  write(other, broken);
  expect(git('commit', '-m', '好的').status).toBe(0);
  git('add', 'content');
  write(other, notice());
  expect(git('commit', '-m', '坏的').status).toBe(1);
});

test('only staged announcements are reported, and earlier ones of the matter are known', () => {
  const { git, write } = clone();
  write('announcements/general/2026/gm-tz-2026-009.md', broken);
  const text = notice({ 类型: '类型: 更正公告\n关联公告: gm-tz-2026-001' }).replace(
    '发布单位: 示例中心',
    '发布单位: 示例中心\n更正内容:\n  - 字段: 标题\n    原: 关于端午节的通知\n    新: 关于清明节的通知\n原因: 笔误',
  );
  write(other, text);
  git('add', `content/${other}`);
  const { status, stderr } = git('commit', '-m', '更正');
  expect(status).toBe(1);
  expect(stderr).toContain('L107');
  expect(stderr).not.toContain('gm-tz-2026-009');
});

test('a commit of something else passes without a word', () => {
  const { git } = clone();
  const { status, stderr } = git('commit', '--allow-empty', '-m', '别的');
  expect([status, stderr]).toEqual([0, '']);
});

test('a check by hand with nothing staged says that it has looked at nothing, and of how many things it has', () => {
  const { git, write } = clone();
  const top = git('rev-parse', '--show-toplevel').stdout.trim();
  const check = () => call(top, process.execPath, ['src/cli/main.ts', 'check', '--staged']);
  expect(check()).toEqual({
    status: 0,
    stdout: '没有新增或者改动的内容要提交，什么也没有检查。\n',
    stderr: '',
  });
  write(other, notice());
  write('pages/more.md', '---\n标题: 更多\n说明: 更多\n---\n\n正文。\n');
  git('add', 'content');
  expect(check()).toEqual({
    status: 0,
    stdout: '1 份公告、1 个设置或者页面文件，没有发现问题。\n',
    stderr: '',
  });
});

test('without Node on the machine the commit passes with a warning, since the server checks again', () => {
  const { git, write } = clone();
  write(other, broken);
  git('add', 'content');
  const bin = temporaryFolder();
  for (const name of ['git', 'sh', 'dirname', 'basename', 'sed', 'uname']) {
    const path = call('.', 'sh', ['-c', `command -v ${name}`]).stdout.trim();
    if (path) symlinkSync(path, join(bin, name));
  }
  const top = git('rev-parse', '--show-toplevel').stdout.trim();
  rmSync(join(top, 'node_modules'));
  const { status, stderr } = call(top, join(bin, 'git'), ['commit', '-m', '没有检查'], { PATH: bin });
  expect([status, stderr]).toEqual([0, expect.stringContaining('这次提交没有检查')]);
});

test('the hook is one file that a POSIX shell reads', () => {
  const copy = join(temporaryFolder(), 'pre-commit');
  cpSync(join(root, '.githooks/pre-commit'), copy);
  chmodSync(copy, 0o755);
  expect(call('.', 'sh', ['-n', copy])).toEqual({ status: 0, stdout: '', stderr: '' });
});
