import { objectIn } from './leaf-line.ts';

/** A file that a reader has chosen. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader has chosen, by what it is. The last receipt and the last record count. */
export interface Given {
  readonly receipt?: GivenFile | undefined;
  readonly record?: GivenFile | undefined;
  readonly attachments: readonly GivenFile[];
}

export const KIND_WORDS = { receipt: '回执', record: '登记的内容', attachment: '附件' } as const;

/** A file is known by what stands in it, since people rename what they keep. */
export function kindOf({ bytes }: GivenFile): keyof typeof KIND_WORDS {
  if (isReceipt(bytes)) return 'receipt';
  const value = bytes[0] === BRACE ? objectIn(bytes) : undefined;
  return value && 'salt' in value && 'fields' in value ? 'record' : 'attachment';
}

/** `{` */
const BRACE = 0x7b;

const HEAD = 'c2sp.org/tlog-proof@';

const isReceipt = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, HEAD.length)) === HEAD;

export function sorted(files: readonly GivenFile[]): Given {
  const of = (kind: keyof typeof KIND_WORDS) => files.filter((file) => kindOf(file) === kind);
  const last = (kind: keyof typeof KIND_WORDS): GivenFile | undefined => of(kind).pop();
  return { receipt: last('receipt'), record: last('record'), attachments: of('attachment') };
}
