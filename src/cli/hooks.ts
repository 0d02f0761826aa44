import { spawnSync } from 'node:child_process';
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
  const other = spawnSync('git', ['config', '--local', 'core.hooksPath'], {
    encoding: 'utf8',
  }).stdout?.trim();
  if (other && other !== FOLDER)
    throw new SettingsError(
      `这个仓库已经设了别的提交前检查（core.hooksPath 是 ${other}），没有改动。要改用本程序的，先运行 git config --unset core.hooksPath。`,
    );
  const change = off ? ['--unset', 'core.hooksPath'] : ['core.hooksPath', FOLDER];
  const { status, stderr, error } = spawnSync('git', ['config', '--local', ...change], { encoding: 'utf8' });
  // 5: the setting to take away was not there.
  if (error || (status !== 0 && !(off && status === 5)))
    throw new SettingsError(`git 没有改设置：${error?.message ?? stderr.trim()}`);
  console.log(
    off
      ? '提交前不再检查。推送以后服务器照样检查。'
      : '已设好：每次提交前检查要提交的公告，有错误就不提交，并说明怎样改。不想再检查：npm run hooks -- --off',
  );
  return Promise.resolve(0);
}
