import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time: a file of 100 MB must not stand in memory whole. */
const CHUNK = 1024 * 1024;

/** SHA-256 of bytes. */
export const digestBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash('sha256', bytes, 'buffer'));

/** Size in bytes and SHA-256, in hexadecimal, of a file. */
export function digestFile(path: string): { bytes: number; sha256: string } {
  const sum = createHash('sha256');
  // Not filled with zeros: for ten thousand small files that took longer than to read them.
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      sum.update(buffer.subarray(0, read));
      bytes += read;
    }
    return { bytes, sha256: sum.digest('hex') };
  } finally {
    closeSync(file);
  }
}
