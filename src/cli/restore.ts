import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ownDisk } from '../office/backup/disk.ts';
import { restore, type Restored } from '../office/backup/restore.ts';
import { wordsOfFault } from '../office/fault-words.ts';
import { GitFault } from '../office/git-process.ts';
import { SettingsError } from '../settings.ts';
import { readOptions } from './options.ts';

const usage = `用法：npm run restore -- 备份文件 --to 文件夹

  把备份摆到一个新的文件夹里：内容和它的历史、草稿、发布清单、设置。每个文件先和备份里的校验值核对，
  有一个不符就什么也不做；已经有东西的文件夹不动。
  退出码：0 恢复好了，2 没有恢复。`;

/** `npm run restore`: lays out a backup in a new folder. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, { to: { type: 'string' } });
  const [file] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (file === undefined || positionals.length > 1 || values.to === undefined)
    throw new SettingsError(
      '从哪个备份恢复到哪里？例如 npm run restore -- ../backup/zhangbang-20261201-020000.tar --to ../restored',
    );
  const archive = resolve(file);
  if (!existsSync(archive)) throw new SettingsError(`找不到 ${archive}。请核对备份文件的名字和位置。`);
  if (statSync(archive).isDirectory())
    throw new SettingsError(
      `${archive} 是文件夹，没有恢复任何东西。写里面的一个备份文件，例如 zhangbang-20261201-020000.tar。`,
    );
  try {
    console.log(told(await restore(ownDisk, archive, resolve(values.to))));
    return 0;
  } catch (fault) {
    if (fault instanceof GitFault) throw new SettingsError(`没有恢复任何东西。${wordsOfFault(fault)}`);
    throw fault;
  }
}

const told = ({ note, contentDir, outDir, hasPublished, settings }: Restored): string =>
  [
    `恢复好了：${note.at.slice(0, 16).replace('T', ' ')} 的备份（程序 ${note.version}），每个文件都核对过。`,
    `  内容      ${contentDir}`,
    `  发布清单  ${hasPublished ? `${outDir}.published.ndjson` : '备份里没有'}`,
    ...(settings === undefined ? [] : [`  原来的设置  ${settings}`]),
    '接着做：在程序文件夹的 .env 里写上这两行，再运行 npm run release。',
    `  CONTENT_DIR=${JSON.stringify(contentDir)}`,
    `  OUT_DIR=${JSON.stringify(outDir)}`,
  ].join('\n');
