import { wordsOfLine, type Line } from '../body/writing/run.ts';

/** Depth by the number that a heading begins with, as official documents number (GB/T 9704): 一、 （一） 1. （1）. */
const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百\d]{1,4}[章编部]/u, 2],
  [/^[一二三四五六七八九十]{1,3}[、．.]/u, 2],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/u, 3],
  [/^第[一二三四五六七八九十百\d]{1,4}节/u, 3],
];

const CHINESE_NUMBER = NUMBERED[1]![0];
const ANY_NUMBER =
  /^(?:第?[（(]?[一二三四五六七八九十百]{1,4}[）)、．.章节编部]|[（(]?\d{1,2}[）)、．.](?!\d))/u;

/** From how many characters on a line is taken for more than a heading. */
const LONGEST_MARKED = 60;
const LONGEST_NUMBERED = 30;
const LONGEST_BOLD = 20;

/** What only sentences have. */
const SENTENCE = /[。；！？;，,]|不得|应当|特此|自.{1,16}起/u;
/** What sentences have and names of parts hardly do, where no number says that a part begins. */
const STATEMENT = /[为是请应须将已]|本(?:项目|公告|次|单位|中心)|\d/u;
/** `项目名称：示例工程`: a label with its value. */
const LABELLED = /[：:]\s*\S/u;
/** A day, as under a signature. */
const DAY = /^\s*[〇○零一二三四五六七八九十\d]{2,4}\s*年\s*[一二三四五六七八九十\d]{1,3}\s*月/u;

/** What a line is, as far as it shows by itself. */
export interface Shape {
  /** Depth of the heading that it may be, 2 to 4. */
  level: number;
  /** By an element or class of headings; else by bold or by its number, and then something must follow. */
  isMarked: boolean;
}

/**
 * The heading that a line is: by its element, by being bold alone, by 一、 at its beginning and no sentence behind it.
 * @param marked depth by the element that it stands in
 */
export function shapeOf(line: Line, marked: number | undefined): Shape | undefined {
  if (line.some(({ image }) => image !== undefined)) return undefined;
  const words = wordsOfLine(line).trim();
  const length = [...words].length;
  const byNumber = NUMBERED.find(([form]) => form.test(words))?.[1];
  // Neither a line of marks nor one whose last mark the dialect takes for the end of a heading.
  if (!/[\p{L}\p{N}]/u.test(words) || words.endsWith('#') || length > LONGEST_MARKED) return undefined;
  if (LABELLED.test(words) || DAY.test(words)) return undefined;
  if (marked !== undefined)
    return /[。；！]/u.test(words) ? undefined : { level: byNumber ?? marked, isMarked: true };
  if (SENTENCE.test(words)) return undefined;
  const isBold = line.every(({ bold, text }) => bold || !/[\p{L}\p{N}]/u.test(text));
  if (
    isBold &&
    (ANY_NUMBER.test(words) ? length <= LONGEST_NUMBERED : length <= LONGEST_BOLD && !STATEMENT.test(words))
  )
    return { level: byNumber ?? 3, isMarked: false };
  return CHINESE_NUMBER.test(words) && length <= LONGEST_NUMBERED ? { level: 2, isMarked: false } : undefined;
}

/** Depth of a heading by the element's name or class: `title3` and `title4` are of 新点. */
export function markedLevel(name: string, classes: string | undefined): number | undefined {
  const tag = /^h([1-6])$/u.exec(name)?.[1];
  if (tag !== undefined) return Math.min(4, Math.max(2, Number(tag)));
  const epoint = /(?:^|\s)title([34])(?:\s|$)/u.exec(classes ?? '')?.[1];
  return epoint === undefined ? undefined : Number(epoint) - 1;
}
