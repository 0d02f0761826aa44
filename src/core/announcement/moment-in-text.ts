import { NUMERALS } from './numeral.ts';

/*
 * How running text writes days and moments, as sources of regular expressions without groups of their own. They find
 * where one stands; what it means is read by `parseDate` and `parseInstant` alone.
 */

const FIGURE = '[\\d０-９]';
const NUMBER = `(?:${FIGURE}{1,2}|[${NUMERALS}]{1,3})`;

/** Parts of a day as they stand before an hour. */
export const PARTS_OF_DAY = '凌晨|清晨|清早|早晨|早上|上午|中午|午后|下午|傍晚|晚上|晚间|早|晚';

/** A day: `2026年12月31日`, `二〇二七年元月四日`, `2026-12-31`. */
export const DAY_IN_TEXT =
  `(?:(?:${FIGURE}{4}|[〇○零一二三四五六七八九]{4})\\s*年\\s*(?:元|${NUMBER})\\s*月\\s*${NUMBER}\\s*[日号]` +
  `|${FIGURE}{4}\\s*[-—./／]\\s*${FIGURE}{1,2}\\s*[-—./／]\\s*${FIGURE}{1,2}(?!${FIGURE}))`;

/** An hour behind a day and what is said in between: `（星期四）上午9时30分整`, `下午三点半`. */
export const HOUR_IN_TEXT =
  `(?:\\s|T|[（(][^（）()\\n]{1,8}[）)]|北京时间)*(?:${PARTS_OF_DAY})?(?:\\s|[（(]北京时间[）)])*` +
  `(?:${FIGURE}{1,2}\\s*[:：]\\s*${FIGURE}{2}(?:[:：]${FIGURE}{2})?\\s*[时分]?` +
  `|${NUMBER}\\s*[时点]\\s*(?:半|[一三13]刻|${NUMBER}\\s*分?)?)\\s*[整正]?`;

/** Behind an hour that does not go on and begins no span: of 9:00-12:00 neither is the moment. */
export const HOUR_ENDS = `(?![\\d０-９${NUMERALS}分整半刻]|\\s*[至到~～—－-])`;
