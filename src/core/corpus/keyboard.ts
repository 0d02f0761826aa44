import type { TreeFault } from './tree.ts';

/** A slip of a Chinese keyboard, with the edit that mends it and cannot change the meaning. */
interface Slip extends TreeFault {
  edit: Edit;
}

/** On line `line`, at column `column`, `removed` characters give way to `inserted`. Both count from 1. */
interface Edit {
  line: number;
  column: number;
  removed: number;
  inserted: string;
}

const INDENT = /^[ \t\u3000]*[\t\u3000][ \t\u3000]*(?=\S)/u;
const DASH = /^(\s*)([－—–•·]\s*|-(?=[^\s-]))(?=\S)/u;
const KEY =
  /^(\s*(?:- +|[－—–•·]\s*|-(?=[^\s-]))?)(["'“”‘’]?)([\p{Script=Han}A-Za-z（）()]{1,24})(["'“”‘’]?)(\s*)(：|:)/u;
const CHINESE_QUOTES = /[“”‘’]/u;
const QUOTED = /^(\s*)(?:[“„]([^“”„]*)”|‘([^‘’]*)’)\s*$/u;

/** A field whose text follows on the lines below, as it stands there. */
const OPENS_BLOCK = /[:：]\s*[|>][-+\d]{0,2}\s*$/u;
const OPENS_LIST = /[:：]\s*$/u;
const ITEM = /^\s*[-－—–•·]/u;

/**
 * Finds the slips in the lines of a front matter. `labels` are all field names of the vocabulary: an indented line
 * counts as a field only under a known name, since it may also be the second line of a long text.
 */
export function findSlips(
  lines: readonly string[],
  firstLine: number,
  labels: ReadonlySet<string>,
): readonly Slip[] {
  const slips: Slip[] = [];
  let block: number | undefined;
  let before = '';
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const indent = /^\s*(?:- +)*/u.exec(text)![0].length;
    if (block !== undefined && indent > block) continue;
    block = OPENS_BLOCK.test(text) ? indent : undefined;
    slips.push(...slipsIn(text, firstLine + index, labels, OPENS_LIST.test(before) || ITEM.test(before)));
    before = text;
  }
  return slips;
}

function slipsIn(text: string, line: number, labels: ReadonlySet<string>, inList: boolean): readonly Slip[] {
  const found: Omit<Slip, 'help'>[] = [];
  const add = (code: string, column: number, removed: number, inserted: string, message: string): void => {
    const span = { line, column, length: Math.max(1, removed) };
    found.push({ code, span, message, edit: { line, column, removed, inserted } });
  };
  const indent = INDENT.exec(text)?.[0];
  if (indent) {
    const what = indent.includes('\t') ? ' Tab 键' : '全角空格';
    add('F106', 1, indent.length, indent.replace(/[\t\u3000]/gu, '  '), `行首用了${what}`);
  }
  const key = KEY.exec(text);
  const dash = DASH.exec(text);
  if (dash && (key || inList)) {
    const mark = dash[2]!.trim();
    const message = mark === '-' ? '列表的“-”后面少了一个空格' : `列表的短横写成了“${mark}”`;
    add('F113', dash[1]!.length + 1, dash[2]!.length, '- ', message);
  }
  if (key) findKeySlips(key, text.slice(key[0].length), labels, add);
  if (found.length === 0) return [];
  const help = mend([text], line, found)[0]!.trimEnd();
  return found.map((slip) => ({ ...slip, help }));
}

/** The slips about a field's name, its colon and what follows. */
function findKeySlips(
  key: RegExpExecArray,
  after: string,
  labels: ReadonlySet<string>,
  add: (code: string, column: number, removed: number, inserted: string, message: string) => void,
): void {
  const [whole, before, open, label, close, gap, colon] = key as unknown as string[];
  if (!labels.has(label!) && before !== '') return;
  const nameLength = open!.length + [...label!].length + close!.length;
  const colonColumn = before!.length + nameLength + gap!.length + 1;
  if (CHINESE_QUOTES.test(open! + close!))
    add('F107', before!.length + 1, nameLength, label!, '栏目名不用加引号');
  if (colon === '：') {
    add('F104', colonColumn, 1, /^\s/u.test(after) || after === '' ? ':' : ': ', '冒号写成了全角“：”');
  } else if (/^[^\s/]/u.test(after) && (labels.has(label!) || /\p{Script=Han}/u.test(label!))) {
    add('F105', colonColumn, 1, ': ', `“${label!}:”后面少了一个空格`);
  }
  const quoted = QUOTED.exec(after);
  if (!quoted) return;
  const value = quoted[2] ?? quoted[3]!;
  const column = [...whole!].length + quoted[1]!.length + 1;
  add('F107', column, [...value].length + 2, value, '内容两边的中文引号会印在网页上');
}

/** The line after an edit. */
function edited(text: string, { column, removed, inserted }: Edit): string {
  const characters = [...text];
  characters.splice(column - 1, removed, inserted);
  return characters.join('');
}

/** The lines after all edits; several on one line are made from right to left, so that no column moves. */
export function mend(
  lines: readonly string[],
  firstLine: number,
  slips: readonly { edit: Edit }[],
): readonly string[] {
  const mended = [...lines];
  for (const { edit } of slips.toSorted((a, b) => b.edit.column - a.edit.column)) {
    const index = edit.line - firstLine;
    mended[index] = edited(mended[index]!, edit);
  }
  return mended;
}

/** Where a column of a mended line stood before it was mended. */
export function columnBefore(line: number, column: number, slips: readonly { edit: Edit }[]): number {
  let shift = 0;
  for (const { edit } of slips.toSorted((a, b) => a.edit.column - b.edit.column)) {
    const start = edit.column + shift;
    if (edit.line !== line || column <= start) continue;
    const inserted = [...edit.inserted].length;
    if (column < start + inserted)
      return Math.min(edit.column + (column - start), edit.column + edit.removed);
    shift += inserted - edit.removed;
  }
  return column - shift;
}
