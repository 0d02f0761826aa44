import { matchesOf } from './matches.ts';
import { garbledIn, htmlEntities, perhapsGarbledIn, type Garbled } from './mojibake.ts';
import { blanksToFill, likelyRemains, sureRemains, wordsThatAsk, type Remain } from './remains.ts';
import {
  codePointOf,
  insteadOfUnseen,
  INVISIBLE,
  isTurning,
  nameOfUnseen,
  stackIn,
  VARIATIONS,
} from './unseen.ts';

/** What makes a text unreadable or unfinished; each kind has a code for fields and one for bodies. */
type MarkKind =
  'hidden' | 'turning' | 'stack' | 'remain' | 'perhaps-remain' | 'garbled' | 'perhaps-garbled' | 'variation';

/** One mark in a text. `index` counts UTF-16 units; `text` is the guilty part. */
export interface Mark {
  kind: MarkKind;
  index: number;
  text: string;
  message: string;
  help: string;
}

/** Codes of findings in fields. */
export const FIELD_CODE: Readonly<Record<MarkKind, string>> = {
  hidden: 'F117',
  turning: 'F117',
  stack: 'F320',
  remain: 'F323',
  'perhaps-remain': 'F324',
  garbled: 'F325',
  'perhaps-garbled': 'F326',
  variation: 'F327',
};

/** Codes of findings in bodies. */
export const BODY_CODE: Readonly<Record<MarkKind, string>> = {
  hidden: 'C112',
  turning: 'C111',
  stack: 'C113',
  remain: 'C115',
  'perhaps-remain': 'C116',
  garbled: 'C117',
  'perhaps-garbled': 'C118',
  variation: 'C119',
};

/** Nothing else can be hidden or combine: the table is slow, and nearly all text has none of these. */
const UNUSUAL = /[^\t\n -~·×—‘’“”…①-⑳\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]/;

/** What nobody can read in a text, the first place: it cannot be kept. `where` names the text: 文字, 正文. */
export function unreadableIn(text: string, where: string): Mark | undefined {
  if (!UNUSUAL.test(text)) return undefined;
  const hidden = INVISIBLE.exec(text);
  if (hidden) {
    const char = hidden[0];
    return {
      kind: isTurning(char) ? 'turning' : 'hidden',
      index: hidden.index,
      text: char,
      message: `${where}里有${nameOfUnseen(char)}`,
      help: insteadOfUnseen(char),
    };
  }
  const stack = stackIn(text);
  if (!stack) return undefined;
  const message = `${where}里有叠在别的字上的附加符号 ${codePointOf([...stack.text].at(-1)!)}`;
  const help = '只留字本身；要划掉或者强调的，用文字写明';
  return { kind: 'stack', ...stack, message, help };
}

/** What no finished field has. */
export function unfinishedInField(text: string): readonly Mark[] {
  return apart([
    ...unfinished(text),
    ...blanksToFill(text).map((remain) => remainMark('remain', remain)),
    ...wordsThatAsk(text).map((remain) => remainMark('perhaps-remain', remain)),
    ...htmlEntities(text).map((found) => garbledMark('garbled', found)),
  ]);
}

/** What no finished text has; in a body a place to fill may be the bidder's. */
export function unfinished(text: string): readonly Mark[] {
  return apart([
    ...garbledIn(text).map((found) => garbledMark('garbled', found)),
    ...sureRemains(text).map((remain) => remainMark('remain', remain)),
    ...likelyRemains(text).map((remain) => remainMark('perhaps-remain', remain)),
    ...perhapsGarbledIn(text).map((found) => garbledMark('perhaps-garbled', found)),
    ...variations(text),
  ]);
}

/** One fault, one finding: what lies in an earlier mark is told with it, and garbled text is told once. */
export const apart = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark, at) =>
    marks
      .slice(0, at)
      .every(({ kind, index, text }) =>
        kind === 'garbled' && mark.kind.endsWith('garbled')
          ? false
          : mark.index >= index + text.length || index >= mark.index + mark.text.length,
      ),
  );

export const remainMark = (kind: 'remain' | 'perhaps-remain', { index, text, help }: Remain): Mark => ({
  kind,
  index,
  text,
  message: `“${shortened(text)}”${kind === 'remain' ? '是模板里没有填完的地方' : '像是模板里没有填完的地方'}`,
  help,
});

const garbledMark = (kind: 'garbled' | 'perhaps-garbled', { index, text, meant }: Garbled): Mark => ({
  kind,
  index,
  text,
  message: `“${shortened(text)}”${kind === 'garbled' ? '是' : '像是'}乱码`,
  help: meant === undefined ? '对照原件重新输入这一处' : `对照原件重新输入；多半是“${shortened(meant)}”`,
});

/** A selector is the writer's choice of a shape; a search for the name without it must find it all the same. */
const variations = (text: string): readonly Mark[] =>
  (UNUSUAL.test(text) ? matchesOf(text, VARIATIONS) : []).map(({ index, 0: selector }) => ({
    kind: 'variation',
    index,
    text: selector,
    message: `“${[...text.slice(0, index)].at(-1)!}”后面带着字形选择符 ${codePointOf(selector)}`,
    help: '删掉重新输入这个字；字形确实与常用的不同时可以留着，在别的电脑上不一定看得出来',
  }));

/** Characters of a text that a message repeats. */
const MOST_REPEATED = 20;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > MOST_REPEATED ? `${characters.slice(0, MOST_REPEATED).join('')}…` : text;
};
