import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { attached, item } from '../core/disclosure/items.ts';
import { contentFolder, NOTICE, notice, temporaryFolder, TODAY, type Ran } from './command.ts';

const broken = notice({ 标题: '标题：关于清明节期间业务办理安排的通知' });
const other = 'announcements/general/2026/gm-tz-2026-002.md';

type Clone = {
  git: (...args: string[]) => ReturnType<typeof call>;
  write: (file: string, text: string) => void;
};

/** Of clones made once: they are copied for each test. */
const made = mkdtempSync(join(tmpdir(), 'zhangbang-clones-'));

afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A clone with the hook on, its first announcement committed. */
const clone = (): Clone => copyOf(join(made, 'plain'), makeClone);

function makeClone(folder: string): void {
  cpSync(contentFolder({ [NOTICE]: notice() }), join(folder, 'content'), { recursive: true });
  const { git } = cloneIn(folder);
  git('init', '-q');
  git('config', 'user.name', '经办人');
  git('config', 'user.email', 'clerk@example.invalid');
  git('add', 'content');
  git('commit', '-q', '-m', '第一份');
  for (const name of ['src', 'node_modules', 'package.json'])
    symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, '.githooks'), join(folder, '.githooks'), { recursive: true });
  expect(call(folder, process.execPath, [join(root, 'src/cli/main.ts'), 'hooks']).stdout).toContain('已设好');
}

/** A copy that lasts as long as the test of what is made when it is first asked for. */
function copyOf(pattern: string, make: (folder: string) => void): Clone {
  if (!existsSync(pattern)) make(pattern);
  const folder = temporaryFolder();
  cpSync(pattern, folder, { recursive: true, verbatimSymlinks: true });
  return cloneIn(folder);
}

const cloneIn = (folder: string): Clone => ({
  git: (...args) => call(folder, 'git', args),
  write: (file, text) => {
    const path = join(folder, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  },
});

function call(cwd: string, program: string, args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TODAY, CONTENT_DIR: '', ...env },
  });
  return { status, stdout, stderr };
}

test('an announcement with an error is not committed, and the last two lines are the commands that mend it', () => {
  const { git, write } = clone();
  write(other, broken);
  git('add', 'content');
  const { status, stderr } = git('commit', '-m', '第二份');
  expect(status).toBe(1);
  expect(stderr).toContain('F104');
  expect(stderr.trimEnd().split('\n').slice(-2)).toEqual([
    `没有提交。这些可以代劳：npm run fix -- gm-tz-2026-002`,
    `然后运行：git add content/${other}`,
  ]);
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

/** What a commit says in a clone without the checking program, with the given programs beside git and the shell. */
function committedWith(programs: Readonly<Record<string, string>>): Ran {
  const { git, write } = clone();
  write(other, broken);
  git('add', 'content');
  const bin = temporaryFolder();
  for (const name of ['git', 'sh', 'dirname', 'basename', 'sed', 'uname']) {
    const path = call('.', 'sh', ['-c', `command -v ${name}`]).stdout.trim();
    if (path) symlinkSync(path, join(bin, name));
  }
  for (const [name, script] of Object.entries(programs))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const top = git('rev-parse', '--show-toplevel').stdout.trim();
  rmSync(join(top, 'node_modules'));
  return call(top, join(bin, 'git'), ['commit', '-m', '没有检查'], { PATH: bin });
}

test('without Node on the machine the commit passes with a warning that any console shows', () => {
  const { status, stderr } = committedWith({});
  expect(status).toBe(0);
  expect(stderr).toContain('this commit was not checked');
  expect(stderr).toMatch(/^[\x20-\x7e\n]*$/u);
});

test('a Node too old for the check still says in Chinese that nothing was checked', () => {
  const old = `[ "$1" = -e ] && exit 1; exec "${process.execPath}" "$@"`;
  expect(committedWith({ node: old })).toMatchObject({
    status: 0,
    stderr: '提醒：本机还没有装好检查程序，这次提交没有检查。运行一次 npm run check 就会装好。\n',
  });
});

test('the words of the shell itself are ASCII: the rest is printed by Node', () => {
  expect(readFileSync(join(root, '.githooks/pre-commit'), 'utf8')).toMatch(/^[\x20-\x7e\n]*$/u);
});

test('the hook is one file that a POSIX shell reads', () => {
  const copy = join(temporaryFolder(), 'pre-commit');
  cpSync(join(root, '.githooks/pre-commit'), copy);
  chmodSync(copy, 0o755);
  expect(call('.', 'sh', ['-n', copy])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a repository that has another check before its commits keeps it', () => {
  const { git } = clone();
  git('config', 'core.hooksPath', '.husky');
  for (const args of [['hooks'], ['hooks', '--off']])
    expect(
      call(git('rev-parse', '--show-toplevel').stdout.trim(), process.execPath, [
        join(root, 'src/cli/main.ts'),
        ...args,
      ]),
    ).toMatchObject({ status: 2, stderr: expect.stringContaining('core.hooksPath 是 .husky') });
  expect(git('config', 'core.hooksPath').stdout).toBe('.husky\n');
});

/** A clone whose first announcement has been pushed; it is no sample. */
function pushed(): Clone {
  return copyOf(join(made, 'pushed'), (folder) => {
    makeClone(folder);
    const { git, write } = cloneIn(folder);
    write('site.yaml', siteYaml().replace(/^(?:示例站|OCDS前缀).*\n/gmu, ''));
    git('add', 'content');
    git('commit', '-q', '-m', '本站');
    git('init', '-q', '--bare', join(folder, 'remote.git'));
    git('remote', 'add', 'origin', './remote.git');
    expect(git('push', '-q', 'origin', 'HEAD').status).toBe(0);
  });
}

const siteYaml = (): string => readFileSync(join(root, 'content/site.yaml'), 'utf8');
const retitled = notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' });

test('a change of what the remote has is not committed, and the old words are named', () => {
  const { git, write } = pushed();
  write(NOTICE, retitled);
  git('add', 'content');
  const { status, stderr } = git('commit', '-m', '悄悄改');
  expect(status).toBe(1);
  expect(stderr).toContain('K101');
  expect(stderr).toContain('“标题”发布时写的是“关于清明节期间业务办理安排的通知”');
});

test('an announcement that the remote has is not deleted', () => {
  const { git } = pushed();
  git('rm', '-q', `content/${NOTICE}`);
  const { status, stderr } = git('commit', '-m', '悄悄删');
  expect(status).toBe(1);
  expect(stderr).toContain('K102');
  expect(stderr.trimEnd().split('\n').at(-1)).toBe('没有提交。按上面“改成”里写的做，再提交一次。');
});

test('a file of the remote that gets another name is asked to keep its old one', () => {
  const { git } = pushed();
  git('mv', `content/${NOTICE}`, `content/${other}`);
  const { status, stderr } = git('commit', '-m', '改文件名');
  expect(status).toBe(1);
  expect(stderr).toContain('把 gm-tz-2026-002 改回 gm-tz-2026-001');
});

test('what has not been pushed may be changed, deleted and renamed', () => {
  const { git, write } = pushed();
  write(other, notice());
  git('add', 'content');
  expect(git('commit', '-m', '第二份').status).toBe(0);
  write(other, retitled);
  git('add', 'content');
  expect(git('commit', '-m', '改').status).toBe(0);
  git('rm', '-q', `content/${other}`);
  expect(git('commit', '-m', '删').status).toBe(0);
});

test('an erratum of what the remote has is committed', () => {
  const { git, write } = pushed();
  const erratum =
    '勘误:\n  - 时间: 2026-03-31 10:00\n    字段: 标题\n    原: 关于清明节期间业务办理安排的通知\n    新: 关于端午节期间业务办理安排的通知\n    原因: 笔误';
  write(NOTICE, notice({ 标题: '标题: 关于端午节期间业务办理安排的通知', 勘误: erratum }));
  git('add', 'content');
  expect(git('commit', '-m', '勘误').stderr).not.toContain('K101');
});

test('a change is measured from where the branch left the remote: what others pushed since is no fault of this commit', () => {
  const { git, write } = pushed();
  const before = git('rev-parse', 'HEAD').stdout.trim();
  write(NOTICE, retitled);
  git('add', 'content');
  git('commit', '-q', '--no-verify', '-m', '别人改了');
  git('push', '-q', 'origin', 'HEAD');
  git('reset', '-q', '--hard', before);
  write(other, notice());
  git('add', 'content');
  expect(git('commit', '-m', '第二份')).toMatchObject({ status: 0 });
  write(NOTICE, retitled);
  git('add', 'content');
  expect(git('commit', '-m', '与远端一样').stderr).not.toContain('K101');
});

test('a branch of its own is compared with what was cloned', () => {
  const { git, write } = pushed();
  git('remote', 'set-head', 'origin', '--auto');
  git('switch', '-q', '-c', 'draft');
  write(NOTICE, retitled);
  git('add', 'content');
  expect(git('commit', '-m', '另一条分支').stderr).toContain('K101');
});

test('without a remote, and on a sample site, nothing counts as published', () => {
  const { git, write } = clone();
  write(NOTICE, retitled);
  git('add', 'content');
  expect(git('commit', '-m', '没有远端').status).toBe(0);
  const sample = pushed();
  sample.write('site.yaml', siteYaml());
  sample.write(NOTICE, retitled);
  sample.git('add', 'content');
  expect(sample.git('commit', '-m', '示例站').status).toBe(0);
});

test('a file that lies beside an item of the disclosure catalogue is judged with the item', () => {
  const { git, write } = clone();
  write('disclosure/regulations/a/index.md', item({ 附件: attached('全文.txt') }));
  write('disclosure/regulations/a/全文.txt', '示例');
  git('add', 'content');
  expect(git('commit', '-q', '-m', '一条信息').status).toBe(0);
  write('disclosure/regulations/a/全文.txt', '<!DOCTYPE html><script>1</script>');
  git('add', 'content');
  const { status, stderr } = git('commit', '-q', '-m', '换附件');
  expect(status).not.toBe(0);
  expect(stderr).toContain('A108');
});
