import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { remove, removed, rename } from '../patience.ts';
import type { Written } from './check/written.ts';
import { onDisk } from './disk-trouble.ts';
import { realDisk, writeWhole } from './drafts/disk.ts';
import { namedBeside, refuseChanged } from './existing/set-aside.ts';
import { Refused } from './refused.ts';

/**
 * Puts a draft into the content folder, whole or not at all, and never over what is there.
 * @param files absolute paths of its attachments, by name
 * @throws {Refused} 409 where its place is taken, 503 where the disk does not take it
 */
export function writeIn(contentDir: string, written: Written, files: ReadonlyMap<string, string>): void {
  if (written.replaces) return writeOver(contentDir, written, written.replaces, files);
  const { id, file, text } = written;
  const isFolder = file.endsWith('/index.md');
  const place = join(contentDir, isFolder ? dirname(file) : file);
  // The check passes by what begins with a point, so that nobody reads a half of it.
  const fresh = join(dirname(place), `.${id}.new`);
  const other = isFolder ? `${place}.md` : place.replace(/\.md$/u, '');
  if (existsSync(place) || existsSync(other)) throw taken(id);
  onDisk(() => {
    mkdirSync(dirname(place), { recursive: true });
    remove(fresh);
    try {
      if (isFolder) mkdirSync(fresh);
      realDisk.write(isFolder ? join(fresh, 'index.md') : fresh, Buffer.from(text));
      for (const [name, path] of files) copyFileSync(path, join(fresh, name));
      if (isFolder) rename(fresh, place);
      else linkOnly(fresh, place, id);
    } finally {
      removed(fresh);
    }
  });
}

/**
 * Puts a file that was opened in its own place again; with its first attachment it moves into a folder of its name.
 * @throws {Refused} 409 where it was changed or taken away meanwhile
 */
function writeOver(
  contentDir: string,
  { id, file, text }: Written,
  replaces: NonNullable<Written['replaces']>,
  files: ReadonlyMap<string, string>,
): void {
  refuseChanged(contentDir, replaces);
  const folder = dirname(join(contentDir, file));
  if (file !== replaces.file && existsSync(folder)) throw taken(id);
  onDisk(() => {
    if (files.size > 0) mkdirSync(folder, { recursive: true });
    for (const [name, path] of files) putBeside(path, join(folder, name));
    writeWhole(realDisk, join(contentDir, file), text);
    if (file !== replaces.file) remove(join(contentDir, replaces.file));
    for (const name of namedBeside(replaces.text)) if (!files.has(name)) removed(join(folder, name));
  });
}

function putBeside(from: string, to: string): void {
  const fresh = join(dirname(to), `.${basename(to)}.new`);
  copyFileSync(from, fresh);
  rename(fresh, to);
}

/** A rename would put it over what a colleague wrote this very moment. */
function linkOnly(fresh: string, place: string, id: string): void {
  try {
    linkSync(fresh, place);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw taken(id);
    // A disk without second names.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String(code))) throw cause;
    rename(fresh, place);
  }
}

const taken = (id: string): Refused =>
  new Refused(409, { message: `标识“${id}”已经用了。`, help: '换一个标识，再写入。', about: '标识' });
