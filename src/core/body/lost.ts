import { BEGINS_BLOCK } from './dialect/marks.ts';
import { ofLine, type BodyFinding } from './finding.ts';
import { wordsOf, type Token } from './markdown.ts';

/** What a line of the source prints, and which marks it may have. */
interface Printed {
  words: string;
  isRow: boolean;
  isHeading: boolean;
  isQuoted: boolean;
  isItem: boolean;
}

/**
 * Finds lines that print less than they say. The parser is not trusted: every visible character of a line, less the
 * marks of the dialect, must occur in what the line prints, in the same order.
 * @param lines of the body
 * @param tokens what the parser made of it
 */
export function findLost(lines: readonly string[], tokens: readonly Token[]): readonly BodyFinding[] {
  const printed = printedLines(lines, tokens);
  return lines.flatMap((line, index) => {
    const told = printed[index];
    if (told?.words === line || isMarkAlone(line)) return [];
    const lost = firstLost(visibleWords(line, told), told?.words ?? '');
    if (lost === undefined) return [];
    const message = `这一行有字印不出来，从“${lost.slice(0, 12)}”起`;
    return [
      ofLine('C120', line, index, message, '换一种写法；行首、括号里的符号可能被当成了记号，见手册“正文”'),
    ];
  });
}

function printedLines(lines: readonly string[], tokens: readonly Token[]): (Printed | undefined)[] {
  const printed: (Printed | undefined)[] = new Array<undefined>(lines.length).fill(undefined);
  let quotes = 0;
  let items = 0;
  let isRow = false;
  let isHeading = false;
  for (const token of tokens) {
    const { type, map, nesting } = token;
    if (type === 'blockquote_open' || type === 'blockquote_close') quotes += nesting;
    else if (type === 'list_item_open' || type === 'list_item_close') items += nesting;
    else if (type === 'tr_open' || type === 'tr_close') isRow = nesting === 1;
    else if (type === 'heading_open' || type === 'heading_close') isHeading = nesting === 1;
    // A row whose cells all join those above prints nothing of its own.
    if (type === 'tr_open')
      printed[map![0]] = { words: '', isRow, isHeading, isQuoted: quotes > 0, isItem: items > 0 };
    if (!map || (type !== 'inline' && type !== 'fence')) continue;
    const isFence = type === 'fence';
    const words = isFence ? token.content : wordsOf(token);
    const from = map[0] + (isFence ? 1 : 0);
    for (const [offset, part] of (words.includes('\n') ? words.split('\n') : [words]).entries()) {
      const before = printed[from + offset];
      if (before) before.words += part;
      else if (part !== '' || !isFence) {
        printed[from + offset] = { words: part, isRow, isHeading, isQuoted: quotes > 0, isItem: items > 0 };
      }
    }
  }
  return printed;
}

/** Lines that are nothing but a mark: empty, a rule, the rule of a table, the edge of an example. */
const isMarkAlone = (line: string): boolean => /^[\s>|:=+-]*$/u.test(line) || /^\s*```[a-z]*\s*$/u.test(line);

/** The backslash before what would begin a block, behind the marks of items and quotes. */
const ESCAPED_BEGINNING = new RegExp(
  String.raw`^(\s*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*)\\(?=${BEGINS_BLOCK.source.slice(1)})`,
  'u',
);

/** The characters of a line that are to be seen, without the marks that it has. */
function visibleWords(line: string, printed: Printed | undefined): string {
  let words = line;
  if (printed?.isQuoted) words = words.replace(/^(?:\s*>)+/u, '');
  if (printed?.isItem) words = words.replace(/^\s*(?:-\s+)+/u, '');
  if (printed?.isHeading) words = words.replace(/^\s*#+|(?<=\s)#{2,}\s*$/gu, '');
  if (printed?.isRow) words = words.replace(/(?<!\\)\||\^\^/gu, '');
  return words
    .replace(ESCAPED_BEGINNING, '$1')
    .replace(/(?<!\*)\*\*(?!\*)|`|\\(?=[*|[`])/gu, '')
    .replace(/<((?:https?:|[\w.+-]+@)[^<>\s]+)>/gu, '$1')
    .replace(
      /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:<[^<>]*>|(?:[^()\s]|\([^()]*\))*)(?:\s+"([^"]*)")?\)/gu,
      '$1$2',
    );
}

/** What is left of a text from the first character on that does not occur in another; blanks do not count. */
function firstLost(text: string, printed: string): string | undefined {
  let at = 0;
  for (const [index, char] of [...text].entries()) {
    if (/\s/u.test(char)) continue;
    const found = printed.indexOf(char, at);
    if (found < 0) return [...text].slice(index).join('');
    at = found + char.length;
  }
  return undefined;
}
