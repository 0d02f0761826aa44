import type { Instant } from '../../core/announcement/instant.ts';
import { noticeDwell, ofLevel } from '../../core/screen/browser/band.ts';
import type { Notice } from '../../core/screen/browser/feed.ts';
import { urgentHours, urgentSettingOf, type UrgentGlass } from '../../core/screen/browser/urgent.ts';
import { Place } from './place.ts';
import { after } from './timer.ts';

/**
 * 紧急: stands before everything else on the glass, the night and 信息暂停更新 too, from its start to its end. Where there
 * are several, they alternate, and none is left out. A page without a place for it (a strip tells it in its own way) has
 * none of this.
 */
export class Alarm {
  readonly #element = document.querySelector<HTMLElement>('[data-alarm]');
  readonly #glass = this.#element && measured();
  readonly #places = this.#element && placesIn(this.#element);
  #notices: readonly Notice[] = [];
  #state = '';
  #hours: (notice: Notice) => string = urgentHours;
  #index = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Called with every turn and every minute; what is being said goes on undisturbed.
   * @param isAlone nobody answers who could have ended it
   */
  show(notices: readonly Notice[], now: Instant | undefined, isAlone: boolean): void {
    if (!this.#element) return;
    this.#places!.clock.write(now?.slice(11, 16) ?? '');
    const urgent = ofLevel(notices, 'urgent');
    const state = JSON.stringify([urgent, isAlone, now?.slice(0, 10)]);
    if (state === this.#state) return;
    this.#state = state;
    this.#hours = (notice) => urgentHours(notice, now, isAlone);
    this.#index = this.#notices.length === urgent.length ? this.#index : 0;
    this.#notices = urgent;
    this.#element.hidden = urgent.length === 0;
    this.#say();
  }

  #say(): void {
    clearTimeout(this.#timer);
    const { length } = this.#notices;
    if (length === 0) return;
    const notice = this.#notices[this.#index]!;
    this.#draw(notice, length > 1 ? `${this.#index + 1}/${length}` : '');
    if (length < 2) return;
    this.#index = (this.#index + 1) % length;
    this.#timer = after(noticeDwell(notice.text), () => this.#say());
  }

  #draw(notice: Notice, turn: string): void {
    const { head, rest, hours, turn: count } = this.#places!;
    const set = urgentSettingOf(notice.text, this.#glass!);
    const { style } = this.#element!;
    style.setProperty('--headEm', String(set.headEm));
    style.setProperty('--restEm', String(set.restEm));
    head.write(set.head);
    rest.write(set.rest);
    rest.hidden = set.rest === '';
    hours.write(this.#hours(notice));
    count.write(turn);
  }
}

const placesIn = (element: HTMLElement) => ({
  head: new Place(element, 'head'),
  rest: new Place(element, 'rest'),
  hours: new Place(element, 'hours'),
  turn: new Place(element, 'turn'),
  clock: new Place(element, 'alarm-clock'),
});

/** The measures of the glass, as its style sheet has them. */
function measured(): UrgentGlass {
  const style = getComputedStyle(document.documentElement);
  const [width, height, body, floor, edge] = ['width', 'height', 'body', 'floor', 'edge'].map((name) =>
    Number(style.getPropertyValue(`--${name}`)),
  ) as [number, number, number, number, number];
  return { width, height, body, floor, edge };
}
