import { maskPersonal } from '../privacy.ts';

/**
 * Makes the words of a file harmless to print: controls could move a terminal's cursor or colour, marks of direction
 * could turn a line round, and a personal number must not travel on in a log.
 */
export const harmless = (text: string): string =>
  maskPersonal(text).toWellFormed().replaceAll('\t', ' ').replace(UNPRINTABLE, '\ufffd');

/** Shows the line breaks of a value where it is printed inside a sentence: a line of its own could pass for a finding. */
export const onOneLine = (text: string): string => text.replaceAll('\n', '↵');

const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Bidi_Control}\u00ad\u200b-\u200d\u2028\u2029\u2060\ufeff]/gu;
