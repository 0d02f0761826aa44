/** What follows a Han character or a picture chooses its shape; the names of persons have it (Unicode TR 37). */
const CHOOSES_SHAPE =
  /(?<=[\p{Script=Han}\p{Extended_Pictographic}\p{So}])(?![\u180b-\u180f])\p{Variation_Selector}/u;

/** Marks that turn the order of what is read (Unicode TR 36), and tags that nobody sees. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

/**
 * The one table of characters that no text may hold: a reader sees nothing of them, sees a box, or no format takes
 * them. Controls, halves of characters, noncharacters, private use, what Unicode calls ignorable or a format (but for
 * the visible signs of Arabic among these), line separators, blanks that count as letters or symbols, and the mark that
 * Word leaves in the place of an object.
 */
const UNSEEN = [
  /(?![\t\n\r])\p{Cc}/u,
  /\p{Cs}|\p{Noncharacter_Code_Point}|\p{Co}/u,
  /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])\p{Cf}/u,
  /\p{Default_Ignorable_Code_Point}/u,
  /[\u2028\u2029\u2800\ufff9-\ufffc\u{1d159}]|\u{16fe4}/u,
];

/** Finds the first character of the table; a selector of a shape that has something to select is none of them. */
export const INVISIBLE = new RegExp(
  `(?!${CHOOSES_SHAPE.source})(?:${UNSEEN.map(({ source }) => source).join('|')})`,
  'u',
);

/** Finds the selectors of a shape. */
export const VARIATIONS = new RegExp(CHOOSES_SHAPE, 'gu');

/** Whether a character of the table turns the order of what is read. */
export const isTurning = (char: string): boolean => TURNS.test(char);

/** `U+200B`. */
export const codePointOf = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** What the characters of the table are called; the first that fits. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [TURNS, '看不见的方向符'],
  [/\p{Co}/u, '自造字'],
  [/\p{Cs}/u, '半个字符'],
  [/\p{Noncharacter_Code_Point}/u, '不是文字的代码'],
  [/[\u115f\u1160\u2800\u3164\uffa0]/u, '看起来像空格的填充符'],
  [/\ufffc/u, '粘贴时丢掉了图片或者公式的记号'],
  [/\p{Cc}/u, '看不见的控制符'],
];

/** What a character of the table is called, with its number: `看不见的字符 U+200B`. */
export const nameOfUnseen = (char: string): string =>
  `${NAMES.find(([form]) => form.test(char))?.[1] ?? '看不见的字符'} ${codePointOf(char)}`;

/** What to do about a character of the table. */
export const insteadOfUnseen = (char: string): string =>
  /\p{Co}/u.test(char)
    ? '别的电脑上看到的是方框；换成标准的字，字库里没有的写成“（左氵右某）”这样'
    : '删掉后重新输入这一处；多半是从别处粘贴带来的';

/** Marks that combine with any letter: accents, strokes through, circles; not the vowels and tones of a script. */
const MARK =
  '(?:(?=[\\p{Script=Inherited}\\p{Script=Cyrillic}])(?!\\p{Variation_Selector}|[\\u064b-\\u0670]|[\\u0951-\\u0954]|[\\u302a-\\u309a]|[\\u20dd-\\u20e0])[\\p{Mn}\\p{Me}])';

/**
 * Marks that cover what they stand on. Vietnamese and pinyin have two on a letter at most, Tibetan and Indian scripts
 * four; a Chinese character, a digit or a blank bears none, and a stroke through a letter (U+0334 to U+0338) reads as
 * struck out.
 */
const STACKED = new RegExp(
  `[\\p{Script=Han}\\p{N}\\p{P}\\p{Zs}]${MARK}+|.?${MARK}{3,}|.?\\p{M}{5,}|.[\\u0334-\\u0338]|^${MARK}+`,
  'u',
);

/** The first character with marks heaped upon it. */
export function stackIn(text: string): { index: number; text: string } | undefined {
  if (!/\p{M}/u.test(text)) return undefined;
  // Composed, é is one character and ≠ has no stroke.
  const found = STACKED.exec(text.normalize('NFC'))?.[0];
  return found === undefined ? undefined : { index: Math.max(0, text.indexOf(found)), text: found };
}

/** Blanks of another width than that of the keyboard, which make two names differ that look the same. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;

/** A text whose blanks are those of the keyboard, with no selectors of shapes: what looks the same is the same. */
export const withPlainBlanks = (text: string): string =>
  text.replace(BLANKS, ' ').replace(new RegExp(CHOOSES_SHAPE, 'gu'), '');
