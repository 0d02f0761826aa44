import type { Curtain as State } from '../../core/screen/browser/curtain.ts';
import { after } from './timer.ts';

/** Longest that a screen waits in the morning for fresh data before it shows what it has, in seconds. */
const PATIENCE = 30;

/** Draws the page of the night, or the word that announcements are suspended, before the announcements, and away. */
export class Curtain {
  readonly #lifted: () => void;
  #state: State | undefined;
  #isWaking = false;

  /** `lifted` is called when the announcements are in view again. */
  constructor(lifted: () => void) {
    this.#lifted = lifted;
  }

  /** What stands before the announcements. */
  get state(): State | undefined {
    return this.#state;
  }

  /** What should stand before the announcements now. The night ends with the next answer, or without one a little later. */
  want(state: State | undefined): void {
    if (this.#state === 'quiet' && state === undefined) {
      if (this.#isWaking) return;
      this.#isWaking = true;
      after(PATIENCE, () => this.asked());
    } else {
      this.#isWaking = false;
      this.#draw(state);
    }
  }

  /** A question has ended: what the server had is at hand. */
  asked(): void {
    if (!this.#isWaking) return;
    this.#isWaking = false;
    this.#draw(undefined);
  }

  #draw(state: State | undefined): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const one of ['quiet', 'suspended'] as const) {
      document.documentElement.classList.toggle(one, one === state);
      const element = document.querySelector<HTMLElement>(`[data-curtain="${one}"]`);
      if (element) element.hidden = one !== state;
    }
    if (state === undefined) this.#lifted();
  }
}
