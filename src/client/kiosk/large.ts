import { part } from './page.ts';

/** 大字: everything in the larger size, until somebody ends it or the kiosk begins anew. Remembered nowhere. */
export class Large {
  readonly #button = part('data-large');
  readonly #root = document.documentElement;

  constructor(changed: () => void) {
    this.#button.addEventListener('click', () => {
      this.set(!this.isOn);
      changed();
    });
  }

  get isOn(): boolean {
    return this.#root.dataset['size'] === 'large';
  }

  set(on: boolean): void {
    if (on) this.#root.dataset['size'] = 'large';
    else delete this.#root.dataset['size'];
    this.#button.textContent = on ? '标准字' : '大字';
  }
}
