import { matchesOf } from './matches.ts';

/** Something in a text that no finished notice has, and what to write instead. Indexes count UTF-16 units. */
export interface Remain {
  index: number;
  text: string;
  help: string;
}

const FILL = '填上实际的内容；没有的删掉';

/** Words that ask somebody to fill something in; the bounds keep an opened bracket cheap. */
const ASKS =
  '(?:请|此处|在此|待|需)[^\\n〕】\\])）]{0,8}(?:填|写|补充|输入|插入|替换|修改)[^\\n〕】\\])）]{0,20}';

/** Marks of a template that mean nothing else: nobody writes them for a reader. */
const SURE: readonly RegExp[] = [
  /\{\{[^{}\n]{0,60}\}\}/gu,
  /[$#]\{[^{}\n]{1,60}\}/gu,
  /<%[^%\n]{0,60}%>|\{%[^%\n]{0,60}%\}/gu,
  /«[^«»\n]{1,40}»/gu,
  /[〔【[（(]\s*待(?:填|补|完善)(?:写|充)?[^〕】\])）\n]{0,10}[〕】\])）]/gu,
  /\blorem ipsum\b/giu,
  /\b(?:FIXME|MERGEFIELD)\b/gu,
  // What Word and Excel print in place of what they did not find.
  /错误[!！]\s*(?:未找到引用源|未定义书签|链接无效)|Error! Reference source not found/gu,
  /#(?:REF!|DIV\/0!|NAME\?|VALUE!|NULL!|NUM!)|\[object Object\]/gu,
];

/** What a template has as a rule, and a text sometimes: masked names, a form for the bidder to fill. */
const LIKELY: readonly RegExp[] = [
  /(?<![A-Za-z\d×Ｘ*＊-])(?:×{3,}|X{3,}|x{3,}|Ｘ{3,}|＊{3,})(?![A-Za-z\d×Ｘ*＊-])/gu,
  /(?:\d{2}|20)?[×XＸx*]{2,4}\s*年\s*[×XＸx*\d]{1,2}\s*月|20[×XＸx]{2}年/gu,
  /\bTODO\b|\bTBD\b/gu,
  /(?<![\p{Script=Han}])待(?:填|补)(?:写|充)?(?![\p{Script=Han}])/gu,
  // A date, a sum or a number with its place left open.
  /(?:\d{4})?[ \u3000]*年[ \u3000]{2,}月[ \u3000]*日?/gu,
  /(?<=[:：][ \u3000]*)(?:[XＸ×x]{2,}|\[金额\]|[ \u3000]{2,})(?:万|亿)?元/gu,
  /(?<=[\d-])[XＸx]{4,}(?![A-Za-z\d])/gu,
];

/** In brackets of a template; round ones may stand in a sentence for the bidder. */
const ASKING = new RegExp(`[〔【]${ASKS}[〕】]`, 'gu');
const ASKING_SOFTLY = new RegExp(`[（(]${ASKS}[）)]`, 'gu');

/** A place left empty for a pen. */
const EMPTY = /[_＿]{3,}/gu;

const found = (text: string, forms: readonly RegExp[]): readonly Remain[] =>
  forms.flatMap((form) =>
    matchesOf(text, form).map(({ index, 0: mark }) => ({ index, text: mark, help: FILL })),
  );

/** Marks that the text of a field or a body was made from a template and not finished. */
export const sureRemains = (text: string): readonly Remain[] => found(text, SURE);

/** Marks that may be remains of a template, or a masked name. */
export const likelyRemains = (text: string): readonly Remain[] => found(text, LIKELY);

/** Places to fill that only a form for bidders may have. */
export const blanksToFill = (text: string): readonly Remain[] => found(text, [ASKING, EMPTY]);

/** What asks in round brackets to be filled in. */
export const wordsThatAsk = (text: string): readonly Remain[] => found(text, [ASKING_SOFTLY]);
