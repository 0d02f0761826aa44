import { accessSync, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/** What lies at a path. `special`: a named pipe, a socket or a device; `unreadable`: the system would not tell. */
export type Kind = 'file' | 'folder' | 'link' | 'special' | 'missing' | 'unreadable';

/** A file of a folder, read or not; `too-large` comes with its size in bytes. */
type ReadFile =
  { bytes: Uint8Array } | { trouble: Exclude<Kind, 'file'> } | { trouble: 'too-large'; size: number };

/** What lies at a path, links not followed. Never throws. */
export function kindAt(path: string): Kind {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) return 'missing';
    if (stat.isSymbolicLink()) return 'link';
    if (stat.isDirectory()) return 'folder';
    return stat.isFile() ? 'file' : 'special';
  } catch (cause) {
    return troubleOf(cause);
  }
}

/** Whether the system lets a file be read. Never throws. */
export function mayBeRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Reads a file of no more than so many bytes. Never throws, never waits for a pipe and follows no link. */
export function readRegular(path: string, most: number): ReadFile {
  const opened = openRegular(path);
  if ('trouble' in opened) return opened;
  const { descriptor, size } = opened;
  try {
    if (size > most) return { trouble: 'too-large', size };
    return { bytes: readAll(descriptor, Buffer.alloc(size)) };
  } catch {
    return { trouble: 'unreadable' };
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a file for reading; whoever gets the descriptor closes it. Never throws. */
export function openRegular(
  path: string,
): { descriptor: number; size: number } | { trouble: Exclude<Kind, 'file'> } {
  const kind = kindAt(path);
  if (kind !== 'file') return { trouble: kind };
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, WITHOUT_WAITING);
    // Another thing may have taken its place since it was looked at.
    const stat = fstatSync(descriptor);
    if (stat.isFile()) return { descriptor, size: stat.size };
    closeSync(descriptor);
    return { trouble: 'special' };
  } catch (cause) {
    if (descriptor !== undefined) closeSync(descriptor);
    return { trouble: troubleOf(cause) };
  }
}

/** A pipe that has taken a file's place is opened without waiting for its writer. Windows has neither flag. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** A file that shrinks while it is read is what was read of it. */
function readAll(descriptor: number, bytes: Buffer): Uint8Array {
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(descriptor, bytes, length, bytes.length - length, null);
  }
  return bytes.subarray(0, length);
}

const troubleOf = (cause: unknown): 'missing' | 'unreadable' =>
  (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
