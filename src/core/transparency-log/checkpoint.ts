import { fromBase64, toBase64 } from './base64.ts';
import { HASH_BYTES } from './hashing.ts';

/** What a log has come to; c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  /** `ggzy.example.gov.cn/ledger` */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that is signed, with its last line break. */
export const printCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Reads the text of a note; lines that later versions add are let go. Undefined for what is no checkpoint. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const hash = fromBase64(root);
  if (origin === '' || !/^(?:0|[1-9]\d{0,15})$/u.test(size) || hash?.length !== HASH_BYTES) return undefined;
  return { origin, size: Number(size), root: hash };
}
