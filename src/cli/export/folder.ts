import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { remove, removeEmpty, rename } from '../../patience.ts';
import { SettingsError } from '../../settings.ts';

/**
 * The whole path of the folder for an export.
 * @throws {SettingsError} where nothing is named, or something lies there
 */
export function emptyFolder(out: string | undefined, usage: string): string {
  if (out === undefined) throw new SettingsError(`请用 --out 写明导出到哪个文件夹。${usage.split('\n')[0]!}`);
  const folder = resolve(out);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new SettingsError(`${folder} 里已经有文件，没有导出。请用 --out 写一个空的或者还没有的文件夹。`);
  return folder;
}

/**
 * Writes files beside a folder, which has all of them or none. Gives how many there are.
 * @throws {SettingsError} where nothing can be written
 */
export function writeFolder(folder: string, files: Iterable<readonly [string, string]>): number {
  try {
    return writeAll(folder, files);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`写不进 ${folder}（${reason}）。请用 --out 写一个能写的文件夹。`, { cause });
  }
}

function writeAll(folder: string, files: Iterable<readonly [string, string]>): number {
  const part = `${folder}.part`;
  remove(part);
  mkdirSync(part, { recursive: true });
  let count = 0;
  for (const [name, text] of files) {
    writeFileSync(join(part, name), text);
    count += 1;
  }
  if (existsSync(folder)) removeEmpty(folder);
  rename(part, folder);
  return count;
}
