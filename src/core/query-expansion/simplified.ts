import type { Simplified } from './known.ts';
import { isUsual } from './usual-characters.ts';

/** Whether some words have a character that is not of simplified Chinese, so that the table of them is needed. */
export const needsSimplified = (words: string): boolean =>
  (words.match(/\p{Script=Han}/gu) ?? []).some((char) => !isUsual(char));

/** Some words in simplified characters. */
export const toSimplified = (words: string, simplified: Simplified): string =>
  Array.from(words, (char) => simplified.get(char) ?? char).join('');
