import { isNumbered } from '../dialect/numbered.ts';
import { markdown } from '../markdown.ts';
import { toInline } from '../writing/inline.ts';
import type { Line, Run } from '../writing/run.ts';
import { BULLET, textOfTokens } from './read.ts';
import { bareText, type Look, type Text } from './text.ts';

/** What a text is written as; of a heading also how many marks it has. */
export type Form =
  { readonly kind: 'paragraph' | 'list' } | { readonly kind: 'heading'; readonly level: number };

/**
 * Writes what a clerk typed so that the page shows just that: what would be a mark is none. Nothing where no word is
 * in it. Where a look would cost words it is left out, and where a line would be read into another it stands apart.
 */
export function written(text: Text, form: Form): string {
  const plain = bareText(text.words);
  const apart = bareText(text.words.replaceAll('\n', '\n\n'));
  const tried = [text, plain].find((one) => saysTheSame(writtenOnce(one, form), text.words));
  return writtenOnce(tried ?? apart, form);
}

/** A picture with what is said of it. */
export const writtenPicture = (file: string, words: string): string =>
  `![${words.replaceAll(/[[\]\s]+/gu, ' ').trim()}](${targetOf(file)})`;

/** Whether the page shows these words of what was written; blanks do not count. */
const saysTheSame = (source: string, words: string): boolean =>
  bare(textOfTokens(markdown.parse(source, {})).words) === bare(words);

const bare = (words: string): string => words.normalize('NFC').replaceAll(/[\s\u00a0\u3000]+/gu, '');

function writtenOnce(text: Text, form: Form): string {
  const lines = linesOf(text);
  if (form.kind === 'heading') return headingOf(lines, form.level);
  return form.kind === 'list' ? listOf(lines) : paragraphsOf(lines);
}

/** A text as the words of a cell. */
export const writtenCell = (text: Text): string => toInline(inOne(linesOf(text)), 'cell').trim();

/** Lines as one, with a blank between them. */
const inOne = (lines: readonly Line[]): Line =>
  lines
    .filter(hasWords)
    .flatMap((line, index) => (index === 0 ? line : [{ text: ' ', bold: false }, ...line]));

function headingOf(lines: readonly Line[], level: number): string {
  const words = toInline(inOne(lines), 'heading').trim();
  const marks = '#'.repeat(level);
  // As many marks behind the words would be taken for the end of the heading.
  const end = words === marks || words.endsWith(` ${marks}`) ? ` ${marks}` : '';
  return words === '' ? '' : `${marks} ${words}${end}`;
}

/** Lines directly below each other are of one paragraph. */
function paragraphsOf(lines: readonly Line[]): string {
  return lines
    .map((line) => toInline(line, 'paragraph').trim())
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .replaceAll(/^\n+|\n+$/gu, '');
}

/** A line without number or bullet goes on with the item above, unless an empty one is between them. */
function listOf(lines: readonly Line[]): string {
  let source = '';
  let open: Item | undefined;
  for (const line of lines) {
    const item = itemOf(line);
    const isApart = item?.family !== undefined && item.family !== open?.family;
    if (item) source += source === '' || source.endsWith('\n\n') ? '' : isApart ? '\n\n' : '\n';
    else if (source !== '' && !source.endsWith('\n\n')) source += '\n\n';
    if (item) source += (item.family === undefined ? (open?.indent ?? '') : '') + item.source;
    open = item && item.family === undefined ? open : item;
  }
  return source.replace(/\n+$/u, '');
}

interface Item {
  source: string;
  /** None: it is no item by itself. */
  family: 'bullet' | 'number' | undefined;
  /** Blanks before a line that goes on with it. */
  indent: string;
}

function itemOf(line: Line): Item | undefined {
  const first = line[0]?.text ?? '';
  if (!hasWords(line)) return undefined;
  if (!first.startsWith(BULLET)) {
    const number = /^\d{1,9}[.)][ \t]/u.exec(first)?.[0];
    const family = isNumbered(first) ? 'number' : undefined;
    return { source: toInline(line, 'paragraph'), family, indent: ' '.repeat(number?.length ?? 0) };
  }
  const rest = [{ ...line[0]!, text: first.slice(BULLET.length).trimStart() }, ...line.slice(1)];
  const source =
    BULLET +
    toInline(rest, 'paragraph')
      .replace(ITEM, '$1\u00a0')
      .replace(/^\+(?=[ \t]|$)/u, '\\+');
  return { source, family: 'bullet', indent: ' '.repeat(BULLET.length) };
}

/** Behind a bullet it would be an item of a list of its own. */
const ITEM = /^(\d{1,9}[.)])(?:[ \t]+|$)/u;

const hasWords = (line: Line): boolean => line.some(({ text }) => text.trim() !== '');

/** The lines of a text in stretches of one look each. */
function linesOf({ words, looks }: Text): readonly Line[] {
  let at = 0;
  return words.split('\n').map((line) => {
    const [from, to] = [at, at + line.length];
    at = to + 1;
    return trimmed(runsOf(words, looks, from, to));
  });
}

function runsOf(words: string, looks: readonly Look[], from: number, to: number): readonly Run[] {
  const within = looks.filter((look) => look.from < to && look.to > from);
  const edges = [from, to, ...within.flatMap((look) => [look.from, look.to])]
    .filter((edge) => edge >= from && edge <= to)
    .sort((one, other) => one - other);
  const places = edges.filter((edge, index) => edge !== edges[index - 1]);
  return places.slice(1).map((end, index): Run => {
    const start = places[index]!;
    const over = within.filter((look) => look.from <= start && look.to >= end);
    const link = over.find(({ target }) => target !== undefined);
    return {
      text: words.slice(start, end),
      bold: over.some(({ target }) => target === undefined),
      ...(link && { link: { id: looks.indexOf(link), target: targetOf(link.target!) } }),
    };
  });
}

const BLANK = String.raw`[\s\u00a0\u3000]+`;

/** A line without the blanks at its edges, which are an indent. */
function trimmed(runs: readonly Run[]): Line {
  const whole = runs.map(({ text }) => text).join('');
  const [from, to] = [
    new RegExp(`^${BLANK}`, 'u').exec(whole)?.[0].length ?? 0,
    whole.replace(new RegExp(`${BLANK}$`, 'u'), '').length,
  ];
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** An address as it stands in the brackets of a link. */
const targetOf = (address: string): string =>
  /^[^\s()<>\\"*`|[\]]+$/u.test(address)
    ? address
    : markdown
        .normalizeLink(address)
        .replaceAll(/[()<>\\"*`|[\]]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
