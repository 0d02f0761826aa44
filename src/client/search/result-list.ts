import type { Category } from '../../core/announcement/category.ts';
import { printMoney } from '../../core/announcement/money.ts';
import type { Labelled, Listed } from '../../core/search/catalogue.ts';
import { marked, type Piece } from '../../core/search/excerpt.ts';
import { searchable } from '../../core/search/text.ts';
import { isTimed } from '../../core/status.ts';
import { timeTag } from '../time-tag.ts';
import type { SearchManifest } from '../../core/search/manifest.ts';

/** Makes an element. Text becomes text nodes: nothing that somebody wrote is ever read as HTML. */
export function element(
  tag: string,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A row in the markup of the site's lists (components/RowList.astro), with what was asked for marked. */
export function rowOf(manifest: SearchManifest, listed: Listed, parts: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `${manifest.base}announcements/${listed.id}/`;
  link.append(...nodesOf(marked(listed.title, parts)));
  const row = document.createElement('li');
  row.dataset['id'] = listed.id;
  row.append(
    element('h3', 'row-title', link),
    element('p', 'facts', ...spaced(factsOf(manifest, listed, parts))),
  );
  return row;
}

/** Passages of the text, under the facts. */
export function excerptOf(passages: readonly (readonly Piece[])[]): HTMLElement {
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

function factsOf(
  { categories, happenings }: SearchManifest,
  listed: Listed,
  parts: readonly string[],
): readonly Node[] {
  const { category, typeTerm, region, publishedOn, deadline, publicUntil, amount, winner } = listed;
  return [
    ...tagOf(listed, happenings),
    element('span', '', termOf(category, categories)),
    element('span', '', typeTerm),
    ...(region === undefined ? [] : [element('span', '', region)]),
    element('span', '', '发布 ', timeOf(publishedOn, publishedOn)),
    ...(deadline ? [deadlineOf(deadline)] : []),
    ...(publicUntil === undefined ? [] : [element('span', '', '公示至 ', timeOf(publicUntil, publicUntil))]),
    ...(amount ? [element('span', '', `${amount.label} ${printMoney(amount.fen)}`)] : []),
    ...(winner ? [fact(winner, parts)] : []),
    ...found(listed, parts),
  ];
}

const termOf = (category: Category, terms: SearchManifest['categories']): string => terms[category];

/** Where the announcement stands in time, and what has befallen it. */
function tagOf(
  { happening, deadline, publicUntil }: Listed,
  happenings: SearchManifest['happenings'],
): readonly Node[] {
  const dated = { deadline: deadline?.at, publicUntil, happening };
  return [
    ...(isTimed(dated) ? [timeTag(dated)] : []),
    ...(happening ? [element('span', `tag tag-${happening}`, happenings[happening])] : []),
  ];
}

function deadlineOf({ label, at, was }: NonNullable<Listed['deadline']>): Node {
  const made = element('span', '', `${label} `, element('strong', '', timeOf(at, minuteOf(at))));
  if (was !== undefined)
    made.append(' ', element('del', '', element('span', 'visually-hidden', '原时间 '), minuteOf(was)));
  return made;
}

/** `2026-03-25 09:30` of an instant. */
const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** Code and parties are no part of a row, unless they are why it is here. */
function found({ projectCode, principal, agency }: Listed, parts: readonly string[]): readonly Node[] {
  const code = projectCode === undefined ? undefined : { label: '项目编号', text: projectCode };
  return [code, principal, agency].flatMap((given) =>
    given && parts.some((part) => searchable(given.text).indexOf(part) >= 0) ? [fact(given, parts)] : [],
  );
}

const fact = ({ label, text }: Labelled, parts: readonly string[]): Node =>
  element('span', 'long', `${label} `, ...nodesOf(marked(text, parts)));

function timeOf(machine: string, text: string): Node {
  const time = document.createElement('time');
  time.dateTime = machine;
  time.append(text);
  return time;
}
