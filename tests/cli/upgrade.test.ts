import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { ATTRIBUTES } from '../../src/office/starter/git-files.ts';
import { makeSite } from '../../src/office/starter/make.ts';
import { printRecord, RECORD_NAME } from '../../src/office/upgrade/record.ts';
import { VERSION } from '../../src/version.ts';
import { git } from '../office/clerks.ts';
import { Clerk } from './clerk.ts';
import { run, temporaryFolder } from './command.ts';

const OLD_IGNORED = 'Thumbs.db\n';

/** The content of a centre as an earlier program left it, committed; the centre has changed one file since. */
function formerContent(): string {
  const folder = join(temporaryFolder(), 'content');
  cpSync(join(root, 'tests/fixtures/upgrade/0.1.0/content'), folder, { recursive: true });
  const old = [
    { path: '.gitignore', text: OLD_IGNORED },
    { path: '.gitattributes', text: '* -text\n' },
  ];
  for (const { path, text } of old) writeFileSync(join(folder, path), text);
  writeFileSync(join(folder, RECORD_NAME), printRecord('0.0.9', old));
  writeFileSync(join(folder, '.gitattributes'), '* -text\n*.dwg lockable\n');
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'config', 'user.name', '王芳');
  git(folder, 'config', 'user.email', 'clerk@example.invalid');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', '开始');
  return folder;
}

const textIn = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

test('what would be changed is shown, and nothing is before somebody says so', async () => {
  const folder = formerContent();
  const { status, stdout } = await run(['upgrade'], { CONTENT_DIR: folder });
  expect(status).toBe(1);
  expect(stdout).toMatch(/程序：0\.0\.9 → \d/u);
  expect(stdout).toContain('技术人员：');
  expect(stdout).toContain('修改  .gitignore');
  expect(stdout).toContain('不动  .gitattributes');
  expect(stdout).toContain('还没有写入。要写入：npm run upgrade -- --yes');
  expect(git(folder, 'status', '--porcelain')).toBe('');
});

test('it is written as it was shown, the centre’s own stays, nothing is committed, and the next run has nothing to do', async () => {
  const folder = formerContent();
  const { status, stdout } = await run(['upgrade', '--yes'], { CONTENT_DIR: folder });
  expect(status).toBe(0);
  expect(textIn(folder, '.gitignore')).toContain('.cache/');
  expect(textIn(folder, '.gitattributes')).toContain('lockable');
  for (const year of readdirSync(join(root, 'content/calendar')))
    expect(textIn(folder, `calendar/${year}`)).toBe(textIn(root, `content/calendar/${year}`));
  expect(git(folder, 'log', '--format=%s')).toBe('开始');
  expect(stdout).toMatch(/npm run publish -- .*\.gitignore.*\.zhangbang-program\.json/u);
  const again = await run(['upgrade'], { CONTENT_DIR: folder });
  expect(again).toMatchObject({ status: 0, stderr: '' });
  expect(again.stdout).toContain('内容已经跟上');
  expect((await run(['check'], { CONTENT_DIR: folder })).status).toBe(0);
});

test('a file of the centre’s own is replaced where it is named, and published where that is asked', async () => {
  const folder = formerContent();
  const args = ['upgrade', '--yes', '--take', '.gitattributes', '--publish'];
  const { status, stdout } = await run(args, { CONTENT_DIR: folder });
  expect({ status, stdout }).toMatchObject({ status: 0 });
  expect(textIn(folder, '.gitattributes')).toBe(ATTRIBUTES);
  expect(git(folder, 'status', '--porcelain')).toBe('');
  expect(git(folder, 'log', '--format=%an', '-1')).toBe('王芳');
});

test('a check before commits that lies where no program is any more is set right', async () => {
  const folder = formerContent();
  git(folder, 'config', 'core.hooksPath', join(temporaryFolder(), 'gone/.githooks'));
  const { stdout } = await run(['upgrade', '--yes'], { CONTENT_DIR: folder });
  expect(stdout).toContain('提交前的检查失效了');
  expect(git(folder, 'config', 'core.hooksPath')).toBe(join(root, '.githooks'));
});

test('somebody at the terminal is asked, and may say no', async () => {
  const folder = formerContent();
  const clerk = new Clerk(['upgrade'], { CONTENT_DIR: folder });
  await clerk.declines('写入这些改动？');
  await clerk.sees('没有写入，什么也没有改动。');
  expect(await clerk.exitCode).toBe(1);
  expect(git(folder, 'status', '--porcelain')).toBe('');
});

test('an older program, a bare repository, the sample and an unknown file are refused in a sentence', async () => {
  const folder = formerContent();
  writeFileSync(join(folder, RECORD_NAME), printRecord('99.0.0', []));
  expect((await run(['upgrade', '--yes'], { CONTENT_DIR: folder })).stderr).toContain('请先升级程序');
  writeFileSync(join(folder, RECORD_NAME), '{');
  expect((await run(['upgrade'], { CONTENT_DIR: folder })).stdout).toContain('没有记下的旧版本');
  expect((await run(['upgrade', '--take', 'site.yaml'], { CONTENT_DIR: folder })).stderr).toContain(
    '--take 只用于',
  );
  const bare = join(temporaryFolder(), 'content.git');
  git(folder, 'clone', '-q', '--bare', folder, bare);
  expect((await run(['upgrade'], { CONTENT_DIR: bare })).stderr).toContain('是裸仓库');
  expect((await run(['upgrade'])).stderr).toContain('随程序一起更新');
});

test('a new site knows its program, so that there is nothing to upgrade', async () => {
  const folder = join(temporaryFolder(), 'site');
  mkdirSync(folder);

  const answers = {
    ...{ centre: '示例中心', siteName: '示例', origin: 'https://www.example.gov.cn', basePath: '/' },
    ...{ phone: '0757-00000000', regions: ['荷城街道'], screen: undefined },
  };

  makeSite(folder, answers, { folder: root, version: VERSION });
  expect(existsSync(join(folder, RECORD_NAME))).toBe(true);
  const { status, stdout } = await run(['upgrade'], { CONTENT_DIR: folder });
  expect(status).toBe(0);
  expect(stdout).toContain('内容没有要改的');
});
