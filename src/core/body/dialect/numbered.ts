import type MarkdownIt from 'markdown-it';
import { lineAt, pushInline, type BlockRule, type BlockState } from './lines.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

const HAN = '[一二三四五六七八九十百]{1,4}';
const DIGITS = '[\\d０-９]{1,3}';

/** How a clerk numbers a line, with or without a blank behind: `（一）`, `一、`, `1.`, `1）`, `1.1`, `①`, `第一条`. */
const NUMBER = new RegExp(
  `^(?:[（(](?:${HAN}|${DIGITS})[）)]|${HAN}[、．.]|${DIGITS}(?:[、．）)]|\\.(?!\\d))|[①-⑳⑴-⒛㈠-㈩㉑-㉟]` +
    `|\\d{1,2}(?:[.．]\\d{1,2}){1,4}(?=[ \\u3000、])|第(?:${HAN}|${DIGITS})[条款项](?=[ \\u3000：:]))`,
  'u',
);

/** What the library itself takes for an item: that can hold further blocks. */
const BY_LIBRARY = /^(?:\d{1,9}[.)]|[-*+])(?:[ \t]|$)/u;

/** Whether a line of a notice is numbered, so that another below it makes a list of both. */
export const isNumbered = (line: string): boolean =>
  NUMBER.test(line) || (BY_LIBRARY.test(line) && /^\d/u.test(line));

/** What a list of bullets or of the library's numbers prints by its own words: the class of the other. */
export const printsNumbers = (list: Token): boolean => list.attrGet('class') === WRITTEN;

/** Numbered lines one below the other, each an item with its number as it was typed. A single one is a line of text. */
export const numbered: BlockRule = (state, line, end, silent) => {
  if (!isOurs(state, line)) return false;
  // The line above may be an item of the library's, within which the parser still is.
  const least = Math.min(state.sCount[line]!, state.blkIndent);
  const isBeside = (at: number): boolean =>
    at >= 0 && at < end && state.sCount[at]! >= least && NUMBER.test(wholeLine(state, at));
  if (!isBeside(line + 1) && !isBeside(line - 1)) return false;
  if (silent) return true;
  const list = state.push('bullet_list_open', 'ul', 1);
  list.attrs = [['class', WRITTEN]];
  let next = line;
  for (
    ;
    next < end && (next === line || (isOurs(state, next) && state.sCount[next]! >= state.blkIndent));
    next += 1
  ) {
    state.push('list_item_open', 'li', 1).map = [next, next + 1];
    const first = state.tokens.length;
    pushInline(state, 'paragraph', 'p', [next, next + 1], lineAt(state, next).trim());
    for (const token of state.tokens.slice(first)) if (token.type !== 'inline') token.hidden = true;
    state.push('list_item_close', 'li', -1);
  }
  list.map = [line, next];
  state.push('bullet_list_close', 'ul', -1);
  state.line = next;
  return true;
};

const isOurs = (state: BlockState, line: number): boolean =>
  state.sCount[line]! >= 0 && NUMBER.test(lineAt(state, line)) && !BY_LIBRARY.test(lineAt(state, line));

const wholeLine = ({ src, bMarks, eMarks }: BlockState, line: number): string =>
  src.slice(bMarks[line], eMarks[line]).trimStart();

/** The class of a list whose items print their own numbers. */
const WRITTEN = 'written';

/**
 * Prints the number of each item as it was typed, since a browser would count by itself, and the marks `*` and `+`,
 * which may say something in a notice. A short dash is a bullet, unless a figure alone follows it: then it is a minus.
 */
export function printMarks(
  tokens: Token[],
  newToken: (type: string, tag: string, nesting: 0 | 1 | -1) => Token,
): void {
  const printed: Token[] = [];
  const lists: { open: Token; isWritten: boolean }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (/^(?:bullet|ordered)_list_open$/u.test(token.type)) {
      const isWritten = token.attrGet('class') === WRITTEN;
      lists.push({ open: token, isWritten: isWritten || printsMarks(tokens, index) });
      if (lists.at(-1)!.isWritten && !isWritten) toWritten(token);
    }
    printed.push(token);
    if (token.type === 'list_item_open' && lists.at(-1)!.isWritten && token.markup !== '') {
      const mark = `${token.info}${token.markup}`;
      const [next, inline] = [tokens[index + 1]!, tokens[index + 2]];
      if (next.type === 'paragraph_open') inline!.children!.unshift(textOf(`${mark} `));
      else {
        const alone = newToken('inline', '', 0);
        alone.map = [token.map![0], token.map![0] + 1];
        alone.level = token.level + 1;
        alone.children = [textOf(mark)];
        printed.push(alone);
      }
    }
    if (/^(?:bullet|ordered)_list_close$/u.test(token.type) && lists.pop()!.isWritten) token.tag = 'ul';
  }
  const kept = withoutSeams(printed);
  // Not spread: a table of twenty thousand rows has more tokens than a call can have arguments.
  tokens.length = 0;
  for (const token of kept) tokens.push(token);

  function textOf(content: string): Token {
    const text = newToken('text', '', 0);
    text.content = content;
    text.meta = NUMBER_OF_ITEM;
    return text;
  }
}

/** Where a blank behind the number is missing in one item, the lines of one list are read as two. */
function withoutSeams(tokens: readonly Token[]): readonly Token[] {
  const seams = new Set<Token>();
  const opened: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (!/_list_(?:open|close)$/u.test(token.type)) continue;
    if (token.nesting === 1) opened.push(token);
    else {
      const [list, next] = [opened.pop()!, tokens[index + 1]];
      const goesOn = next?.attrGet('class') === WRITTEN && next.map![0] === list.map![1];
      if (goesOn && list.attrGet('class') === WRITTEN) seams.add(token).add(next);
    }
  }
  return seams.size === 0 ? tokens : tokens.filter((token) => !seams.has(token));
}

/** What a token is that holds the number of an item alone. */
export const NUMBER_OF_ITEM = 'number of item';

function toWritten(list: Token): void {
  list.tag = 'ul';
  list.attrs = [['class', WRITTEN]];
}

/** `5℃`, `6,996.89万元`: an item of nothing else. */
const FIGURE = /^[\d０-９][\d０-９,，.．]*[ \u3000]?[^\s\d]{0,4}$/u;

/** Whether a list that begins here has marks to print. */
function printsMarks(tokens: readonly Token[], index: number): boolean {
  const { type, markup, level } = tokens[index]!;
  if (type === 'ordered_list_open' || markup !== '-') return true;
  for (let at = index + 1; tokens[at]!.level > level; at += 1) {
    if (tokens[at]!.type !== 'list_item_open' || tokens[at]!.level !== level + 1) continue;
    const [next, inline] = [tokens[at + 1]!, tokens[at + 2]];
    if (next.type === 'list_item_close') return true;
    if (next.type === 'paragraph_open' && FIGURE.test(inline!.content.replace(/\n[^]*/u, ''))) return true;
  }
  return false;
}
