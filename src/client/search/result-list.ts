import { CATEGORIES } from '../../core/announcement/category.ts';
import { rfc3339, instantAt, shortEnd, shortInstant } from '../../core/announcement/instant.ts';
import { moneyFigure } from '../../core/announcement/money.ts';
import type { FoundRow } from '../../core/search/answer.ts';
import type { Labelled, Listed, Sum } from '../../core/search/catalogue.ts';
import { marked, passages, type Piece } from '../../core/search/excerpt.ts';
import { usualSort, type Question } from '../../core/search/question.ts';
import { reasonsFor } from '../../core/search/reasons.ts';
import { partsOf } from '../../core/search/text.ts';
import { isTimed } from '../../core/status.ts';
import { HAPPENING_TAG } from '../../core/status/happening-tag.ts';
import { now } from '../clock.ts';
import { timeTag } from './row-tag.ts';
import { element } from '../element.ts';
import { manifest, part } from './parts.ts';
import { once, readJson } from './site-files.ts';

/** Shows a question's page of what was found. */
export const showRows = (
  shown: readonly FoundRow[],
  question: Question,
  isStale: () => boolean,
): Promise<void> =>
  showIn(part('results-list'), {
    shown,
    question,
    parts: partsOf(question.words),
    isStale,
  });

/**
 * Shows rows in a list. Those that stay are not made anew, so that nothing flickers; those that have the words in their
 * text come with their excerpts, so that nothing is moved by these.
 * @param given.parts of what was looked for, in searchable form; they are marked
 */
export async function showIn(
  list: HTMLElement,
  given: { shown: readonly FoundRow[]; question: Question; parts: readonly string[]; isStale: () => boolean },
): Promise<void> {
  const { shown, question, parts, isStale } = given;
  const excerpts = shown.some(({ rank }) => rank === 3)
    ? await Promise.all(shown.map((row) => (row.rank === 3 ? excerptFor(row, parts) : undefined)))
    : [];
  if (isStale()) return;
  list.classList.toggle('rows-dated', isByDeadline(question));
  for (const [place, { listed }] of shown.entries()) {
    const present = list.children[place] as HTMLElement | undefined;
    if (present?.dataset['id'] === listed.id) continue;
    const row = rowOf(listed, question, parts);
    const excerpt = excerpts[place];
    if (excerpt) row.querySelector('.row-what')!.append(excerpt);
    if (present) present.before(row);
    else list.append(row);
  }
  while (list.children.length > shown.length) list.lastElementChild!.remove();
}

/** An excerpt is help, not the answer: where its file does not come, the row stands without it. */
async function excerptFor(
  { listed, texts: file }: FoundRow,
  parts: readonly string[],
): Promise<HTMLElement | undefined> {
  try {
    const texts = await once(file, () => readJson<Record<string, readonly string[]>>(file));
    const found = passages(texts[listed.id] ?? [], parts);
    return found.length > 0 ? excerptOf(found) : undefined;
  } catch (cause) {
    console.error(cause);
    return undefined;
  }
}

/** A row in the markup of the site's lists (components/RowList.astro), with what was asked for marked. */
function rowOf(listed: Listed, question: Question, parts: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `${manifest.base}announcements/${listed.id}/`;
  link.append(...nodesOf(marked(listed.title, parts)));
  const { category, amount, price = amount, principal, winner = principal } = listed;
  const first = isByDeadline(question) ? nextOf(listed) : undefined;
  const row = document.createElement('li');
  row.className = 'row';
  row.dataset['id'] = listed.id;
  row.dataset['category'] = category;
  row.append(
    element('p', 'row-time', ...spaced(timesOf(listed, first))),
    element(
      'div',
      'row-what',
      element('h3', 'row-title', link),
      element('p', 'facts', ...spaced(factsOf(listed, first)), ...spaced(reasonsOf(listed, question, parts))),
    ),
  );
  if (winner) row.append(element('p', 'row-who', ...named(winner, parts)));
  if (price) row.append(element('p', 'row-money', ...moneyOf(price)));
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

const isByDeadline = (question: Question): boolean => (question.sort ?? usualSort(question)) === 'deadline';

/** A moment of an announcement under the term of its form. */
type Moment = NonNullable<Listed['gate' | 'deadline']>;

/** By what it is sorted: the gate while it is open to newcomers, then the deadline. */
const nextOf = ({ gate, deadline }: Listed): Moment | undefined =>
  gate && Date.parse(gate.at) > now() ? gate : deadline;

/** When: by what the list is sorted, with where the announcement stands in time. */
function timesOf(listed: Listed, first: Moment | undefined): readonly Node[] {
  const { deadline, publishedOn, gate, publicFrom, publicUntil, happening } = listed;
  const dated = { deadline: deadline?.at, gate: gate?.at, publicFrom, publicUntil, happening };
  const tags = isTimed(dated) ? [timeTag(dated, gate?.over)] : [];
  if (first) {
    const moment = timeOf(rfc3339(first.at), ...set(shortEnd(first.at, thisYear())));
    return [moment, element('span', 'row-label', first.label), ...tags];
  }
  const [day] = shortInstant(`${publishedOn}T00:00:00+08:00`, thisYear()).split(' ');
  return [element('span', 'visually-hidden', '发布'), timeOf(publishedOn, ...set(day!)), ...tags];
}

/** A date with its units set small, as components/Moment.astro prints it. */
const set = (text: string): readonly (Node | string)[] =>
  text
    .split(/([年月日]| \d+:\d+)/u)
    .map((part) =>
      /^[年月日]$/u.test(part) ? element('i', '', part) : / /u.test(part) ? element('b', '', part) : part,
    );

function factsOf(listed: Listed, first: Moment | undefined): readonly Node[] {
  const { category, typeTerm, region, gate, deadline, publicUntil, happening } = listed;
  return [
    ...(happening ? [element('span', `tag tag-${happening}`, HAPPENING_TAG[happening])] : []),
    element('span', '', CATEGORIES[category]),
    element('span', '', typeTerm),
    ...(region === undefined ? [] : [element('span', '', region)]),
    ...(gate && gate !== first
      ? [element('span', '', `${gate.label} `, timeOf(rfc3339(gate.at), shortEnd(gate.at, thisYear())))]
      : []),
    ...(deadline ? deadlineOf(deadline, deadline === first) : []),
    ...(publicUntil === undefined
      ? []
      : [
          element(
            'span',
            '',
            '公示至 ',
            timeOf(publicUntil, shortEnd(`${publicUntil}T24:00:00+08:00`, thisYear())),
          ),
        ]),
  ];
}

/** What no row shows and is why it was found: code, agency, other parties. */
const reasonsOf = (listed: Listed, question: Question, parts: readonly string[]): readonly Node[] => {
  const { principal, winner = principal } = listed;
  return reasonsFor(listed, question, parts)
    .filter(({ fact }) => fact !== winner)
    .map(({ fact, sought }) => element('span', 'long', ...named(fact, sought)));
};

function deadlineOf({ label, at, was }: NonNullable<Listed['deadline']>, isFirst: boolean): readonly Node[] {
  const old =
    was === undefined
      ? []
      : [element('del', '', element('span', 'visually-hidden', '原时间 '), instantOf(was))];
  if (isFirst) return old;
  const now = element('span', '', `${label} `, element('strong', '', instantOf(at)));
  if (old.length > 0) now.append(' ', ...old);
  return [now];
}

/** A moment in short; one of this year does not name it. */
const instantOf = (instant: string): Node => timeOf(rfc3339(instant), shortInstant(instant, thisYear()));

const thisYear = (): string => instantAt(now()).slice(0, 4);

/** A sum with its figure large, as components/Money.astro prints it; what is no plain sum in its words. */
function moneyOf({ label, fen, text }: Sum): readonly (Node | string)[] {
  const { figure, unit } = moneyFigure(fen);
  const sum =
    text === undefined
      ? element('span', 'whole', element('b', '', figure), ` ${unit}`)
      : element('span', '', text);
  return [sum, ' ', element('span', 'row-label', label)];
}

const named = ({ label, text }: Labelled, parts: readonly string[]): readonly (Node | string)[] => [
  element('span', 'row-label', label),
  ' ',
  ...nodesOf(marked(text, parts)),
];

function timeOf(machine: string, ...content: readonly (Node | string)[]): Node {
  const time = document.createElement('time');
  time.dateTime = machine;
  time.append(...content);
  return time;
}
