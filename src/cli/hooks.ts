import { askGit, git } from '../office/git.ts';
import { SettingsError } from '../settings.ts';

const FOLDER = '.githooks';

/** `npm run hooks`: lets git call the check before every commit in this clone; `--off` undoes it. */
export function run(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--off');
  if (unknown !== undefined) {
    const help = '用法：npm run hooks（提交前自动检查）；npm run hooks -- --off（不再检查）';
    if (unknown !== '--help' && unknown !== '-h') throw new SettingsError(`看不懂“${unknown}”。${help}`);
    console.log(help);
    return Promise.resolve(0);
  }
  const off = args.includes('--off');
  const top = git('.', ['rev-parse', '--show-toplevel']).trim();
  const set = askGit(top, ['config', '--local', 'core.hooksPath']);
  if (set && set !== FOLDER)
    throw new SettingsError(
      `这里已经设了别的提交前检查（core.hooksPath 是 ${set}），没有改动。要改用本程序的，先运行 git config --unset core.hooksPath。`,
    );
  if (!off) git(top, ['config', '--local', 'core.hooksPath', FOLDER]);
  else if (set) git(top, ['config', '--local', '--unset', 'core.hooksPath']);
  console.log(
    off
      ? '提交前不再检查。送到服务器以后照样检查。'
      : '已设好：每次提交前检查要提交的公告，有错误就不提交，并说明怎样改。不想再检查：npm run hooks -- --off',
  );
  return Promise.resolve(0);
}
