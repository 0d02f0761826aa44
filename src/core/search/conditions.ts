import { CATEGORIES } from '../announcement/category.ts';
import { printMoney, type Fen } from '../announcement/money.ts';
import { STATUSES, type Question } from './question.ts';

/** One condition of a question, in the reader's words, and the question without it. */
interface Condition {
  text: string;
  without: Question;
}

/**
 * The conditions of a question in the order of the form, each of which can be given up alone. Its scope is none: it
 * can only be exchanged for another.
 * @param termOf the term of a type by its identifier
 */
export function conditionsOf(question: Question, termOf: (type: string) => string): readonly Condition[] {
  const { words, from, to, closesFrom, closesTo, min, max, buyer, winner, code, smeOnly, latest } = question;
  const without = (change: Partial<Question>): Question => ({ ...question, page: 1, ...change });
  const each = <K extends 'categories' | 'types' | 'regions' | 'statuses'>(
    key: K,
    text: (value: Question[K][number]) => string,
  ): Condition[] =>
    question[key].map((value) => ({
      text: text(value),
      without: without({ [key]: question[key].filter((other) => other !== value) }),
    }));
  const when = (isGiven: boolean, text: () => string, change: Partial<Question>): Condition[] =>
    isGiven ? [{ text: text(), without: without(change) }] : [];
  return [
    ...when(words !== '', () => `“${words}”`, { words: '' }),
    ...each('categories', (category) => CATEGORIES[category]),
    ...each('types', termOf),
    ...each('regions', String),
    ...each('statuses', (status) => STATUSES[status]),
    ...when(isRange(from, to), () => `${days(from, to)}发布`, { from: undefined, to: undefined }),
    ...when(isRange(closesFrom, closesTo), () => `${days(closesFrom, closesTo)}截止`, {
      closesFrom: undefined,
      closesTo: undefined,
    }),
    ...when(isRange(min, max), () => amounts(min, max), { min: undefined, max: undefined }),
    ...when(buyer !== '', () => `招标（采购、出让）人“${buyer}”`, { buyer: '' }),
    ...when(winner !== '', () => `中标（成交）人“${winner}”`, { winner: '' }),
    ...when(code !== '', () => `编号“${code}”`, { code: '' }),
    ...when(smeOnly, () => '面向中小企业', { smeOnly: false }),
    ...when(latest, () => '同一项目只列最新一份', { latest: false }),
  ];
}

const isRange = (low: unknown, high: unknown): boolean => low !== undefined || high !== undefined;

function days(from: string | undefined, to: string | undefined): string {
  if (from === to) return `${from!} `;
  if (to === undefined) return `${from!} 起`;
  return from === undefined ? `${to} 以前` : `${from} 至 ${to} `;
}

function amounts(min: Fen | undefined, max: Fen | undefined): string {
  if (min === max) return printMoney(min!);
  if (max === undefined) return `${printMoney(min!)}以上`;
  return min === undefined ? `${printMoney(max)}以下` : `${printMoney(min)}至${printMoney(max)}`;
}
