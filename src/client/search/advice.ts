import { conditionsOf } from '../../core/search/conditions.ts';
import { SCOPES, type Question, type Scope } from '../../core/search/question.ts';
import { select } from '../../core/search/select.ts';
import { shelvesFor } from './catalogue.ts';
import { typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { part } from './parts.ts';

interface Known {
  now: number;
  /** What the full-text indexes of the question's years answered, where they were asked. */
  inBodies: ReadonlySet<string> | undefined;
  isStale: () => boolean;
}

/** Nothing was found: repeats what was asked and offers the same question with less, and how much that would find. */
export async function advise(question: Question, known: Known): Promise<void> {
  const { scope = 'recent' } = question;
  const conditions = conditionsOf(question, typeTerm);
  const asked = conditions.map(({ text }) => text).join('、');
  const others: readonly (readonly [string, Question])[] = [
    ...(question.page > 1 ? [['看第 1 页', { ...question, page: 1 }] as const] : []),
    ...conditions.map(({ text, without }) => [`移除：${text}`, without] as const),
    ...wider(scope).map((other) => [`改查${SCOPES[other]}`, { ...question, scope: other, page: 1 }] as const),
    ...(question.inBodies || question.words === ''
      ? []
      : [['同时搜索正文', { ...question, inBodies: true, page: 1 }] as const]),
  ];
  const rows: HTMLElement[] = [];
  for (const [label, other] of others) {
    const count = await countOf(question, other, known);
    if (known.isStale()) return;
    const found = count === undefined ? [] : [element('span', 'note', ` ${count} 条`)];
    rows.push(element('li', '', linkTo(label, other), ...found));
  }
  part('results-asked').textContent = `“${SCOPES[scope]}”里没有找到${asked === '' ? '公告' : `：${asked}`}。`;
  part('results-wider').replaceChildren(...rows);
  part('results-advice').hidden = false;
}

const wider = (scope: Scope): readonly Scope[] =>
  scope === 'all' ? [] : scope === 'open' ? ['recent', 'all'] : ['all'];

/** How many another question would find; unknown where texts would have to be searched that were not. */
async function countOf(
  asked: Question,
  other: Question,
  { now, inBodies }: Known,
): Promise<number | undefined> {
  const needsBodies = other.words !== '' && other.inBodies;
  if (needsBodies && (other.scope !== asked.scope || inBodies === undefined)) return undefined;
  const shelves = await Promise.all(shelvesFor(other, now));
  return select(shelves, other, { now, inBodies: needsBodies ? inBodies : undefined }).hits.length;
}
