import { MOST_CHARACTERS } from './limits.ts';
import type { Mark } from './mark.ts';

/** Bytes that are searched for those that no text has. */
const HEAD = 256 * 1024;

/** What a browser that guesses would take for a page. */
const MARKUP = /^\s*<(?:!doctype|!--|html|head|body|script|svg|iframe|\?xml)/iu;

/** A cell that Excel hands to another program: `=cmd|' /C calc'!A0`. A list with bars and a call at its end is none. */
const DDE = /(?:^|[,;\t"])\s*[=+\-@]\s*"?[A-Za-z][^,;\t\n|]{0,200}\|[^\t\n]{0,400}![A-Za-z]/mu;

/** How many characters of several bytes must be sound before a text is taken for UTF-8 with a fault in it. */
const SURELY_UTF8 = 0.9;

/** A text in one of the encodings in use. */
interface PlainText {
  text: string;
  marks: readonly Mark[];
}

export const isPage = (text: string): boolean => MARKUP.test(text);

/** Reads a file as text; nothing when it is none. */
export function readText(bytes: Uint8Array): PlainText | undefined {
  const wide = [
    { mark: [0xff, 0xfe], encoding: 'utf-16le' },
    { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  ].find(({ mark }) => mark[0] === bytes[0] && mark[1] === bytes[1]);
  const written = wide && decoded(bytes, wide.encoding);
  // What Notepad and Excel call Unicode; a NUL stands in no text of it.
  if (written !== undefined && !written.includes('\0')) return { text: written, marks: marksOf(written) };
  if (bytes.subarray(0, HEAD).includes(0)) return undefined;
  const text = decoded(bytes, 'utf-8') ?? (isBrokenUtf8(bytes) ? undefined : decoded(bytes, 'gb18030'));
  if (text !== undefined) return { text, marks: marksOf(text) };
  return isBrokenUtf8(bytes)
    ? { text: new TextDecoder().decode(bytes), marks: [{ what: 'damaged', detail: '文字编码坏了' }] }
    : undefined;
}

const marksOf = (text: string): readonly Mark[] =>
  DDE.test(text) ? [{ what: 'script', detail: '用 Excel 打开时会启动别的程序（DDE）' }] : [];

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).slice(0, MOST_CHARACTERS);
  } catch {
    return undefined;
  }
}

/** Nearly all its characters of several bytes are those of UTF-8: chance makes GBK look so in one of a thousand texts. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, HEAD));
  const sound = text.match(/[\u0800-\ufffc]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken > 0 && sound > 5 && sound / (sound + broken) > SURELY_UTF8;
}
