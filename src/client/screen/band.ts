import { noticeDwell } from '../../core/screen/browser/band.ts';
import type { Notice } from '../../core/screen/browser/feed.ts';
import type { Layout } from '../../core/screen/browser/layout.ts';
import { Place } from './place.ts';
import { after } from './timer.ts';

/** What is said to the whole hall, above the list as long as it holds; two notices take turns. */
export class Band {
  readonly #glass = document.querySelector<HTMLElement>('main')!;
  readonly #band = document.querySelector<HTMLElement>('[data-band]')!;
  readonly #text = new Place(document, 'notice');
  readonly #turn = new Place(document, 'turn');
  #notices: readonly Notice[] = [];
  #index = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Called with every page; what is already being said goes on undisturbed. */
  show(notices: readonly Notice[], layout: Layout): void {
    const { style } = document.documentElement;
    for (const name of ['band', 'bandEm', 'bandLine', 'list'] as const)
      style.setProperty(`--${name}`, String(layout[name]));
    this.#glass.classList.toggle('crowded', layout.band > layout.spare);
    if (textsOf(notices) === textsOf(this.#notices)) return;
    this.#notices = notices;
    this.#index = 0;
    this.#say();
  }

  #say(): void {
    clearTimeout(this.#timer);
    const { length } = this.#notices;
    const notice = this.#notices[this.#index];
    this.#band.hidden = notice === undefined;
    if (!notice) return;
    this.#text.write(notice.text);
    this.#turn.write(length > 1 ? `${this.#index + 1}/${length}` : '');
    if (length < 2) return;
    this.#index = (this.#index + 1) % length;
    this.#timer = after(noticeDwell(notice.text), () => this.#say());
  }
}

const textsOf = (notices: readonly Notice[]): string => notices.map(({ text }) => text).join('\n');
