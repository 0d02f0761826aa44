import type { TreeFault } from './tree.ts';

/** A slip of a Chinese keyboard, with the edit that mends it and cannot change the meaning. */
export interface Slip extends TreeFault {
  edit: Edit;
}

/** On line `line`, at column `column`, `removed` characters give way to `inserted`. Both count from 1. */
export interface Edit {
  line: number;
  column: number;
  removed: number;
  inserted: string;
}

const DASH = /^(\s*)([－—–•·]\s*|-(?=[^\s-]))(?=\S)/u;
const KEY = /^(\s*(?:- +)?)(["'“”‘’]?)([\p{Script=Han}A-Za-z]{1,20})(["'“”‘’]?)(\s*)(：|:)/u;

/**
 * Finds the slips in the lines of a front matter. `labels` are all field names of the vocabulary: an indented line
 * counts as a field only under a known name, since it may also be the second line of a long text.
 */
export function findSlips(
  lines: readonly string[],
  firstLine: number,
  labels: ReadonlySet<string>,
): readonly Slip[] {
  return lines.flatMap((text, index) => slipsIn(text, firstLine + index, labels));
}

function slipsIn(text: string, line: number, labels: ReadonlySet<string>): Slip[] {
  const slips: Slip[] = [];
  const slip = (
    code: string,
    column: number,
    removed: number,
    inserted: string,
    message: string,
    length = removed,
  ) => {
    const help = edited(text, { line, column, removed, inserted }).trimEnd();
    slips.push({
      code,
      span: { line, column, length: Math.max(1, length) },
      message,
      help: help.trimStart(),
      edit: { line, column, removed, inserted },
    });
  };
  const tab = /^[ \t]*\t[ \t]*/u.exec(text)?.[0];
  if (tab) {
    slip('F106', 1, tab.length, tab.replaceAll('\t', '  '), '行首用了制表符（Tab 键）');
    return slips;
  }
  const dash = DASH.exec(text);
  if (dash && KEY.test(text.replace(DASH, '$1- '))) {
    const [, indent, mark] = dash;
    slip(
      'F113',
      indent!.length + 1,
      mark!.length,
      '- ',
      mark!.trim() === '-' ? '列表的“-”后面少了一个空格' : `列表的短横写成了“${mark!.trim()}”`,
    );
    return slips;
  }
  const key = KEY.exec(text);
  if (!key) return slips;
  const [whole, before, open, label, close, gap, colon] = key as unknown as string[];
  if (!labels.has(label!) && before !== '') return slips;
  const after = text.slice(whole!.length);
  const colonColumn = before!.length + open!.length + [...label!].length + close!.length + gap!.length + 1;
  if (/[“”‘’]/u.test(open! + close!)) {
    slip(
      'F107',
      before!.length + 1,
      open!.length + [...label!].length + close!.length,
      label!,
      '栏目名不用加引号',
    );
  }
  if (colon === '：') {
    slip('F104', colonColumn, 1, /^\s/u.test(after) || after === '' ? ':' : ': ', '冒号写成了全角“：”');
  } else if (/^[^\s/]/u.test(after) && (labels.has(label!) || /\p{Script=Han}/u.test(label!))) {
    slip('F105', colonColumn, 1, ': ', `“${label!}:”后面少了一个空格`);
  }
  const quoted = /^(\s*)[“„]([^“”„]*)”\s*$/u.exec(after);
  if (quoted) {
    const [, blank, value] = quoted;
    const column = [...whole!].length + blank!.length + 1;
    slip('F107', column, [...value!].length + 2, value!, '内容两边的中文引号会印在网页上');
  }
  return slips;
}

/** The line after an edit. */
export function edited(text: string, { column, removed, inserted }: Edit): string {
  const characters = [...text];
  characters.splice(column - 1, removed, inserted);
  return characters.join('');
}

/** The lines after all edits; several on one line are made from right to left, so that no column moves. */
export function mend(lines: readonly string[], firstLine: number, slips: readonly Slip[]): readonly string[] {
  const mended = [...lines];
  for (const { edit } of slips.toSorted((a, b) => b.edit.column - a.edit.column)) {
    const index = edit.line - firstLine;
    mended[index] = edited(mended[index]!, edit);
  }
  return mended;
}

/** Where a column of a mended line stood before it was mended. */
export function columnBefore(line: number, column: number, slips: readonly Slip[]): number {
  let shift = 0;
  for (const { edit } of slips) {
    if (edit.line === line && column > edit.column) shift += [...edit.inserted].length - edit.removed;
  }
  return Math.max(1, column - shift);
}
