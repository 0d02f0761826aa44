import { ofLevel } from '../../core/screen/browser/band.ts';
import type { Notice } from '../../core/screen/browser/feed.ts';
import { urgentHours } from '../../core/screen/browser/urgent.ts';
import { element } from '../element.ts';
import { part } from './page.ts';
import { presentInstant } from './time.ts';

/**
 * 紧急 at a kiosk: stands before everything until it is over. Who needs the kiosk all the same puts it away; then it
 * stays in a row above every view, and the next visitor sees it whole again.
 */
export class Alarm {
  readonly #element = part('data-alarm');
  readonly #words = part('data-alarm-words');
  readonly #goOn = part('data-go-on');
  readonly #rest = part('data-glass');
  /** What stands there, and what was put away of it. */
  #told = '';
  #putAway = '';

  constructor() {
    this.#goOn.addEventListener('click', () => {
      this.#putAway = this.#told;
      this.#setShown(false);
    });
    addEventListener('keydown', (event) => this.#keep(event), true);
  }

  /** Called each minute and with every answer of the server. */
  show(notices: readonly Notice[]): void {
    const urgent = ofLevel(notices, 'urgent');
    const told = JSON.stringify(urgent);
    if (told !== this.#told) this.#words.replaceChildren(...urgent.flatMap(toWords));
    this.#told = told;
    this.#words.dataset['count'] = String(urgent.length);
    this.#setShown(urgent.length > 0 && told !== this.#putAway);
  }

  /** The visitor has gone, and the next one has not seen it. */
  again(): void {
    this.#putAway = '';
  }

  #setShown(isShown: boolean): void {
    if (this.#element.hidden !== isShown) return;
    this.#element.hidden = !isShown;
    if (isShown) {
      this.#rest.setAttribute('aria-hidden', 'true');
      this.#goOn.focus({ preventScroll: true });
    } else this.#rest.removeAttribute('aria-hidden');
  }

  /** One button and nothing else: nothing is typed behind it. */
  #keep(event: KeyboardEvent): void {
    if (this.#element.hidden) return;
    event.stopPropagation();
    if (event.key === 'Tab') event.preventDefault();
  }
}

const toWords = (notice: Notice): readonly HTMLElement[] => [
  element('p', 'alarm-text', ...clausesOf(notice.text).map((clause) => element('span', '', clause))),
  element('p', 'alarm-hours', urgentHours(notice, presentInstant())),
];

/** A line ends behind a clause where it can. */
const clausesOf = (text: string): readonly string[] =>
  text.match(/[^，。；：！？ ]+[，。；：！？ ]*/gu) ?? [text];
