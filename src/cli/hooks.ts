import { existsSync, realpathSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { askGit, git } from '../office/git.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { refuseNoFolder } from './content-dir.ts';
import { root } from './setup/dependencies.mjs';

const FOLDER = '.githooks';

/** `npm run hooks`: lets git call the check before every commit of content on this machine; `--off` undoes it. */
export function run(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--off');
  if (unknown !== undefined) {
    const help = '用法：npm run hooks（提交前自动检查）；npm run hooks -- --off（不再检查）';
    if (unknown !== '--help' && unknown !== '-h') throw new SettingsError(`看不懂“${unknown}”。${help}`);
    console.log(help);
    return Promise.resolve(0);
  }
  const { contentDir } = readSettings();
  refuseNoFolder(contentDir);
  if (args.includes('--off')) {
    callNothingBeforeCommits(contentDir);
    console.log('提交前不再检查。送到服务器以后照样检查。');
  } else {
    callCheckBeforeCommits(contentDir);
    console.log(
      '已设好：每次提交前检查要提交的公告，有错误就不提交，并说明怎样改。不想再检查：npm run hooks -- --off',
    );
  }
  return Promise.resolve(0);
}

/**
 * Lets the repository of a content folder call the check.
 * @throws {SettingsError} where it lies in none, or calls something else
 */
export function callCheckBeforeCommits(contentDir: string): void {
  const { top, set, own } = hookOf(contentDir);
  if (set !== undefined && set !== own) throw new SettingsError(takenBy(set));
  git(top, ['config', '--local', 'core.hooksPath', own]);
}

/** Whether a repository calls the check of a product that lies there no more, which git passes over without a word. */
export function hasLostCheck(contentDir: string): boolean {
  const set = askGit(contentDir, ['config', '--local', 'core.hooksPath']);
  return set !== undefined && isAbsolute(set) && basename(set) === FOLDER && !existsSync(set);
}

/** Lets it call the one of this product. */
export function restoreCheckBeforeCommits(contentDir: string): void {
  const { top, own } = hookOf(contentDir);
  git(top, ['config', '--local', 'core.hooksPath', own]);
}

function callNothingBeforeCommits(contentDir: string): void {
  const { top, set, own } = hookOf(contentDir);
  if (set !== undefined && set !== own) throw new SettingsError(takenBy(set));
  if (set !== undefined) git(top, ['config', '--local', '--unset', 'core.hooksPath']);
}

/** What is called before commits of a folder, and what would be: in a repository of content alone, that of the product. */
function hookOf(contentDir: string): { top: string; set: string | undefined; own: string } {
  const top = git(contentDir, ['rev-parse', '--show-toplevel']).trim();
  const set = askGit(top, ['config', '--local', 'core.hooksPath']) || undefined;
  const isProduct = realpathSync(top) === realpathSync(process.cwd());
  return { top, set, own: isProduct ? FOLDER : join(root, FOLDER).replaceAll('\\', '/') };
}

const takenBy = (set: string): string =>
  `这里已经设了别的提交前检查（core.hooksPath 是 ${set}），没有改动。要改用本程序的，先运行 git config --unset core.hooksPath。`;
