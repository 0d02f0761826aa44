import { adviceOn } from '../../core/search/alternatives.ts';
import type { Question } from '../../core/search/question.ts';
import { select } from '../../core/search/select.ts';
import { shardsSince } from '../../core/search/shard.ts';
import { yearsFor } from '../../core/search/years.ts';
import { shelvesFor } from './catalogue.ts';
import { typeTerm } from './form.ts';
import { linkTo } from './links.ts';
import { element } from '../element.ts';
import { manifest, part } from './parts.ts';

interface Known {
  now: number;
  /** What the full-text indexes of the question's years answered, where they were asked to the end. */
  inBodies: ReadonlySet<string> | undefined;
  isStale: () => boolean;
}

/** A page without a row: says why, and offers other questions and how much each would find. */
export async function advise(
  question: Question,
  found: { total: number; pages: number },
  known: Known,
): Promise<void> {
  const { asked, alternatives } = adviceOn(question, found, typeTerm);
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
  { now, inBodies }: Known,
): Promise<number | undefined> {
  const needsBodies = other.words !== '' && other.inBodies;
  const isSearched = inBodies !== undefined && indexesFor(other, now) <= indexesFor(asked, now);
  if (needsBodies && !isSearched) return undefined;
  const shelves = await Promise.all(shelvesFor(other, now));
  return select(shelves, other, { now, inBodies: needsBodies ? inBodies : undefined }).hits.length;
}

/** How many of the full-text indexes a question asks. */
function indexesFor(question: Question, now: number): number {
  const years = yearsFor(manifest.years, question, now);
  return shardsSince(manifest.shards, years[years.length - 1]?.year).length;
}
