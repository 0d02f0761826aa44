import { createHash } from 'node:crypto';
import type { Hash } from '../core/ledger/judge.ts';
import type { Digest } from '../core/transparency-log/tree.ts';

/** SHA-256 of a text, in hexadecimal. */
export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** SHA-256 of bytes. */
export const digest: Digest = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
