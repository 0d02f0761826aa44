import { INVISIBLE } from '../announcement/legible/unseen.ts';

/** Every character that no body may hold. */
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu');

/** Nearly all texts have none of them, and the table is slow. */
const UNUSUAL = /[^\t\n\r -~\u00a0·×—‘’“”…①-⑳\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]/u;

/** Look like a blank, or part lines. */
const BLANK = /[\u2028\u2029\u2800\u115f\u1160\u3164\uffa0]/u;

/** What is written for a character of private use, which another computer shows as a box. */
const BOX = '□';

/**
 * A text as a body may hold it: characters that nobody sees are dropped, those of private use become □. Of each that
 * is not kept, `tell` is told the reason.
 */
export function legible(text: string, tell: (reason: string) => void): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replace(EVERY_INVISIBLE, (char) => {
    if (BLANK.test(char)) return ' ';
    tell(reasonOf(char));
    return /\p{Co}/u.test(char) ? BOX : '';
  });
}

/** The reason that is counted for a character of private use. */
export const PRIVATE_USE = '专用字体的符号';

function reasonOf(char: string): string {
  if (/\p{Co}/u.test(char)) return PRIVATE_USE;
  if (char === '\ufffc') return '图片';
  return /\p{Cc}/u.test(char) ? '控制字符' : '零宽字符';
}

const RAISED: Readonly<Record<string, string>> = { '+': '⁺', '-': '⁻', '−': '⁻' };
const LOWERED: Readonly<Record<string, string>> = { '+': '₊', '-': '₋', '−': '₋' };

/**
 * The words of a `<sup>` or `<sub>`. A number of at most three digits has characters of its own, by which m² and H₂O
 * keep what is seen; anything else, such as the mark of a footnote, stays on the line.
 */
export function raisedOrLowered(words: string, tag: 'sup' | 'sub'): string {
  if (!/^[+\-−]?\d{1,3}$/u.test(words)) return words;
  return [...words]
    .map((char) =>
      tag === 'sup'
        ? (RAISED[char] ?? '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(char)]!)
        : (LOWERED[char] ?? '₀₁₂₃₄₅₆₇₈₉'[Number(char)]!),
    )
    .join('');
}

/** Letters of a font of symbols, which are drawn as something else; of other scripts it has none. */
export const boxed = (words: string): string => words.replace(/[!-~\u00a1-\u00ff]/gu, BOX);
