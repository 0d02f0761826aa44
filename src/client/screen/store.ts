import { parseFeed, parseHead, type Feed, type Head } from '../../core/screen/browser/feed.ts';
import { sha256 } from './sha256.ts';

/** Data that was found good: a pointer and the feed it points to. */
export interface Copy {
  head: Head;
  feed: Feed;
}

/** What is stored of it: the texts as they came, under their hash. */
interface Texts {
  head: string;
  feed: string;
}

/** Least time between two notes of the last check, in milliseconds: flash memory wears out. */
const NOTE_EVERY = 5 * 60_000;

/**
 * The last good copies on disk, for a start without the server. Two slots are written in turn, so that a power cut
 * in the middle of writing leaves the other. A browser that stores nothing changes nothing but this.
 */
export class Store {
  readonly #screen: string;
  readonly #slots: readonly [string, string];
  readonly #checked: string;
  #next: 0 | 1 = 0;
  #notedAt = Number.NEGATIVE_INFINITY;

  constructor(screen: string) {
    const name = `zhangbang.display.${screen}`;
    this.#screen = screen;
    this.#slots = [`${name}.a`, `${name}.b`];
    this.#checked = `${name}.checked`;
  }

  /** The newer of the sound copies. The older one's slot is written next. */
  newest(): Copy | undefined {
    const [a, b] = this.#slots.map((slot) => this.#read(slot));
    const isFirst = (a?.head.seq ?? -1) >= (b?.head.seq ?? -1);
    this.#next = isFirst ? 1 : 0;
    return isFirst ? a : b;
  }

  keep(texts: Texts): void {
    const body = JSON.stringify(texts);
    if (!this.#write(this.#slots[this.#next], hashOf(body) + body)) return;
    this.#next = this.#next === 0 ? 1 : 0;
  }

  /** When a newer copy was last looked for with success, in milliseconds since 1970. */
  lastCheck(): number | undefined {
    const time = Number(this.#get(this.#checked) ?? Number.NaN);
    return Number.isSafeInteger(time) ? time : undefined;
  }

  noteCheck(time: number): void {
    if (Math.abs(time - this.#notedAt) < NOTE_EVERY) return;
    if (this.#write(this.#checked, String(Math.round(time)))) this.#notedAt = time;
  }

  #read(slot: string): Copy | undefined {
    const text = this.#get(slot) ?? '';
    const body = text.slice(64);
    if (body === '' || hashOf(body) !== text.slice(0, 64)) return undefined;
    try {
      const texts = JSON.parse(body) as Texts;
      const head = parseHead(texts.head, this.#screen);
      return { head, feed: parseFeed(texts.feed, this.#screen, head.feed.items) };
    } catch {
      return undefined;
    }
  }

  #get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  #write(key: string, text: string): boolean {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
}

const hashOf = (text: string): string => sha256(new TextEncoder().encode(text));
