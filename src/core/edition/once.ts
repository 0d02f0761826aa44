import type { Answers } from './questions.ts';

/**
 * Most of what is made once that is kept, those that were asked for last: about as many as ten thousand announcements
 * need. Of a hundred thousand the texts for the search alone would take a gigabyte. What was let go is made again.
 */
const MOST = 60_000;

/** Values by name, those that were asked for last. */
export class Recent<T> {
  readonly #most: number;
  readonly #values = new Map<string, T>();

  constructor(most = MOST) {
    this.#most = most;
  }

  /** The value of a name, made where it is not kept. */
  take(name: string, make: () => T): T {
    const value = this.#values.has(name) ? this.#values.get(name)! : make();
    this.#values.delete(name);
    this.#values.set(name, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
    return value;
  }
}

/** Makes what is asked for under a name once, and gives the same from then on. */
export function onceByName(): Answers['once'] {
  const recent = new Recent<unknown>();
  return <T>(name: string, make: () => T): T => recent.take(name, make) as T;
}
