import { markdown, type Token } from './markdown.ts';

/**
 * What a body is made of, as a clerk knows it: 小标题, 段落, 编号, 表格, 图片; `source` is 原样, whatever none of them is: a
 * quotation, a rule across the page, code, a list in a list.
 */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'table' | 'image' | 'source';

/** A piece of a body with the very text that it has there. */
export interface Block {
  readonly kind: BlockKind;
  /** Its lines, without the end of the last one. */
  readonly source: string;
  /** What parts it from the next block: the end of its last line, and empty lines. */
  readonly gap: string;
}

/** A body that was cut: `joined` gives the same text again, byte for byte. */
export interface Blocks {
  /** Empty lines before the first block. */
  readonly before: string;
  readonly blocks: readonly Block[];
}

/** Cuts a body of our dialect into its blocks. Every character of it is in one of them, whatever it is. */
export function cut(body: string): Blocks {
  const lines = linesOf(body);
  const spans = spansOf(markdown.parse(body, {}), lines);
  const textOf = (from: number, to: number): string => lines.slice(from, to).join('');
  return {
    before: textOf(0, spans[0]?.from ?? lines.length),
    blocks: spans.map(({ kind, from, to }, index) => {
      const source = withoutEnd(textOf(from, to));
      const gap = textOf(from, spans[index + 1]?.from ?? lines.length).slice(source.length);
      return { kind, source, gap };
    }),
  };
}

/** The body that blocks make. */
export const joined = ({ before, blocks }: Blocks): string =>
  before + blocks.map(({ source, gap }) => source + gap).join('');

/** Which block a line of the body is in, from 0; an empty line is of the block above it. -1 where there is none. */
export function blockAt({ before, blocks }: Blocks, line: number): number {
  let next = linesOf(before).length;
  let found = blocks.length > 0 ? 0 : -1;
  for (const [index, { source, gap }] of blocks.entries()) {
    if (next > line) break;
    found = index;
    next += linesOf(source + gap).length;
  }
  return found;
}

/** Lines `from` to `to`, not counted, that are one block. */
interface Span {
  kind: BlockKind;
  from: number;
  to: number;
}

/** Each line with its end, which the parser takes for one, however it is written. */
const linesOf = (text: string): readonly string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/gu) ?? [];

const withoutEnd = (text: string): string => text.replace(/(?:\r\n|\r|\n)$/u, '');

const isEmpty = (line: string): boolean => /^[ \t\u3000\u00a0\r\n]*$/u.test(line);

/** The spans of a body one below the other; what the parser leaves between them is shown as it is. */
function spansOf(tokens: readonly Token[], lines: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  let done = 0;
  const add = (kind: BlockKind, start: number, end: number): void => {
    let [from, to] = [Math.max(start, done), end];
    while (from < to && isEmpty(lines[from]!)) from += 1;
    while (to > from && isEmpty(lines[to - 1]!)) to -= 1;
    if (from < to) spans.push({ kind, from, to });
    done = Math.max(done, end);
  };
  for (const [index, { level, map, nesting }] of tokens.entries()) {
    if (level > 0 || !map || nesting < 0) continue;
    add('source', done, map[0]);
    add(kindOf(tokens, index), map[0], endOf(tokens, index));
  }
  add('source', done, lines.length);
  return spans;
}

/** The line behind a block; lists that the dialect joins have their lines in their items alone. */
function endOf(tokens: readonly Token[], index: number): number {
  const { level, map } = tokens[index]!;
  let end = map![1];
  for (let at = index + 1; at < tokens.length && tokens[at]!.level > level; at += 1)
    end = Math.max(end, tokens[at]!.map?.[1] ?? 0);
  return end;
}

function kindOf(tokens: readonly Token[], index: number): BlockKind {
  const { type } = tokens[index]!;
  if (type === 'heading_open') return 'heading';
  if (type === 'table_open') return 'table';
  if (/_list_open$/u.test(type)) return isPlainList(tokens, index) ? 'list' : 'source';
  if (type !== 'paragraph_open') return 'source';
  const children = tokens[index + 1]!.children ?? [];
  if (!children.some((child) => child.type === 'image')) return 'paragraph';
  return children.length === 1 ? 'image' : 'source';
}

/** Whether each item of a list is one paragraph of words. */
function isPlainList(tokens: readonly Token[], index: number): boolean {
  const { level } = tokens[index]!;
  for (let at = index + 1; tokens[at]!.level > level; at += 1) {
    const { type, children } = tokens[at]!;
    if (!/^(?:list_item_|paragraph_|inline$)/u.test(type)) return false;
    if (type === 'paragraph_close' && tokens[at + 1]!.type !== 'list_item_close') return false;
    if (children?.some((child) => child.type === 'image')) return false;
  }
  return true;
}
