/** Why bytes are no text in UTF-8, and where: line and column count from 1. */
interface EncodingFault {
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

const SAVE_AS = '用记事本打开，“另存为”时编码选 UTF-8';

/** What is wrong with bytes that should be text in UTF-8; nothing for those that are. */
export function encodingFault(bytes: Uint8Array): EncodingFault | undefined {
  const start = { line: 1, column: 1 };
  const other = otherThanText(bytes);
  if (other !== undefined) {
    const help = '公告的文字写在 .md 文件里；这个文件本身改回原来的结尾，作为附件发布';
    return { ...start, message: `文件不是文字，而是${other}`, help };
  }
  if (isUtf16(bytes)) return { ...start, message: '文件是 UTF-16 编码', help: SAVE_AS };
  if (isUtf8(bytes)) return undefined;
  if (bytes.includes(0)) {
    return { ...start, message: '文件不是文字', help: '核对是不是放错了文件；附件放在公告的文件夹里' };
  }
  const broken = brokenAt(bytes);
  if (broken) {
    const message = '文件是 UTF-8 编码，但是这里有坏掉的字';
    return { ...broken, message, help: '对照原件重新输入这一处；坏得多的，从备份或者 Git 里取回上一份' };
  }
  if (isGbk(bytes)) return { ...start, message: '文件是 GBK 编码', help: SAVE_AS };
  const message = '文件不是 UTF-8 编码，也认不出是哪一种，可能已经损坏';
  return { ...start, message, help: `${SAVE_AS}；打开已经是乱码的，从备份里取回` };
}

/** What bytes are by their first ones, if no text; words that follow “是”. */
export function otherThanText(bytes: Uint8Array): string | undefined {
  const other = SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1];
  return other !== undefined && /^\w/u.test(other) ? ` ${other}` : other;
}

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

/** By its mark, or by the zeros of its colons and line ends, which all stand at even or at odd places. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const zeros = [...bytes.subarray(0, 400)].flatMap((byte, index) => (byte === 0 ? [index % 2] : []));
  return zeros.length >= 6 && new Set(zeros).size === 1;
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

/** Whether bytes are Chinese in GBK: pairs, most of them of the 3,755 common characters of GB 2312. */
function isGbk(bytes: Uint8Array): boolean {
  try {
    const characters = new TextDecoder('gbk', { fatal: true }).decode(bytes).match(/[^\p{ASCII}]/gu) ?? [];
    let common = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      if (bytes[index]! < 0x81) continue;
      if (bytes[index]! >= 0xb0 && bytes[index]! <= 0xd7 && bytes[index + 1]! >= 0xa1) common += 1;
      index += 1;
    }
    return characters.length > 0 && common >= characters.length / 2;
  } catch {
    return false;
  }
}
