import { conditionsOf } from './conditions.ts';
import { isOfCalls, SCOPES, type Question, type Scope } from './question.ts';
import { partsOf } from './text.ts';

/** Another question that a reader may ask instead, under the words of its link. */
interface Alternative {
  label: string;
  question: Question;
}

/** What is said where a page of results has none, and what may be asked instead. */
interface Advice {
  asked: string;
  alternatives: readonly Alternative[];
}

/**
 * Where nothing was found: repeats what was asked, and offers each of several words alone, units of a near name, and
 * the same question with less. Where the address asks for
 * a page after the last: says so, and offers the first.
 * @param total how many were found, on all pages
 * @param pages how many pages they take
 * @param names of units that may be meant by the words
 * @param termOf the term of a type by its identifier
 */
export function adviceOn(
  question: Question,
  { total, pages, names = [] }: { total: number; pages: number; names?: readonly string[] },
  termOf: (type: string) => string,
): Advice {
  const { scope = 'recent', page } = question;
  const first = { ...question, page: 1 };
  if (total > 0)
    return {
      asked: `一共只有 ${pages} 页，没有第 ${page} 页。`,
      alternatives: [{ label: '看第 1 页', question: first }],
    };
  const conditions = conditionsOf(question, termOf);
  const parts = partsOf(question.words);
  const words = conditions.map(({ text }) => text).join('、');
  return {
    asked: `“${SCOPES[scope]}”里没有找到${words === '' ? '公告' : `：${words}`}。`,
    alternatives: [
      ...(parts.length > 1 ? parts : []).map((words) => ({
        label: `只查“${words}”`,
        question: { ...first, words },
      })),
      ...names.map((words) => ({ label: `单位：${words}`, question: { ...first, words } })),
      ...conditions.map(({ text, without }) => ({ label: `移除：${text}`, question: without })),
      ...wider(scope).map((other) => ({
        label: `改查${SCOPES[other]}`,
        question: { ...first, scope: other },
      })),
      ...(question.inBodies || question.words === ''
        ? []
        : [{ label: '同时搜索正文', question: { ...first, inBodies: true } }]),
    ],
  };
}

const wider = (scope: Scope): readonly Scope[] =>
  scope === 'all' ? [] : isOfCalls(scope) ? ['recent', 'all'] : ['all'];
