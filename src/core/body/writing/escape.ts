import { BEGINS_BLOCK } from '../dialect/marks.ts';

/** Where words stand in the dialect: what reads as a mark there. */
export type Place = 'paragraph' | 'cell' | 'heading';

interface Surroundings {
  /** The character before them on the line, '' at its beginning. */
  before: string;
  /** Whether a blank keeps each escape from what stands before it. */
  apart: boolean;
  /** Whether brackets could begin a link. */
  brackets: boolean;
  /** Whether the stars of bold stand directly before or behind them. */
  touchesBefore: boolean;
  touchesAfter: boolean;
}

/**
 * The pieces of a text: what reads as an element, which the check of bodies refuses, or as an address in brackets;
 * stars; other marks; what stands between.
 */
const PIECES =
  /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--|!doctype\b|https?:\/\/[^\s<>]+>|[\w.+-]+@[\w-]+(?:\.[\w-]+)+>)|\*+|[|`[<]|[^*|`[<]+/giu;

/** Words as the dialect prints them: stars, bars, backticks and brackets lose what they would mean. */
export function asWords(
  text: string,
  { before, apart, brackets, touchesBefore, touchesAfter }: Surroundings,
): string {
  if (!/[*|`[<]/u.test(text)) return text;
  const parts: string[] = [];
  const last = (): string => parts.at(-1)?.at(-1) ?? before;
  const escape = (mark: string): void => {
    parts.push(`${apart && !/^\s?$/u.test(last()) ? ' ' : ''}\\${mark}`);
  };
  for (const { 0: piece, index: at } of text.matchAll(PIECES)) {
    const end = at + piece.length;
    if (piece.startsWith('*')) {
      const touches = (at === 0 && touchesBefore) || (end === text.length && touchesAfter);
      // Any number but two is stars by itself.
      if (piece.length === 2 || touches || last() === '\\' || apart)
        for (let star = at; star < end; star += 1) escape('*');
      else parts.push(piece);
    } else if (piece === '|' || piece === '`') escape(piece);
    else if (piece === '[' && (brackets || last() === '\\')) escape(piece);
    else if (piece.startsWith('<') && piece.length > 1) {
      // Code prints what stands in it, but for backticks, and for bars in a table.
      const isCode = !/[`|*[\\]/u.test(piece);
      parts.push(`${apart ? ' ' : ''}\`${isCode ? piece : '<'}\``);
      const rest = { before: '`', apart, brackets, touchesBefore: false, touchesAfter: false };
      if (!isCode) parts.push(asWords(piece.slice(1), rest));
    } else parts.push(piece);
  }
  return parts.join('');
}

/** `1. `, `2) `, `+ `: what stands behind it is read as a block of its own. */
const ITEM = /^(?:\d{1,9}[.)]|\+)(?:[ \t]+|$)/u;

/** The beginning of a line that is words, whatever a line that begins so would be in the dialect. */
export function guardBeginning(written: string): string {
  const item = ITEM.exec(written)?.[0] ?? '';
  const rest = written.slice(item.length);
  // An item in an item: a blank of another kind behind the first makes none of it.
  if (item !== '' && ITEM.test(rest)) return `${item.trimEnd()}\u00a0${rest}`;
  if (rest.startsWith('\\')) return item + guardBackslash(rest);
  return BEGINS_BLOCK.test(rest) || (/^\*(?:[ \t]|$)/u.test(rest) && !rest.startsWith('**'))
    ? `${item}\\${rest}`
    : written;
}

/** A backslash that the page shows before what begins a block: it would take the meaning from it. */
export const guardBackslash = (written: string): string =>
  written.startsWith('\\') && BEGINS_BLOCK.test(written.slice(1)) ? `\`\\\`${written.slice(1)}` : written;

/** A cell that says `^^` would join the one above. */
export const guardCell = (written: string): string =>
  written.trim() === '^^' ? '`^^`' : guardBackslash(written);
