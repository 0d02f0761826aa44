import { CATEGORIES } from '../../core/announcement/category.ts';
import { rfc3339, instantAt, shortEnd, shortInstant } from '../../core/announcement/instant.ts';
import { printMoney } from '../../core/announcement/money.ts';
import { listedAt, type Labelled, type Listed, type Sum } from '../../core/search/catalogue.ts';
import { marked, passages, type Piece } from '../../core/search/excerpt.ts';
import { textFileOf } from '../../core/search/manifest.ts';
import type { Question } from '../../core/search/question.ts';
import { reasonsFor } from '../../core/search/reasons.ts';
import type { Hit } from '../../core/search/order.ts';
import type { Selection } from '../../core/search/select.ts';
import { ROWS_ON_PAGE } from '../../core/search/summary.ts';
import { partsOf } from '../../core/search/text.ts';
import { HAPPENING_TAG, isTimed } from '../../core/status.ts';
import { now } from '../clock.ts';
import { timeTag } from '../time-tag.ts';
import { element } from '../element.ts';
import { manifest, part } from './parts.ts';
import { once, readJson } from './site-files.ts';

/** Shows a question's page of what was found. */
export const showRows = ({ hits }: Selection, question: Question): void =>
  showIn(
    part('results-list'),
    hits.slice((question.page - 1) * ROWS_ON_PAGE, question.page * ROWS_ON_PAGE),
    question,
    partsOf(question.words),
  );

/**
 * Shows rows in a list. Those that stay are not made anew, so that nothing flickers.
 * @param parts of what was looked for, in searchable form; they are marked
 */
export function showIn(
  list: HTMLElement,
  shown: readonly Hit[],
  question: Question,
  parts: readonly string[],
): void {
  for (const [place, hit] of shown.entries()) {
    const listed = listedAt(hit.shelf.catalogue, hit.row);
    const present = list.children[place] as HTMLElement | undefined;
    if (present?.dataset['id'] === listed.id) continue;
    const row = rowOf(listed, question, parts);
    if (hit.rank === 3) void addExcerpt(row, hit, parts);
    if (present) present.before(row);
    else list.append(row);
  }
  while (list.children.length > shown.length) list.lastElementChild!.remove();
}

/** An excerpt is help, not the answer: where its file does not come, the row stands without it. */
async function addExcerpt(row: HTMLElement, hit: Hit, parts: readonly string[]): Promise<void> {
  const file = textFileOf(manifest, hit.shelf.catalogue, hit.row);
  try {
    const texts = await once(file, () => readJson<Record<string, readonly string[]>>(file));
    const found = passages(texts[row.dataset['id']!] ?? [], parts);
    if (found.length > 0) row.append(excerptOf(found));
  } catch (cause) {
    console.error(cause);
  }
}

/** A row in the markup of the site's lists (components/RowList.astro), with what was asked for marked. */
function rowOf(listed: Listed, question: Question, parts: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `${manifest.base}announcements/${listed.id}/`;
  link.append(...nodesOf(marked(listed.title, parts)));
  const row = document.createElement('li');
  row.dataset['id'] = listed.id;
  row.append(
    element('h3', 'row-title', link),
    element('p', 'facts', ...spaced(factsOf(listed, question, parts))),
  );
  return row;
}

/** Passages of the text, under the facts. */
function excerptOf(passages: readonly (readonly Piece[])[]): HTMLElement {
  return element(
    'p',
    'excerpt',
    ...passages.flatMap((pieces, index) => [...(index > 0 ? ['　'] : []), ...nodesOf(pieces)]),
  );
}

const nodesOf = (pieces: readonly Piece[]): readonly (Node | string)[] =>
  pieces.map(({ text, isMatch }) => (isMatch ? element('mark', '', text) : text));

/** Blanks between the facts, for copying and for screen readers. */
const spaced = (nodes: readonly Node[]): readonly (Node | string)[] => nodes.flatMap((node) => [node, ' ']);

function factsOf(listed: Listed, question: Question, parts: readonly string[]): readonly Node[] {
  const { category, typeTerm, region, publishedOn, gate, deadline, publicUntil, amount, winner, price } =
    listed;
  return [
    ...tagsOf(listed),
    element('span', '', CATEGORIES[category]),
    element('span', '', typeTerm),
    ...(region === undefined ? [] : [element('span', '', region)]),
    element('span', '', '发布 ', timeOf(publishedOn, publishedOn)),
    ...(gate ? [gateOf(gate)] : []),
    ...(deadline ? [deadlineOf(deadline)] : []),
    ...(publicUntil === undefined ? [] : [element('span', '', '公示至 ', timeOf(publicUntil, publicUntil))]),
    ...(amount ? [sumOf(amount)] : []),
    ...(winner ? [fact(winner, parts)] : []),
    ...(price ? [sumOf(price)] : []),
    ...reasonsFor(listed, question, parts).map(({ fact: given, sought }) => fact(given, sought)),
  ];
}

/** Where the announcement stands in time, kept right by `deadline.ts`, and what has befallen it. */
function tagsOf({ happening, deadline, gate, publicFrom, publicUntil }: Listed): readonly Node[] {
  const dated = { deadline: deadline?.at, gate: gate?.at, publicFrom, publicUntil, happening };
  return [
    ...(isTimed(dated) ? [timeTag(dated, gate?.over)] : []),
    ...(happening ? [element('span', `tag tag-${happening}`, HAPPENING_TAG[happening])] : []),
  ];
}

const gateOf = ({ label, at }: NonNullable<Listed['gate']>): Node =>
  element('span', '', `${label} `, element('strong', '', timeOf(rfc3339(at), shortEnd(at, thisYear()))));

function deadlineOf({ label, at, was }: NonNullable<Listed['deadline']>): Node {
  const made = element('span', '', `${label} `, element('strong', '', instantOf(at)));
  if (was !== undefined)
    made.append(' ', element('del', '', element('span', 'visually-hidden', '原时间 '), instantOf(was)));
  return made;
}

/** A moment in short; one of this year does not name it. */
const instantOf = (instant: string): Node => timeOf(rfc3339(instant), shortInstant(instant, thisYear()));

const thisYear = (): string => instantAt(now()).slice(0, 4);

const sumOf = ({ label, fen, text = printMoney(fen) }: Sum): Node => element('span', '', `${label} ${text}`);

const fact = ({ label, text }: Labelled, parts: readonly string[]): Node =>
  element('span', 'long', `${label} `, ...nodesOf(marked(text, parts)));

function timeOf(machine: string, text: string): Node {
  const time = document.createElement('time');
  time.dateTime = machine;
  time.append(text);
  return time;
}
