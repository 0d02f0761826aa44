import { createHash } from 'node:crypto';
import { isPlainCode } from './text.ts';

/** Characters of the digest that keep the addresses of two codes apart. */
const DIGEST = 6;

/**
 * The part of an address that stands for an official code and never changes: a plain code is its own in lower case,
 * `gm-js-2026-012`; of any other its ASCII letters and digits and the beginning of its SHA-256, `2026-0123-1a2b3c` for
 * 粤财采购[2026]0123号.
 */
export function addressOfCode(code: string): string {
  if (isPlainCode(code)) return code.toLowerCase();
  const digest = createHash('sha256').update(code).digest('hex').slice(0, DIGEST);
  return [...(code.match(/[A-Za-z0-9]+/gu) ?? []), digest].join('-').toLowerCase();
}
