import { part } from './page.ts';

/** Asks whether somebody is still there. Any touch but the one on 清除 says yes. */
export class Warning {
  readonly #dialog = part('data-warning');
  readonly #stay = part('data-stay');
  readonly #seconds = part('data-seconds');
  readonly #rest = part('data-glass');
  #before: Element | null = null;

  constructor(stay: () => void, leave: () => void) {
    this.#dialog.addEventListener('click', ({ target }) => {
      this.hide();
      if (target === part('data-leave')) leave();
      else stay();
    });
    addEventListener('keydown', (event) => this.#keep(event), true);
  }

  show(seconds: number): void {
    this.#seconds.textContent = String(seconds);
    if (!this.#dialog.hidden) return;
    this.#before = document.activeElement;
    this.#dialog.hidden = false;
    this.#rest.setAttribute('aria-hidden', 'true');
    this.#stay.focus();
  }

  hide(): void {
    if (this.#dialog.hidden) return;
    this.#dialog.hidden = true;
    this.#rest.removeAttribute('aria-hidden');
    if (this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
    this.#before = null;
  }

  /** Two buttons and nothing else: the keyboard stays within the question, and nothing is typed behind it. */
  #keep(event: KeyboardEvent): void {
    if (this.#dialog.hidden) return;
    event.stopPropagation();
    if (event.key !== 'Tab') return;
    event.preventDefault();
    const other = document.activeElement === this.#stay ? part('data-leave') : this.#stay;
    other.focus();
  }
}
