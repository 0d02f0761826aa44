import type { Choices } from '../../core/kiosk/choices.ts';
import { find, type Found } from '../../core/kiosk/find.ts';
import { shelfOf, type Shelf } from '../../core/kiosk/shelf.ts';
import type { Spelling } from '../../core/kiosk/spelling.ts';
import { tap, trailOf, type Trail } from '../../core/kiosk/trail.ts';
import type { Catalogue } from '../../core/search/catalogue.ts';
import { get, textOf } from '../screen/get.ts';
import { boot } from './page.ts';
import { listingMoment } from './time.ts';

const TIMEOUT = 20;

/** Far above a year of ours, in bytes. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** Every year's announcements, the newest first, as far as they have come. */
export class Library {
  /** Whether every year is here, or a year did not come. */
  state: 'coming' | 'whole' | 'failed' = 'coming';
  /** The keys that begin something, once every year is here. */
  firstKeys: ReadonlySet<string> | undefined;
  #trail: Trail = trailOf([], '');
  #loading: Promise<void> | undefined;
  readonly #grown: () => void;

  /** @param grown told when a year has come, and when all have or one failed */
  constructor(grown: () => void) {
    this.#grown = grown;
  }

  /** Fetches the years that are not here yet, one after another; whoever asks meanwhile waits for the same. */
  load(): Promise<void> {
    this.#loading ??= this.#fetchYears().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  /** Loads at the wish of a visitor, who is told at once that it is being read. */
  retry(): void {
    void this.load();
    this.#grown();
  }

  async #fetchYears(): Promise<void> {
    this.state = 'coming';
    try {
      for (const year of boot.years.slice(this.#trail.shelves.length)) {
        const [catalogue, spelling] = await Promise.all([
          read<Catalogue>(year.catalogue),
          read<Spelling>(year.spelling),
        ]);
        this.#add(shelfOf(catalogue, spelling));
      }
      this.state = 'whole';
      this.firstKeys = this.find('', {}, 0, 0).nextKeys;
      this.#warmUp();
    } catch {
      this.state = 'failed';
    }
    this.#grown();
  }

  /** A page of the announcements that keys and choices lead to. */
  find(keys: string, choices: Choices, first: number, count: number): Found {
    this.#trail = follow(this.#trail, keys);
    return find(this.#trail, { ...choices, among: boot.categories }, { now: listingMoment(), first, count });
  }

  /** Lets the browser compile what a tap runs before anybody taps: the first tap among 20,000 took three times as long. */
  #warmUp(): void {
    for (const key of 'abcdefgh') this.find(`z${key}`, {}, 0, 12);
  }

  #add(shelf: Shelf): void {
    this.#trail = trailOf([...this.#trail.shelves, shelf], '');
    this.#grown();
  }
}

/** The trail of other keys, by as few steps as lead there. */
function follow(trail: Trail, keys: string): Trail {
  let at = trail;
  while (keys.slice(0, at.keys.length) !== at.keys) at = at.before!;
  return keys.slice(at.keys.length).split('').reduce(tap, at);
}

const read = async <T>(path: string): Promise<T> =>
  JSON.parse(textOf((await get(boot.base + path, TIMEOUT, LARGEST_FILE)).bytes)) as T;
