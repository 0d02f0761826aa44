import { toInline } from '../body/writing/inline.ts';
import { wordsOfLine, type Line } from '../body/writing/run.ts';
import { shapeOf, type Shape } from './heading.ts';
import { joinedLines } from './lines.ts';

/** Where a block stands in lists. */
interface ItemPlace {
  /** Blanks before its lines. */
  indent: string;
  /** `-`, `3.`, `一、` before the first block of an item; none before a later one, or where the list shows none. */
  mark?: string;
}

/** A piece of a body between two empty lines. */
export type Block =
  | { kind: 'lines'; lines: readonly Line[]; level?: number; item?: ItemPlace }
  | { kind: 'table'; lines: readonly string[] }
  | { kind: 'rule' };

interface Item {
  kind: 'item';
  /** Its lines as they are written, without the mark. */
  lines: readonly string[];
  /** `- `, `3. `: a mark that blocks may stand behind; '' for every other. */
  first: string;
  indent: number;
  family: 'library' | 'text' | 'apart';
}

type Piece =
  | { kind: 'heading'; line: Line; shape: Shape }
  | { kind: 'paragraph'; lines: Line[]; demoted?: Shape }
  | Item
  | { kind: 'table'; text: string }
  | { kind: 'rule' };

/** An item that the next one may stand in: how far it is moved in on the page, and in what is written. */
interface OpenItem {
  within: number;
  printedWithin: number;
}

/** Puts the blocks of a body one below the other, with the headings that they make. */
export function assembled(blocks: readonly Block[]): string {
  const pieces = inDepth(withoutIdleRules(onlyHeadingsWithContent(blocks.flatMap(piecesOf))));
  let text = '';
  let open: readonly OpenItem[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const isList = piece.kind === 'item' && before?.kind === 'item' && goesOn(piece, before);
    open = piece.kind === 'item' ? open.filter(({ within }) => within <= piece.indent) : [];
    const indent = open.at(-1)?.printedWithin ?? 0;
    text += (index === 0 ? '' : isList ? '\n' : '\n\n') + printed(piece, indent);
    if (piece.kind === 'item' && piece.first !== '')
      open = [
        ...open,
        { within: piece.indent + piece.first.length, printedWithin: indent + piece.first.length },
      ];
  }
  return text === '' ? '' : `${text}\n`;
}

/** Whether an item stands directly below the one before. */
const goesOn = (item: Item, before: Item): boolean =>
  item.family !== 'apart' &&
  item.family === before.family &&
  !(item.family === 'text' && endsParagraph(before.lines.at(-1)!)) &&
  (item.indent === before.indent
    ? /^\d/u.test(item.first) === /^\d/u.test(before.first)
    : // Directly below a text no list begins with another number than 1.
      !/^\d/u.test(item.first) || item.first === '1. ');

function piecesOf(block: Block): readonly Piece[] {
  if (block.kind === 'rule') return [block];
  if (block.kind === 'table') return [{ kind: 'table', text: block.lines.join('\n') }];
  if (block.item) return [itemOf(block.lines, block.item)];
  if (block.level !== undefined) {
    const line = joinedLines(block.lines);
    const shape = shapeOf(line, block.level);
    if (shape) return [{ kind: 'heading', line, shape }];
  }
  const pieces: Piece[] = [];
  for (const line of block.lines) {
    const shape = shapeOf(line, undefined);
    const last = pieces.at(-1);
    if (shape) pieces.push({ kind: 'heading', line, shape });
    else if (last?.kind === 'paragraph') last.lines.push(line);
    else pieces.push({ kind: 'paragraph', lines: [line] });
  }
  return pieces;
}

/** Whether a line ends a paragraph, however the page breaks behind it: a sentence of some length, as `body/pasted.ts`. */
const endsParagraph = (written: string): boolean => {
  const line = written.trim();
  return line.length >= 30 && /[。！？][”）]?$/u.test(line);
};

/** An item whose words begin with what a backslash makes words: below a line of a paragraph it would be no item. */
const ESCAPED_ITEM = /^\d{1,9}[.)][ \t]+\\/u;

/** Lines of a paragraph, or of several where one ends. */
const joined = (written: readonly string[]): string =>
  written
    .map((line, index) => {
      if (index === 0) return line;
      const isApart = endsParagraph(written[index - 1]!) || ESCAPED_ITEM.test(line);
      return (isApart ? '\n\n' : '\n') + line;
    })
    .join('');

/** Before a figure alone the dialect prints a bullet, as a minus. */
export const isFigure = (line: Line): boolean =>
  /^[\d０-９][\d０-９,，.．]*[ \u3000]?[^\s\d]{0,4}$/u.test(wordsOfLine(line));

function itemOf(lines: readonly Line[], { indent, mark }: ItemPlace): Item {
  const isOfLibrary = mark !== undefined && /^(?:-|\d{1,9}\.)$/u.test(mark);
  const isText = mark !== undefined && mark !== '-' && !isOfLibrary;
  const written = lines.map((line, index) =>
    toInline(isText && index === 0 ? [{ text: `${mark} `, bold: false }, ...line] : line, 'paragraph'),
  );
  const first = isOfLibrary ? `${mark} ` : '';
  const isOneLine = mark !== undefined && written.length === 1;
  return {
    kind: 'item',
    lines: written,
    first,
    indent: indent.length,
    family: !isOneLine ? 'apart' : isOfLibrary ? 'library' : 'text',
  };
}

/**
 * What looks like a heading by its bold or number alone, and has nothing below it before the next of its depth, is a
 * line of a list or a signature.
 */
function onlyHeadingsWithContent(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces.toReversed()) {
    const next = kept.at(-1);
    const isHeading = piece.kind === 'heading';
    const hasContent =
      next !== undefined &&
      next.kind !== 'rule' &&
      !(
        next.kind === 'paragraph' && /^\s*\d{4}\s*年[\d\s]+月[\d\s]+日\s*$/u.test(wordsOfLine(next.lines[0]!))
      ) &&
      !(isHeading && (levelOf(next) ?? Infinity) <= piece.shape.level);
    kept.push(
      isHeading && !piece.shape.isMarked && !hasContent
        ? { kind: 'paragraph', lines: [piece.line], demoted: piece.shape }
        : piece,
    );
  }
  return kept.reverse();
}

/** Headings begin at the second depth: what stands before the first of it is moved up to it. */
function inDepth(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex((piece) => piece.kind === 'heading' && piece.shape.level === 2);
  const ahead = first < 0 ? pieces : pieces.slice(0, first);
  const least = Math.min(...ahead.map((piece) => (piece.kind === 'heading' ? piece.shape.level : Infinity)));
  return pieces.map((piece, index) =>
    piece.kind === 'heading' && index < ahead.length
      ? { ...piece, shape: { ...piece.shape, level: piece.shape.level - least + 2 } }
      : piece,
  );
}

const levelOf = (piece: Piece): number | undefined =>
  piece.kind === 'heading'
    ? piece.shape.level
    : piece.kind === 'paragraph'
      ? piece.demoted?.level
      : undefined;

/** A rule parts two texts; at an edge, or beside another, or before what reads as fields, it is decoration. */
const withoutIdleRules = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece, index) => {
    if (piece.kind !== 'rule') return true;
    const next = pieces[index + 1];
    return index > 0 && next !== undefined && next.kind !== 'rule' && !looksLikeFields(next);
  });

const looksLikeFields = (piece: Piece): boolean =>
  piece.kind === 'paragraph' &&
  piece.lines.some((line) => /^\s*(?:标题|类别|类型|发布时间)\s*[:：]/u.test(wordsOfLine(line)));

/** From how many characters on bold says no more than plain words do. */
const LONGEST_BOLD = 200;

function printed(piece: Piece, indentation: number): string {
  if (piece.kind === 'rule') return '---';
  if (piece.kind === 'heading')
    return `${'#'.repeat(piece.shape.level)} ${toInline(plain(piece.line), 'heading')}`;
  if (piece.kind === 'item') {
    const indent = ' '.repeat(indentation);
    const within = indent + ' '.repeat(piece.first.length);
    return joined(piece.lines.map((line, index) => (index === 0 ? indent + piece.first : within) + line));
  }
  if (piece.kind !== 'paragraph') return piece.text;
  return joined(
    piece.lines.map((line) =>
      toInline(isAllBold(line) && wordsOfLine(line).length > LONGEST_BOLD ? plain(line) : line, 'paragraph'),
    ),
  );
}

export const isAllBold = (line: Line): boolean =>
  line.every(({ bold, text, image }) => bold || image !== undefined || !/[\p{L}\p{N}]/u.test(text));

export const plain = (line: Line): Line => line.map((run) => ({ ...run, bold: false }));
