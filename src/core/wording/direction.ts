import type { WordingRule } from './line.ts';

/** Marks that turn the order of what is read (Unicode TR 36), and tags that nobody sees. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu;

/** Tells the first of a line. Chinese runs one way: a mark of direction in a body can only make it read otherwise than it is written. */
export const direction: WordingRule = ({ text, isBody }) =>
  (isBody ? [...text.matchAll(TURNS)].slice(0, 1) : []).map(({ index, 0: mark }) => {
    const name = `U+${mark.codePointAt(0)!.toString(16).toUpperCase()}`;
    const help = '删掉后重新输入这一处；多半是从别处粘贴带来的';
    return { code: 'C111', index, text: mark, message: `正文里有看不见的方向符 ${name}`, help };
  });
