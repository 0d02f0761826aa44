/** A reading of words as a price and what is said of it. */
interface Remarked {
  rest: string;
  note: string;
}

/** What goes on from a sum as one phrase. */
const JOINED =
  '(?:或|及)(?:者)?[\\d.,]+(?:亿元?|万元?|元)的整数?倍数?|(?:及|或)(?:其)?整数?倍数?|的整数倍|(?:或|或者)等[值额]的?(?:美元|港币|港元|欧元|外币|可自由兑换货币)';
/** What stands right behind a sum, with brackets or without, and makes no other thing of it. */
const KNOWN = `(?:不?含(?:\\d+(?:\\.\\d+)?%)?(?:增值)?税(?:价|款)?|税前|税后|价税合计|暂定|暂定价|暂估价?)|${JOINED}`;
const IS_KNOWN = new RegExp(`^(?:${KNOWN})$`, 'u');
const IS_JOINED = new RegExp(`^(?:${JOINED})(?:，|$)`, 'u');
const KNOWN_BEHIND = new RegExp(`^(.+?)(${KNOWN})$`, 'u');
const IN_BRACKETS = /^(.+)\(([^()]+)\)$/u;
/** The first comma that no figure follows. */
const BEHIND_COMMA = /^(.+?)[,;。](?!\d{3})([^()]+)$/u;
const BEFORE_COMMA = /^([^\d,;]+)[,;](.+)$/u;

/** Every way to take a remark off a price, in the plain form of values. Whether it is one, `isRemark` says. */
export const remarksIn = (words: string): readonly Remarked[] =>
  [
    { form: KNOWN_BEHIND, rest: 1, note: 2 },
    { form: IN_BRACKETS, rest: 1, note: 2 },
    { form: BEHIND_COMMA, rest: 1, note: 2 },
    { form: BEFORE_COMMA, rest: 2, note: 1 },
  ].flatMap(({ form, rest, note }) => {
    const match = form.exec(words);
    return match ? [{ rest: match[rest]!, note: inFullWidth(match[note]!) }] : [];
  });

/** A remark behind a price as it is printed: in brackets, unless it goes on from it. */
export const behindPrice = (note: string | undefined): string =>
  note === undefined ? '' : IS_JOINED.test(note) ? note : `（${note}）`;

/** A remark as it is kept and printed. */
export const inFullWidth = (note: string): string =>
  note
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll(':', '：')
    .replace(/[。，；]$/u, '');

const LONGEST = 80;

/** Words that reckon a price by a time, a size or a number, so that the figure alone is another thing. */
const MEASURE =
  /每|单价|单位|[/·]|合计|共计|总计|倍|按(?:年|月|季|日|天|亩|平方|人|次|件|台|套|户|吨)|^(?:年|月|日|季|学期|亩|人|次)(?:租|费|薪|均|付|$)|[\d〇一二两三四五六七八九十百半]个?(?:年|月|日|天|季|周|小时|亩|平|公顷|米|吨|人|次|台|套|个|件|份|户|间|辆)/u;
/** What a sum holds or leaves out may be said with figures. */
const PART_OF_SUM = /^(?:其中|不?含|包含|包括|已含|已包括|未含)/u;

/** Whether words behind a sum may make another thing of it: they reckon it by a time, a size or a number. */
export const isMeasure = (words: string): boolean => MEASURE.test(words);

/** Whether words behind a sum are a remark on it: they say no measure, and a figure only of what is part of the sum. */
export function isRemark(note: string): boolean {
  if (IS_KNOWN.test(note)) return true;
  if (note.length < 2 || note.length > LONGEST || /[()]/u.test(note)) return false;
  if (PART_OF_SUM.test(note)) return !/每|单价|[/·]/u.test(note);
  return !MEASURE.test(note) && !/[\d%‰]|百分之|折/u.test(note);
}
