import { instantAt, shortInstant } from '../../core/announcement/instant.ts';
import type { Opening } from '../../core/kiosk/boot.ts';
import { countOf, openingsFrom, openingsNote } from '../../core/kiosk/openings.ts';
import { HAPPENING_TAG } from '../../core/status.ts';
import { element } from '../element.ts';
import { boot, button, part } from './page.ts';
import { MOST_ROWS, Rows } from './rows.ts';
import { say } from './say.ts';
import type { Stage, View } from './stage.ts';
import { clock, listingMoment } from './time.ts';
import { keepWhole } from './whole.ts';

/** Openings of today and of the days ahead. */
const openingsAhead = (): readonly Opening[] => openingsFrom(boot.openings, listingMoment());

/** The list of openings with their rooms. */
export class Openings implements View {
  readonly beside = 'pad';
  readonly #stage: Stage;
  readonly #open: (id: string) => void;
  readonly #rows = new Rows();

  constructor(stage: Stage, open: (id: string) => void) {
    this.#stage = stage;
    this.#open = open;
  }

  show(content: HTMLElement): void {
    const ahead = openingsAhead();
    content.append(element('h2', '', '开标安排 ', element('small', '', `共 ${countOf(ahead)}`)));
    if (ahead.length === 0) return content.append(say('最近两周没有安排开标。'));
    this.#rows.keepWithin(ahead.length);
    const rows = ahead
      .slice(this.#rows.first, this.#rows.first + MOST_ROWS)
      .map((opening) =>
        button(
          'row',
          () => this.#open(opening.id),
          element('span', 'row-title', opening.title),
          element(
            'span',
            'facts',
            ...tagOf(opening),
            element('span', 'row-moment', `${whenOf(opening)} 开标`),
            ' ',
            placeOf(opening),
          ),
        ),
      );
    this.#rows.show(content, this.#stage, rows, ahead.length);
  }
}

/** What the start page says of them. */
export const noteOfOpenings = (): string => openingsNote(openingsAhead(), clock.now(), presentYear());

/** What the board was last filled for: a tap on the pad changes none of it, and has no time for its layout. */
let filledFor = '';

/** Fills the board with those that it has room for; with none, and beside an announcement, it is not there. */
export function showBoard(isWanted: boolean): void {
  const { size, freshness } = document.documentElement.dataset;
  const ahead = openingsAhead();
  const purpose = [isWanted, size, freshness, ahead.length, part('data-notices').textContent].join();
  if (purpose === filledFor) return;
  filledFor = purpose;
  const board = part('data-board');
  const list = part('data-board-list');
  const rows = ahead.map((opening) =>
    element(
      'li',
      '',
      element('time', '', whenOf(opening)),
      element('span', '', ...tagOf(opening), opening.title, ' ', element('span', 'quiet', placeOf(opening))),
    ),
  );
  board.hidden = !isWanted;
  list.replaceChildren(...rows);
  if (keepWhole(list, 0) === 0) board.hidden = true;
}

const whenOf = ({ at }: Opening): string => shortInstant(at, presentYear());

const presentYear = (): string => instantAt(listingMoment()).slice(0, 4);

const placeOf = ({ place }: Opening): string => place ?? '地点见公告';

/** What has befallen it, in the word that the screens of the hall have for it. */
const tagOf = ({ happening }: Opening): readonly (Node | string)[] =>
  happening === undefined ? [] : [element('span', `tag tag-${happening}`, HAPPENING_TAG[happening]), ' '];
