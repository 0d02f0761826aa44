import { readOtherEncoding } from './other-encoding.ts';

/** Why bytes are no text in UTF-8, and where: line and column count from 1. */
interface EncodingFault {
  code: 'F101' | 'F119';
  line: number;
  column: number;
  message: string;
  help: string;
}

/** What the first bytes of files that are no text are, as ASCII or as numbers. */
const SIGNATURES: readonly (readonly [string | readonly number[], string])[] = [
  ['%PDF-', 'PDF'],
  ['{\\rtf', 'RTF（写字板）文档'],
  [[0x50, 0x4b, 0x03, 0x04], '压缩包或者 Word、Excel、WPS 文档'],
  [[0xd0, 0xcf, 0x11, 0xe0], '旧版 Word、Excel、WPS 文档'],
  ['Rar!', '压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包'],
  [[0x1f, 0x8b], '压缩包'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  ['GIF8', '图片'],
  ['II*\0', '图片'],
  ['MM\0*', '图片'],
];

const SAVE_AS = '用记事本打开，“另存为”时编码选“UTF-8”';

/** What is wrong with bytes that should be text in UTF-8; nothing for those that are. */
export function encodingFault(bytes: Uint8Array): EncodingFault | undefined {
  const other = otherThanText(bytes);
  if (other !== undefined) return whole(`文件不是文字，而是${other}`, HOW_TO_GO_ON);
  if (isUtf8(bytes) && !bytes.includes(0)) return undefined;
  const text = readOtherEncoding(bytes);
  if (text) {
    const help = `${SAVE_AS}；让程序代劳，一个字也不变`;
    return { ...whole(`文件不是按“UTF-8”存的，而是按${text.saved}`, help), code: 'F119' };
  }
  if (isUtf8(bytes)) return undefined;
  if (bytes.includes(0)) return whole('文件不是文字', '核对是不是放错了文件；附件放在公告的文件夹里');
  const broken = brokenAt(bytes);
  if (broken) {
    const help = '对照原件重新输入这一处；坏得多的，从备份里取回上一份';
    return { code: 'F101', ...broken, message: '这里有坏掉的字，读不出来', help };
  }
  return whole(
    '文件不是按“UTF-8”存的，也认不出是哪一种存法，可能已经损坏',
    `${SAVE_AS}；打开已经是乱码的，从备份里取回`,
  );
}

const HOW_TO_GO_ON =
  '把结尾改回原来的（如 .docx）；从它写一份公告：npm run new -- --from-document 文件；要作附件的，放在公告的文件夹里';

const whole = (message: string, help: string): EncodingFault => ({
  code: 'F101',
  line: 1,
  column: 1,
  message,
  help,
});

/** What bytes are by their first ones, if no text; words that follow “是”. */
export function otherThanText(bytes: Uint8Array): string | undefined {
  if (isWord(bytes)) return ' Word 文件';
  const other = SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1];
  return other !== undefined && /^\w/u.test(other) ? ` ${other}` : other;
}

/** A packed file of Office names its parts in its bytes. */
const isWord = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) &&
  new TextDecoder('latin1').decode(bytes).includes('word/document.xml');

const startsWith = (bytes: Uint8Array, signature: string | readonly number[]): boolean => {
  const first = typeof signature === 'string' ? [...signature].map((char) => char.charCodeAt(0)) : signature;
  return first.every((byte, index) => bytes[index] === byte);
};

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Where UTF-8 is broken, of bytes most of which are UTF-8: in those of another encoding no character is whole. */
function brokenAt(bytes: Uint8Array): { line: number; column: number } | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  const whole = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const broken = text.match(/\ufffd+/gu)?.length ?? 0;
  if (whole < broken) return undefined;
  const before = text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/u);
  return { line: before.length, column: [...before.at(-1)!].length + 1 };
}
