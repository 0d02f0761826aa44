import { resolve } from 'node:path';
import { SettingsError } from '../../settings.ts';
import { refuseArguments } from '../options.ts';

export const GOAL_OPTIONS = {
  years: { type: 'string' },
  part: { type: 'string' },
  merge: { type: 'boolean', default: false },
} as const;

/** What a run is to make: a site, or a part of one. */
export interface Goal {
  /** The part that is asked for. */
  readonly part: { readonly years: readonly string[]; readonly folder: string } | undefined;
  /** Folders of the parts that a site is put together of; none where all of it is made. */
  readonly parts: readonly string[];
}

/** All of a site, made here. */
export const WHOLE_SITE: Goal = { part: undefined, parts: [] };

/** @throws {SettingsError} when options are missing, do not go together or cannot be understood */
export function goalOf(
  options: { years?: string; part?: string; merge: boolean; compress: boolean; full: boolean },
  folders: readonly string[],
  usage: string,
): Goal {
  const { years, part, merge, compress, full } = options;
  if (!merge) refuseArguments(folders, usage);
  if (merge && folders.length === 0)
    throw new SettingsError('--merge 后面缺少文件夹：写各个部分的文件夹，用空格隔开。');
  if (years === undefined && part === undefined)
    return { part: undefined, parts: folders.map((folder) => resolve(folder)) };
  if (years === undefined || part === undefined)
    throw new SettingsError(
      '--years 和 --part 要一起写：哪些年份，放进哪个文件夹，例如 --years 2019,2020 --part dist.2019。',
    );
  if (merge || compress || full)
    throw new SettingsError(
      '--part 不能和 --merge、--compress、--full 一起写：部分总是全部生成，压缩在合并时做。',
    );
  return { part: { years: yearsIn(years), folder: resolve(part) }, parts: [] };
}

function yearsIn(written: string): readonly string[] {
  const years = written.split(/[,，、\s]+/u).filter(Boolean);
  const strange = years.find((year) => !/^\d{4}$/u.test(year));
  if (years.length === 0 || strange !== undefined)
    throw new SettingsError(`--years 的值“${written}”不能使用：请写四位年份，用逗号隔开，例如 2019,2020。`);
  return [...new Set(years)].sort();
}
