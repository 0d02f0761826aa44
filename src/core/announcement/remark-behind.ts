import type { Field } from './field.ts';
import type { Parsed } from './kind.ts';
import { isMeasure } from './price-remark.ts';

/**
 * The value of a field and the remark behind it, `2026年4月1日17:00（以到账时间为准）`; nothing where the text can be read
 * whole, where what follows is a second value or a change of the first, or where two parts contradict each other.
 */
export function remarkBehind(field: Field, text: string): Split | undefined {
  if (isWhole(field.kind!.parse(text))) return undefined;
  return splitsOf(text).find(({ head, rest }) => isSplit(field, head, rest));
}

/** Nothing is taken off a value that can be read, nor off one in which two figures or a weekday contradict each other. */
const isWhole = (parsed: Parsed<unknown>): boolean =>
  'value' in parsed || /前后不一致|对不上|写了两个/u.test(parsed.fault.message);

/** The value and what follows it, at every bracket and every comma from the left. */
function splitsOf(text: string): readonly Split[] {
  // Of 10万元（甲标）、5万元（乙标） the second bracket does not follow the first.
  const brackets = /^(.+?)\s*[（(]((?:[^（）()]|[（(][^（）()]*[）)]|[）)]\s*[（(])+)[）)]\s*$/su.exec(text);
  return [
    ...(brackets ? [{ head: brackets[1]!.trim(), rest: brackets[2]!.trim() }] : []),
    ...[...text.matchAll(/[，,；;。]/gu)].map(({ index }) => ({
      head: text.slice(0, index).trim(),
      rest: text.slice(index + 1).trim(),
    })),
  ].filter(({ head, rest }) => head !== '' && rest !== '');
}

/** A value as it is written and what is said behind it. */
export interface Split {
  head: string;
  rest: string;
}

/** Whether a value stands before words that are a remark on it, and no second value and no change of the first. */
function isSplit({ kind, remarkIn }: Field, head: string, rest: string): boolean {
  if ('fault' in kind!.parse(head) || DATE.test(rest) || (CHANGE.test(rest) && /\d/u.test(rest)))
    return false;
  if (kind!.name !== 'price' && kind!.name !== 'money') return 'fault' in kind!.parse(rest);
  if (SUM.test(rest)) return false;
  return remarkIn !== undefined || !isMeasure(rest) || NAMED.test(rest);
}

const DATE = /\d年|\d月\d|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d/u;
/** What begins as a sum does is a second one. */
const SUM = /^(?:人民币|约)?[\d¥￥壹贰叁肆伍陆柒捌玖拾]/u;
const CHANGE = /延|改|调整|推迟|提前|变更|更正/u;
/** A remark that begins with the name of a thing and gives it a figure of its own. */
const NAMED = /^(?!.*(?:每|单价))\p{Script=Han}{2,12}(?:为|:|：)?\d/u;
