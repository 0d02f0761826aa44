import { BEGINS_BLOCK } from '../body/dialect/marks.ts';

/** Where words stand in the dialect: what reads as a mark there. */
export type Place = 'paragraph' | 'cell' | 'heading';

interface Surroundings {
  /** What was written before them on the line. */
  out: string;
  /** Whether a blank keeps each escape from what stands before it. */
  apart: boolean;
  /** Whether brackets could begin a link. */
  brackets: boolean;
  /** Whether the stars of bold stand directly before or behind them. */
  touchesBefore: boolean;
  touchesAfter: boolean;
}

/** What reads as an element, which the check of bodies refuses, or as an address in brackets. */
const TAG =
  /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--|!doctype\b|https?:\/\/[^\s<>]+>|[\w.+-]+@[\w-]+(?:\.[\w-]+)+>)/iuy;

/** Words as the dialect prints them: stars, bars, backticks and brackets lose what they would mean. */
export function asWords(
  text: string,
  { out, apart, brackets, touchesBefore, touchesAfter }: Surroundings,
): string {
  if (!/[*|`[<]/u.test(text)) return text;
  let written = '';
  const last = (): string => written.at(-1) ?? out.at(-1) ?? '';
  const escape = (mark: string): void => {
    written += `${apart && !/^\s?$/u.test(last()) ? ' ' : ''}\\${mark}`;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === '*') {
      let end = at + 1;
      while (text[end] === '*') end += 1;
      const touches = (at === 0 && touchesBefore) || (end === text.length && touchesAfter);
      // Any number but two is stars by itself.
      if (end - at === 2 || touches || last() === '\\' || apart) for (; at < end; at += 1) escape('*');
      else written += text.slice(at, end);
      at = end - 1;
    } else if (char === '|' || char === '`') escape(char);
    else if (char === '[' && (brackets || last() === '\\')) escape(char);
    else if (char === '<') {
      const tag = tagAt(text, at);
      if (tag === '') written += char;
      else {
        written += `${apart ? ' ' : ''}\`${tag}\``;
        at += tag.length - 1;
      }
    } else written += char;
  }
  return written;
}

/** What of a text begins an element here and can be written as code; '' where none begins. */
function tagAt(text: string, at: number): string {
  TAG.lastIndex = at;
  const tag = TAG.exec(text)?.[0] ?? '';
  return tag === '' || !/[`|*[\\]/u.test(tag) ? tag : '<';
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
