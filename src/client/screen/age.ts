import { splitAge } from '../../core/screen/browser/age.ts';
import type { Freshness } from '../../core/screen/browser/words.ts';
import { Place } from './place.ts';
import { tell } from './places.ts';

/** What tells that the data is old: a line at the foot of the list, or a band above it. */
export class Age {
  readonly #age = new Place(document, 'age');
  readonly #words = new Place(document, 'warning');

  show(freshness: Freshness, warning: string): void {
    const { classList } = document.documentElement;
    classList.toggle('late', freshness === 'late');
    classList.toggle('stale', freshness === 'stale');
    const { age, rest } = splitAge(freshness === 'fresh' ? '' : warning);
    tell(this.#age, freshness === 'stale' ? age : '');
    this.#words.write(freshness === 'late' ? warning : rest);
  }
}
