import { closeSync, fchmodSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removed, rename } from '../patience.ts';

/**
 * Puts new bytes in the place of a file: at every moment, also when power is lost, the old file stands there whole or
 * the new one does. They are written beside it under a name that the content folder ignores. Rights stay.
 * @throws when it cannot be written; the old file is then untouched
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const file = openSync(beside, 'wx');
    try {
      fchmodSync(file, statSync(path).mode);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    rename(beside, path);
  } finally {
    removed(beside);
  }
}
