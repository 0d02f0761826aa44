import { instantAt, shortInstant } from '../../core/announcement/instant.ts';
import type { Opening } from '../../core/kiosk/boot.ts';
import { HAPPENING_TAG, isStopped } from '../../core/status.ts';
import { element } from '../element.ts';
import { boot, button, part } from './page.ts';
import { MOST_ROWS, Rows } from './rows.ts';
import { say } from './say.ts';
import type { Stage, View } from './stage.ts';
import { clock, listingMoment } from './time.ts';
import { keepWhole } from './whole.ts';

/**
 * Openings of today, those that have begun too, for people come late, and of the days ahead. What was stopped is among
 * them: who comes for it must be told.
 */
export function openingsAhead(): readonly Opening[] {
  const today = instantAt(listingMoment()).slice(0, 10);
  return boot.openings.filter(({ at }) => at.slice(0, 10) >= today);
}

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
export function openingsNote(): string {
  const now = clock.now();
  const ahead = openingsAhead();
  const today = now === undefined ? '' : instantAt(now).slice(0, 10);
  const ofToday = ahead.filter(({ at }) => at.slice(0, 10) === today);
  if (ofToday.length > 0) return `今天 ${countOf(ofToday)}`;
  const next = ahead.filter(({ happening }) => !isStopped(happening))[0];
  if (next) return `最近 ${whenOf(next)}`;
  return ahead.length > 0 ? `最近两周 ${countOf(ahead)}` : '最近两周没有';
}

/** `3 场，1 场不开标` */
function countOf(openings: readonly Opening[]): string {
  const stopped = openings.filter(({ happening }) => isStopped(happening)).length;
  return `${openings.length} 场${stopped === 0 ? '' : `，${stopped} 场不开标`}`;
}

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

const whenOf = ({ at }: Opening): string => shortInstant(at, instantAt(listingMoment()).slice(0, 4));

const placeOf = ({ place }: Opening): string => place ?? '地点见公告';

/** What has befallen it, in the word that the screens of the hall have for it. */
const tagOf = ({ happening }: Opening): readonly (Node | string)[] =>
  happening === undefined ? [] : [element('span', `tag tag-${happening}`, HAPPENING_TAG[happening]), ' '];
