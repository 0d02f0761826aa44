import type { Single as Composed } from '../../core/screen/browser/feed.ts';
import type { Layout } from '../../core/screen/browser/layout.ts';
import { singleSizes, singleWords } from '../../core/screen/browser/single.ts';
import { Place } from './place.ts';

const NAMES = ['name', 'label', 'date', 'time', 'place', 'amount', 'code'] as const;

/** The glass composed for the only announcement of the round; where there are others it gives way to the list. */
export class Single {
  readonly #element = document.querySelector<HTMLElement>('[data-single]');
  readonly #places =
    this.#element && NAMES.map((name) => [name, new Place(this.#element!, `single-${name}`)] as const);

  show(single: Composed | undefined, layout: Layout | undefined, generated: string): void {
    if (!this.#element || !layout) return;
    this.#element.hidden = single === undefined;
    document.documentElement.classList.toggle('single', single !== undefined);
    if (!single) return;
    const words = singleWords(single, generated);
    for (const [name, place] of this.#places!) {
      place.write(words[name]);
      place.hidden = words[name] === '';
    }
    const { style } = this.#element;
    for (const [name, size] of Object.entries(singleSizes(single, layout)))
      style.setProperty(`--${name}`, String(size));
    const { side, path } = single.qr;
    const [svg, ground, dark] = ['svg', '.qr-ground', '[data-single-qr]'].map((part) =>
      this.#element!.querySelector(part)!,
    );
    svg!.setAttribute('viewBox', `0 0 ${side} ${side}`);
    ground!.setAttribute('d', `M0 0h${side}v${side}H0z`);
    dark!.setAttribute('d', path);
  }
}
