import { instantAt } from '../../core/announcement/instant.ts';
import type { Hit } from '../../core/kiosk/find.ts';
import type { Mark } from '../../core/kiosk/mark.ts';
import { momentOf } from '../../core/kiosk/moment.ts';
import type { Listed } from '../../core/search/catalogue.ts';
import { statusAt, wordsOfStatus } from '../../core/status.ts';
import { HAPPENING_TAG } from '../../core/status/happening-tag.ts';
import { element } from '../element.ts';
import { button } from './page.ts';
import { clock, listingMoment } from './time.ts';

/** An announcement as a button in a list. */
export function rowOf({ announcement, mark, codeMark }: Hit, open: (id: string) => void): HTMLButtonElement {
  const { id, title, typeTerm, region, projectCode } = announcement;
  return button(
    'row',
    () => open(id),
    element('span', 'row-title', ...marked(title, mark)),
    element(
      'span',
      'facts',
      ...spaced([
        ...tagsOf(announcement),
        element('span', '', typeTerm),
        ...(region === undefined ? [] : [element('span', '', region)]),
        element('span', 'row-moment', momentOf(announcement, instantAt(listingMoment()))),
        ...(codeMark === undefined ? [] : [element('span', '', ...marked(projectCode!, codeMark))]),
      ]),
    ),
  );
}

/** Blanks between the facts, for screen readers. */
const spaced = (nodes: readonly Node[]): readonly (Node | string)[] => nodes.flatMap((node) => [node, ' ']);

const marked = (text: string, mark: Mark | undefined): readonly (Node | string)[] =>
  mark === undefined
    ? [text]
    : [text.slice(0, mark.from), element('mark', '', text.slice(mark.from, mark.to)), text.slice(mark.to)];

/** Where it stands in time, when that can be known, and what has befallen it. */
function tagsOf({ deadline, gate, publicFrom, publicUntil, happening }: Listed): readonly Node[] {
  const now = clock.now();
  const time =
    now === undefined
      ? undefined
      : statusAt({ deadline: deadline?.at, gate: gate?.at, publicFrom, publicUntil, happening }, now);
  return [
    ...(time === undefined ? [] : [element('span', `tag tag-${time}`, wordsOfStatus(time, gate?.over))]),
    ...(happening === undefined ? [] : [element('span', `tag tag-${happening}`, HAPPENING_TAG[happening])]),
  ];
}
