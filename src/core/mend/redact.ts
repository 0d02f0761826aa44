import { decode, split } from '../corpus/front-matter.ts';

/** What is to be made unreadable. */
export interface Redaction {
  /** Label of a field, or 正文. */
  readonly field: string;
  /** As they are written in the file. */
  readonly words: string;
}

/** What stands in place of each character. */
const BLOCK = '■';

/**
 * The bytes of an announcement's file with words replaced by blocks wherever they stand, so that no other field keeps
 * them. Every other byte stays.
 * @returns undefined where the field does not have these words
 */
export function redact(
  file: string,
  bytes: Uint8Array,
  { field, words }: Redaction,
): { readonly written: Uint8Array; readonly count: number } | undefined {
  const { text } = decode(file, bytes);
  const parts = text === undefined ? undefined : split(file, text).split;
  if (!parts) return undefined;
  const place = field === '正文' ? parts.body : linesOf(field, parts.frontMatter);
  if (!place.includes(words)) return undefined;
  const pieces = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(words);
  const written = new TextEncoder().encode(pieces.join(BLOCK.repeat([...words].length)));
  return { written, count: pieces.length - 1 };
}

/** The lines of a field and those that are indented below it. */
function linesOf(field: string, frontMatter: string): string {
  const lines = frontMatter.split(/\r\n?|\n/u);
  const start = lines.findIndex(
    (line) => line.startsWith(field) && /^\s*[:：]/u.test(line.slice(field.length)),
  );
  if (start < 0) return '';
  const next = lines.findIndex((line, index) => index > start && /^[^\s-]/u.test(line));
  return lines.slice(start, next < 0 ? undefined : next).join('\n');
}
