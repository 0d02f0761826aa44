import { createHash, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What tells the bytes of a file from others. */
export interface Digest {
  readonly bytes: number;
  /** 64 hexadecimal digits; empty where it was not read. */
  readonly sha256: string;
}

const PIECE = 2 ** 20;

/**
 * Reads a file. One that has not the expected length is not read.
 * @throws errors of the file system
 */
export function digestOf(file: string, expected?: number): Digest {
  const handle = openSync(file, 'r');
  try {
    const bytes = fstatSync(handle).size;
    if (expected !== undefined && bytes !== expected) return { bytes, sha256: '' };
    const piece = Buffer.allocUnsafe(Math.min(PIECE, bytes + 1));
    const first = readSync(handle, piece);
    if (first === bytes) return { bytes, sha256: hash('sha256', piece.subarray(0, first)) };
    const whole = createHash('sha256').update(piece.subarray(0, first));
    for (let got = readSync(handle, piece); got > 0; got = readSync(handle, piece))
      whole.update(piece.subarray(0, got));
    return { bytes, sha256: whole.digest('hex') };
  } finally {
    closeSync(handle);
  }
}
