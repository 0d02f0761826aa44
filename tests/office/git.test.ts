import { expect, test } from 'vitest';
import { git } from '../../src/office/git.ts';
import { contentFolder, runAlone, temporaryFolder } from '../cli/command.ts';

/** No program lies here. */
const without = { PATH: import.meta.dirname };

test.each([['hooks'], ['check --staged']])(
  'where Git is not installed, %s says so in one sentence',
  (command) => {
    const { status, stderr } = runAlone(command.split(' '), { ...without, CONTENT_DIR: contentFolder() });
    expect([status, stderr]).toEqual([
      2,
      '这台电脑上没有 Git，这个命令离不开它。请技术人员装好 Git（https://git-scm.com），重新打开窗口再运行。\n',
    ]);
  },
);

test('a folder that Git does not know is told as that', () => {
  const folder = temporaryFolder();
  expect(() => git(folder, ['rev-parse', '--show-toplevel'])).toThrow(`${folder} 还没有用 Git 保存过`);
});

test('what nobody foresaw keeps the words of Git for whoever can read them', () => {
  expect(() => git(import.meta.dirname, ['cat-file', '-p', 'nothing'])).toThrow(
    /^Git 没有做成。请把下面的话交给技术人员：fatal: Not a valid object name nothing$/u,
  );
});
