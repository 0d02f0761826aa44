import { gunzipSync } from 'node:zlib';
import { otherThanText } from '../core/corpus/encoding.ts';
import type { Doubt } from '../core/import/written.ts';

/** The text of a saved page, in which encoding its bytes were, and whether characters in it are broken. */
interface PageText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';
}

/**
 * Largest page in bytes, packed or not: the longest seen has 700 KB, with pictures inside it 3 MB. What has more is no
 * announcement, and reading it would fill the memory.
 */
export const LARGEST_PAGE = 8_000_000;

/**
 * The text of a page's bytes, whatever the page says of its encoding, which is wrong as often as not. A few broken
 * characters stay as U+FFFD: old systems cut texts between two bytes.
 */
export function decodePage(bytes: Uint8Array): PageText | { refused: Doubt } {
  if (bytes.length === 0) return refuse('G102', '文件是空的', '重新保存这一页');
  if (bytes.length > LARGEST_PAGE) return refuse('G115', tooLarge(bytes.length), '核对是不是放错了文件');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpack(bytes);
  const other = otherThanText(bytes);
  if (other !== undefined) {
    return refuse('G102', `文件不是网页，而是${other}`, '改回原来的结尾，作为附件保存在页面旁边');
  }
  return decode(bytes);
}

const refuse = (code: string, message: string, help: string): { refused: Doubt } => ({
  refused: { code, message, help },
});

const tooLarge = (length: number): string =>
  `文件有 ${Math.round(length / 1_000_000)} MB，超过 ${LARGEST_PAGE / 1_000_000} MB，不像网页`;

/** Some servers sent pages packed, and some programs saved them so. */
function unpack(bytes: Uint8Array): PageText | { refused: Doubt } {
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: LARGEST_PAGE });
    return unpacked[0] === 0x1f && unpacked[1] === 0x8b ? packedTwice() : decodePage(unpacked);
  } catch {
    return refuse('G102', '文件是压缩过的（gzip），解不开', '重新保存这一页');
  }
}

const packedTwice = (): { refused: Doubt } => refuse('G102', '文件是压缩包，不是网页', '解开以后再导入');

function decode(bytes: Uint8Array): PageText | { refused: Doubt } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return said(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return said(bytes, 'utf-16be');
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros > bytes.length / 1000) {
    return refuse('G102', '文件不是文字，里面有很多零字节', '核对是不是放错了文件，或者重新保存这一页');
  }
  const words = zeros > 0 ? bytes.filter((byte) => byte !== 0) : bytes;
  return best(words) ?? refuse('G101', UNKNOWN, '在浏览器里打开原来的网页，另存为“网页，仅 HTML”，再导入');
}

const UNKNOWN = '认不出页面的文字编码：按 UTF-8 和 GBK 读都有很多坏掉的字';

const said = (bytes: Uint8Array, encoding: PageText['encoding']): PageText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/** A reading of the bytes, with its Chinese characters, how many are common ones, and what could not be read. */
interface Reading extends PageText {
  readonly characters: number;
  readonly common: number;
  readonly broken: number;
}

/** The encoding in which the bytes are Chinese. Whole UTF-8 comes first: no other text is so by chance. */
function best(bytes: Uint8Array): PageText | undefined {
  const whole = wholeUtf8(bytes);
  if (whole !== undefined && /\p{Script=Han}/u.test(whole)) return { text: whole, encoding: 'utf-8' };
  const utf8 = read(bytes, 'utf-8');
  if (utf8.broken === 0 && !isForeign(utf8)) return utf8;
  const others = [
    utf8,
    read(bytes, 'gb18030'),
    ...(claimed(bytes).startsWith('big5') ? [read(bytes, 'big5')] : []),
  ];
  const [first] = others
    .filter(isLegible)
    .sort((one, other) => other.common / other.characters - one.common / one.characters);
  return first ?? (utf8.broken === 0 ? utf8 : undefined);
}

function wholeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Few texts have more than one broken character in fifty and are still worth anything. */
const isLegible = ({ characters, common, broken }: Reading): boolean =>
  characters > 0 && broken <= characters / 50 + 1 && common >= characters / 2;

/** Whether a text has letters of other scripts and no Chinese: short GBK can be UTF-8 by chance. */
const isForeign = ({ text, characters }: Reading): boolean =>
  characters === 0 && /[\u0080-\u07ff]/u.test(text.replaceAll(/[\u00a0-\u00bf\u00d7]/gu, ''));

function read(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030' | 'big5'): Reading {
  const text = new TextDecoder(encoding).decode(bytes);
  let [characters, common, broken] = [0, 0, 0];
  for (const character of text) {
    if (character <= '\u2e7f') continue;
    if (character === '\ufffd') broken += 1;
    else if (character < '\u3000' || (character > '\u303f' && character < '\uff00')) {
      characters += 1;
      if (isCommon(character)) common += 1;
    } else if (character > '\uffef') characters += 1;
  }
  return { text, encoding, characters, common, broken };
}

let commonCharacters: ReadonlySet<string> | undefined;

/** The 3,755 characters of the first level of GB 2312, and their traditional forms as far as Big5 has them first. */
function isCommon(character: string): boolean {
  commonCharacters ??= new Set([...level('gb18030', 0xb0, 0xd7), ...level('big5', 0xa4, 0xc6)]);
  return commonCharacters.has(character);
}

function* level(encoding: string, from: number, to: number): Iterable<string> {
  const decoder = new TextDecoder(encoding);
  for (let lead = from; lead <= to; lead += 1) {
    for (let trail = encoding === 'big5' ? 0x40 : 0xa1; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(character)) yield character;
    }
  }
}

/** The encoding that a page says it has, in lower case; empty where it says nothing. */
function claimed(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? '';
}
