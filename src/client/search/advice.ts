import { partiesLike } from '../../core/query-expansion/parties.ts';
import { adviceOn } from '../../core/search/alternatives.ts';
import type { Question } from '../../core/search/question.ts';
import type { Shelf } from '../../core/search/shelf.ts';
import { typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { part } from './parts.ts';

interface Known {
  /** How many another question would find, where that is known. */
  countOf: (other: Question) => Promise<number | undefined>;
  isStale: () => boolean;
}

/**
 * A page without a row: says why, and offers other questions and how much each would find.
 * @param found.shelves in which units of a near name are looked for
 */
export async function advise(
  question: Question,
  { total, pages, shelves }: { total: number; pages: number; shelves: readonly Shelf[] },
  { countOf, isStale }: Known,
): Promise<void> {
  const names = total === 0 ? partiesLike(question.words, shelves) : [];
  const { asked, alternatives } = adviceOn(question, { total, pages, names }, typeTerm);
  const rows: HTMLElement[] = [];
  for (const { label, question: other } of alternatives) {
    const count = await countOf(other);
    if (isStale()) return;
    const note = count === undefined ? [] : [element('span', 'note', ` ${count} 条`)];
    rows.push(element('li', '', linkTo(label, other), ...note));
  }
  part('results-asked').textContent = asked;
  part('results-wider').replaceChildren(...rows);
  part('results-advice').hidden = false;
}
