import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Row } from '../core/listing.ts';
import { SettingsError } from '../settings.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * The HTML file that `--out` means: one of that name, or one in the folder that it names. Without it the file lies in
 * .cache, where nothing is kept in version control.
 */
export function fileFor(out: string | undefined, name: string): string {
  if (out === undefined) return join(ROOT, '.cache', name);
  const path = resolve(out);
  const isFolder = existsSync(path) ? statSync(path).isDirectory() : !/\.html?$/iu.test(path);
  return isFolder ? join(path, basename(name)) : path;
}

/** @throws {SettingsError} where nothing can be written */
export function write(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`写不进 ${path}（${reason}）。请用 --out 写一个能写的文件或者文件夹。`, {
      cause,
    });
  }
}

/** Tells which announcements of the days asked for are not handed out, and why; nothing where there are none. */
export function leftOutWords({
  withdrawn,
  ahead,
}: {
  withdrawn: readonly Row[];
  ahead: readonly Row[];
}): string {
  const words = (rows: readonly Row[], why: string): string =>
    rows.length === 0
      ? ''
      : `没有列入：${why} ${rows.length} 份（${rows.map(({ id }) => id).join('、')}）。\n`;
  return words(withdrawn, '已经撤下的') + words(ahead, '还没有到发布时间的');
}
