import { markdown } from './body/markdown.ts';
import { inDialect } from './body/pasted.ts';
import { plainText, renderBody } from './body/render.ts';
import { decode, FRONT_MATTER_LINE, split, unixLines } from './corpus/front-matter.ts';
import { findSlips, mend } from './corpus/keyboard.ts';
import { labelsIn } from './corpus/labels.ts';
import { readOtherEncoding, type OtherText } from './corpus/other-encoding.ts';
import { readAnnouncement } from './corpus/meaning.ts';
import { readTree } from './corpus/read-tree.ts';

/** A file's text after all that can be mended without a change of meaning. */
export interface Mended {
  text: string;
  /** The text as it was, where it was saved in another encoding and the check could not read it. */
  unread?: string;
  /** The lines that differ, in order; numbers count from 1. */
  changes: readonly LineChange[];
  /** What was done to the file as a whole, in Chinese. */
  whole: readonly string[];
}

interface LineChange {
  line: number;
  before: string;
  after: string;
}

/**
 * Mends a file of the content folder: encoding, byte-order mark, line ends, spaces at line ends, the slips of a Chinese keyboard
 * among the fields, values for which the check offers a way of writing that means the same; tables and paragraphs of a body that were pasted from
 * Word or WPS, unless the announcement is published. Nothing where nothing is to be mended, or where
 * the file cannot be read as text. What it returns, it finds nothing in when asked again.
 */
export function mendFile(file: string, bytes: Uint8Array, { isPublished = false } = {}): Mended | undefined {
  const other = otherEncodingOf(file, bytes);
  const { text, findings } = other ? { text: unixLines(other.text), findings: [] } : decode(file, bytes);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const mended = file.endsWith('.yaml')
    ? mendFields(file, lines, 1)
    : mendPage(file, text, lines, isPublished);
  const changes = lines.flatMap((before, index) => {
    const after = mended[index]!;
    return after === before ? [] : [{ line: index + 1, before, after }];
  });
  const whole = [
    ...(other ? [`从按${other.saved}存的改成按“UTF-8”存的，一个字也没有变`] : []),
    ...(findings.some(({ code }) => code === 'F102') ? ['去掉文件开头看不见的记号'] : []),
    ...((other?.text.includes('\r') ?? bytes.includes(CARRIAGE_RETURN))
      ? ['换行的写法统一了，看上去没有变化']
      : []),
  ];
  if (changes.length + whole.length === 0) return undefined;
  return { text: mended.join('\n'), changes, whole, ...(other && { unread: text }) };
}

/** A text in another encoding that surely was read as it was written: without loss, and with a field of such a file. */
function otherEncodingOf(file: string, bytes: Uint8Array): OtherText | undefined {
  if (!decode(file, bytes).findings.some(({ code }) => code === 'F119')) return undefined;
  const other = readOtherEncoding(bytes);
  const known = labelsIn(file);
  const isKnown = other?.text.split(/[\r\n]+/u).some((line) => known.has(line.split(/[:：]/u)[0]!.trim()));
  return isKnown ? other : undefined;
}

const CARRIAGE_RETURN = 0x0d;

/** A Markdown file that cannot be cut into fields and body is left as it is. */
function mendPage(
  file: string,
  text: string,
  lines: readonly string[],
  isPublished: boolean,
): readonly string[] {
  const parts = split(file, text).split;
  if (!parts) return lines;
  const first = FRONT_MATTER_LINE - 1;
  const closing = parts.bodyLine - 2;
  return [
    '---',
    ...mendFields(file, lines.slice(first, closing), FRONT_MATTER_LINE),
    '---',
    ...mendBody(lines.slice(closing + 1), isPublished),
  ];
}

/** Each pass can bring out what the one before it hid; a file needs two at most, and a third finds nothing. */
const PASSES = 3;

function mendFields(file: string, lines: readonly string[], firstLine: number): readonly string[] {
  const labels = labelsIn(file);
  let mended = lines.map(withoutEndSpace);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const slips = findSlips(mended, firstLine, labels);
    mended = mend(mended, firstLine, slips).map(withoutEndSpace);
    const same = sameValues(file, mended, firstLine);
    mended = mend(mended, firstLine, same).map(withoutEndSpace);
    if (slips.length + same.length === 0) break;
  }
  return mended;
}

const withoutEndSpace = (line: string): string => line.replace(/[ \t\u3000]+$/u, '');

/** Edits that write a value so that it can be read and means the same; quotation marks round it stay. */
function sameValues(file: string, lines: readonly string[], firstLine: number) {
  const { tree } = readTree(lines.join('\n'), firstLine, labelsIn(file));
  const findings = tree && file.startsWith('announcements/') ? readAnnouncement(file, tree).findings : [];
  return findings
    .filter(({ fix }) => fix !== undefined)
    .map(({ line, column, length, fix }) => {
      const written = [...lines[line - firstLine]!].slice(column - 1, column - 1 + length).join('');
      const quote = /^(["']).*\1$/u.exec(written)?.[1] ?? '';
      return { edit: { line, column, removed: length, inserted: `${quote}${fix}${quote}` } };
    });
}

/** A body is only touched where its words stay the same; code keeps its own spaces. An entry may hold two lines. */
function mendBody(lines: readonly string[], isPublished: boolean): readonly string[] {
  const before = lines.join('\n');
  const trimmed = lines.map((line) => line.replace(/[ \t]+$/u, ''));
  const mended = isSamePage(before, trimmed.join('\n')) ? trimmed : lines;
  if (isPublished) return mended;
  const text = mended.join('\n');
  const written = inDialect(mended, markdown.parse(text, {}));
  return visible(text) === visible(written.join('\n')) ? written : mended;
}

const isSamePage = (before: string, after: string): boolean =>
  before === after || renderBody(before, () => '') === renderBody(after, () => '');

const visible = (body: string): string => plainText(body).replace(/\s/gu, '');
