import { dayOf, instantAt, timeOf } from '../../core/announcement/instant.ts';
import type { Present } from '../../core/kiosk/openings.ts';
import { countsOf, type Opening } from '../../core/screen/browser/openings.ts';
import { element } from '../element.ts';
import { dayOf as dayAndWeekday } from '../screen/clock.ts';
import { placeOf, stateOf } from './opening.ts';
import { NONE, openingsAt, present } from './openings.ts';
import { button, part } from './page.ts';
import { keepWhole } from './whole.ts';

/** Most that any glass has room for. */
const MOST = 12;

/** What it was last filled for: a tap on the pad changes none of it, and has no time for its layout. */
let filledFor = '';
let minute = 0;
let words = '';

/**
 * Shows what is opened next beside the start page and the lists, as many as there is room for.
 * @param open opens an announcement
 */
export function showBoard(isWanted: boolean, open: (id: string) => void): void {
  const now = present();
  const { size, freshness } = document.documentElement.dataset;
  const purpose = [isWanted, size, freshness, part('data-notices').textContent].join();
  const isSame = purpose === filledFor;
  const ownMinute = Math.floor(now.moment / 60_000);
  if (isSame && ownMinute === minute) return;
  [filledFor, minute] = [purpose, ownMinute];
  const openings = openingsAt(now);
  const rows = openings.length > 0 ? rowsOf(openings, now, open) : [line('board-none', NONE)];
  const own = rows.map(({ className, textContent }) => className + textContent).join();
  // Whoever goes through them by keyboard keeps the place.
  if (isSame && own === words) return;
  words = own;
  const all = part<HTMLButtonElement>('data-board-all');
  all.disabled = openings.length === 0;
  all.textContent = openings.length === 0 ? '全部' : `全部 ${countsOf(openings).all} 场 ›`;
  part('data-board').hidden = !isWanted;
  fill(rows, 0);
}

/** Leaves those that are seen whole, and not fewer than `least`, and no day of which nothing is seen. */
function fill(rows: readonly HTMLElement[], least: number): void {
  const list = part('data-board-list');
  list.replaceChildren(...rows);
  keepWhole(list, least);
  if (list.lastElementChild && isDay(list.lastElementChild)) list.lastElementChild.remove();
  const next = rows.filter(({ classList }) => classList.contains('next'))[0];
  if (least > 0 || !next || list.contains(next)) return;
  const before = rows.slice(0, rows.indexOf(next));
  const day = before.filter(isDay).pop();
  // What is held next comes before what was stopped at its hour, but not before what of today goes on.
  if (!day || isDay(before[0]!)) fill([...(day ? [day] : []), ...rows.slice(before.length)], day ? 2 : 1);
}

const isDay = ({ classList }: Element): boolean => classList.contains('board-day');

/** A line for each opening, and before those of another day one that says which. */
function rowsOf(
  openings: readonly Opening[],
  now: Present,
  open: (id: string) => void,
): readonly HTMLElement[] {
  const rows: HTMLElement[] = [];
  let day = now.isSure ? dayOf(instantAt(now.moment)) : '';
  for (const opening of openings.slice(0, MOST)) {
    const { item, isNext } = opening;
    if (dayOf(item.at) !== day) rows.push(line('board-day', dayAndWeekday(Date.parse(item.at))));
    day = dayOf(item.at);
    rows.push(element('li', isNext ? 'next' : '', rowOf(opening, now, open)));
  }
  return rows;
}

/** A button where hands reach it; on a tall panel it hangs above them. */
function rowOf(opening: Opening, now: Present, open: (id: string) => void): HTMLElement {
  const { item, state } = opening;
  const cells = [
    element('time', '', timeOf(item.at)),
    element('b', 'room', item.room ?? ''),
    element(
      'span',
      'name',
      `${item.short ?? item.title} `,
      ...stateOf(opening, now),
      ...(item.room === undefined ? [element('span', 'quiet', ` ${placeOf(opening)}`)] : []),
    ),
  ].flatMap((cell) => [cell, ' ']);
  const className = `opening opening-${state}`;
  return innerHeight >= innerWidth
    ? element('div', className, ...cells)
    : button(className, () => open(item.id), ...cells);
}

const line = (className: string, text: string): HTMLElement =>
  element('li', className, element('span', '', text));
