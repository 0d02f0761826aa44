import { createHash } from 'node:crypto';

/** What the records of an xls workbook tell. */
interface Workbook {
  /** `open` when it opens without asking: such a workbook is encrypted all the same, and no more of it is read. */
  password: 'none' | 'open' | 'asked';
  hasMacroSheets: boolean;
  hiddenSheets: readonly string[];
  comments: number;
}

const FILE_PASS = 0x2f;
const SHEET = 0x85;
const NOTE = 0x1c;
const MACRO_SHEET = 1;

/** Excel encrypts a workbook whose structure alone is protected with this password and opens it without asking. */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** Walks the records of a Workbook or Book stream, [MS-XLS]. In an encrypted one only the encryption is read. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hiddenSheets: string[] = [];
  let hasMacroSheets = false;
  let comments = 0;
  for (let at = 0; at + 4 <= bytes.length;) {
    const type = view.getUint16(at, true);
    const record = bytes.subarray(at + 4, at + 4 + view.getUint16(at + 2, true));
    if (type === FILE_PASS) {
      return { password: opensByDefault(record) ? 'open' : 'asked', hasMacroSheets, hiddenSheets, comments };
    }
    if (type === SHEET && record.length >= 8) {
      hasMacroSheets ||= record[5] === MACRO_SHEET;
      if ((record[4]! & 3) !== 0) hiddenSheets.push(sheetName(record));
    }
    if (type === NOTE) comments += 1;
    at += 4 + record.length;
  }
  return { password: 'none', hasMacroSheets, hiddenSheets, comments };
}

/** The name of a sheet in Excel 97 and later: length, a flag for wide characters, the characters. */
const sheetName = (record: Uint8Array): string =>
  (record[7]! & 1) === 1
    ? new TextDecoder('utf-16le').decode(record.subarray(8, 8 + record[6]! * 2))
    : new TextDecoder('windows-1252').decode(record.subarray(8, 8 + record[6]!));

/** Holds the default password against what a FilePass record keeps to prove passwords by. */
function opensByDefault(record: Uint8Array): boolean {
  if (record.length < 6) return false;
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (view.getUint16(0, true) === 0) return view.getUint16(4, true) === xorVerifier(DEFAULT_PASSWORD);
  return view.getUint16(2, true) === 1 && record.length >= 54 && provesRc4(record.subarray(6));
}

/** [MS-OFFCRYPTO] 2.3.7.1. */
function xorVerifier(password: string): number {
  const codes = [password.length, ...Buffer.from(password, 'latin1')].reverse();
  let verifier = 0;
  for (const code of codes)
    verifier = (((verifier & 0x4000) === 0 ? 0 : 1) | ((verifier << 1) & 0x7fff)) ^ code;
  return verifier ^ 0xce4b;
}

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest();

const FIRST_BLOCK = new Uint8Array(4);

/** [MS-OFFCRYPTO] 2.3.6: salt, verifier and its hash of 16 bytes each. */
function provesRc4(proof: Uint8Array): boolean {
  const salt = proof.subarray(0, 16);
  const start = md5(Buffer.from(DEFAULT_PASSWORD, 'utf16le')).subarray(0, 5);
  const mixed = md5(...Array.from({ length: 16 }, () => Buffer.concat([start, salt]))).subarray(0, 5);
  const plain = rc4(md5(mixed, FIRST_BLOCK), proof.subarray(16, 48));
  return md5(plain.subarray(0, 16)).equals(plain.subarray(16, 32));
}

/** OpenSSL no longer has it. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => void ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    data.map((byte, index) => {
      const i = (index + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}
