import { countWithToday, openingsFrom, openingsTile, type Present } from '../../core/kiosk/openings.ts';
import { LASTS, type Opening } from '../../core/screen/browser/openings.ts';
import { element } from '../element.ts';
import { markOf, placeOf, stateOf, whenOf } from './opening.ts';
import { boot, button, part } from './page.ts';
import { MOST_ROWS, Rows } from './rows.ts';
import { say } from './say.ts';
import type { Stage, View } from './stage.ts';
import { clock, listingMoment } from './time.ts';

/** What is said in the place of openings where there are none. */
export const NONE = '最近两周没有安排开标。';

/** The present, by which openings are looked at. */
export const present = (): Present => ({ moment: listingMoment(), isSure: clock.now() !== undefined });

/** Openings of today and of the days ahead, what begins next first. */
export const openingsAt = (now: Present): readonly Opening[] =>
  openingsFrom(boot.openings, now, boot.lasts ?? LASTS);

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
    const now = present();
    const openings = openingsAt(now);
    content.append(
      element('h2', '', '开标安排 ', element('small', '', `共 ${countWithToday(openings, now)}`)),
    );
    if (openings.length === 0) return content.append(say(NONE));
    this.#rows.keepWithin(openings.length);
    const rows = openings
      .slice(this.#rows.first, this.#rows.first + MOST_ROWS)
      .map((opening) => rowOf(opening, now, () => this.#open(opening.item.id)));
    this.#rows.show(content, this.#stage, rows, openings.length);
  }
}

function rowOf(opening: Opening, now: Present, open: () => void): HTMLButtonElement {
  const facts = [
    ...stateOf(opening, now),
    ...markOf(opening),
    element('span', `row-moment${opening.isNext ? ' next' : ''}`, `${whenOf(opening, now)} 开标`),
    element('span', '', placeOf(opening)),
  ];
  return button(
    `row opening-${opening.state}`,
    open,
    element('span', 'row-title', opening.item.title),
    element('span', 'facts', ...facts.flatMap((node) => [node, ' '])),
  );
}

/** Writes into the tile of the start page how many there are today and when the next is. */
export function fillOpeningsTile(): void {
  const now = present();
  const openings = openingsAt(now);
  const { name, note } = openingsTile(openings, now);
  part('data-openings-name').textContent = name;
  part('data-openings-note').textContent = note;
  part<HTMLButtonElement>('data-openings').disabled = openings.length === 0;
}
