import { partiesLike } from '../../core/query-expansion/parties.ts';
import type { Bodies } from '../../core/query-expansion/look-again.ts';
import { adviceOn } from '../../core/search/alternatives.ts';
import type { Question } from '../../core/search/question.ts';
import { select } from '../../core/search/select.ts';
import type { Shelf } from '../../core/search/shelf.ts';
import { shardsSince } from '../../core/search/shard.ts';
import { wantsIn } from '../../core/search/wanted.ts';
import { yearsFor } from '../../core/search/years.ts';
import { shelvesFor } from './catalogue.ts';
import { typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { manifest, part } from './parts.ts';

interface Known {
  now: number;
  /** What the full-text indexes of the question's years answer, where they were asked to the end. */
  bodiesWith: Bodies;
  isStale: () => boolean;
}

/** A page without a row: says why, and offers other questions and how much each would find. */
export async function advise(
  question: Question,
  { total, pages, shelves }: { total: number; pages: number; shelves: readonly Shelf[] },
  known: Known,
): Promise<void> {
  const names = total === 0 ? partiesLike(question.words, shelves) : [];
  const { asked, alternatives } = adviceOn(question, { total, pages, names }, typeTerm);
  const rows: HTMLElement[] = [];
  for (const { label, question: other } of alternatives) {
    const count = await countOf(question, other, known);
    if (known.isStale()) return;
    const note = count === undefined ? [] : [element('span', 'note', ` ${count} 条`)];
    rows.push(element('li', '', linkTo(label, other), ...note));
  }
  part('results-asked').textContent = asked;
  part('results-wider').replaceChildren(...rows);
  part('results-advice').hidden = false;
}

/** How many another question would find; unknown where texts would have to be searched that were not. */
async function countOf(
  asked: Question,
  other: Question,
  { now, bodiesWith }: Known,
): Promise<number | undefined> {
  const needsBodies = other.words !== '' && other.inBodies;
  if (needsBodies && indexesFor(other, now) > indexesFor(asked, now)) return undefined;
  const inBodies = needsBodies ? await bodiesWith(wantsIn(other.words)) : undefined;
  if (needsBodies && !inBodies) return undefined;
  const shelves = await Promise.all(shelvesFor(other, now));
  return select(shelves, other, { now, inBodies }).hits.length;
}

/** How many of the full-text indexes a question asks. */
function indexesFor(question: Question, now: number): number {
  const years = yearsFor(manifest.years, question, now);
  return shardsSince(manifest.shards, years[years.length - 1]?.year).length;
}
