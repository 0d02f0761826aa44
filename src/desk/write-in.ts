import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { remove, removed, rename } from '../patience.ts';
import type { Written } from './check/written.ts';
import { onDisk } from './disk-trouble.ts';
import { realDisk } from './drafts/disk.ts';
import { Refused } from './refused.ts';

/**
 * Puts a draft into the content folder, whole or not at all, and never over what is there.
 * @param files absolute paths of its attachments, by name
 * @throws {Refused} 409 where its place is taken, 503 where the disk does not take it
 */
export function writeIn(
  contentDir: string,
  { id, file, text }: Written,
  files: ReadonlyMap<string, string>,
): void {
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
