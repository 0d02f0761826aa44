import { instantAt, type Instant } from '../../core/announcement/instant.ts';
import type { BoxWord } from './box.ts';

const MINUTE = 60_000;

/** The device's clock is followed as long as it is this close to the server's. */
const TOLERATED = 2 * MINUTE;

/** A clock that is behind its data, or without a server much ahead of it, is wrong. */
const EARLIEST = -5 * MINUTE;
const LATEST = 72 * 60 * MINUTE;
/** A server may be the box itself, with the same wrong clock: nobody's data is a year old. */
const LATEST_TOLD = 366 * 24 * 60 * MINUTE;

/** The time, where it can be known: cheap players have no battery for their clock and wake up in 1970. */
export class Clock {
  /** Server's clock less the time since the page began, in milliseconds. */
  #server: number | undefined;
  /** The source's clock less that of the server, where that is a box; `lost` where nobody can tell. */
  #ofSource: BoxWord['skew'] = 0;
  #dataAt: number;
  /** The moment at which a sample site stands, less the time since the page began. */
  readonly #standing: number | undefined;

  constructor(generated: Instant, standsAt?: Instant) {
    this.#dataAt = Date.parse(generated);
    if (standsAt !== undefined) this.#standing = Date.parse(standsAt) - performance.now();
  }

  /** Takes note of the `Date` of an answer that has just arrived. */
  heard(date: string | null): void {
    const time = date === null ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(time)) this.#server = time - performance.now();
  }

  /** Takes note of what the mirror of the box has found out about its clock, which device and server share. */
  correct(skew: BoxWord['skew']): void {
    this.#ofSource = skew;
  }

  /** Data made at this moment is being shown: it cannot be earlier now. */
  showing(generated: Instant): void {
    this.#dataAt = Math.max(this.#dataAt, Date.parse(generated));
  }

  /** The best time known less the device's, in milliseconds; nothing before anybody has told. */
  skew(): number | undefined {
    const told = this.#told();
    return told === undefined ? undefined : told - Date.now();
  }

  /** Milliseconds since 1970, or nothing when nobody trustworthy has told. */
  now(): number | undefined {
    if (this.#standing !== undefined) return this.#standing + performance.now();
    if (this.#ofSource === 'lost') return undefined;
    const device = Date.now();
    const told = this.#told();
    const time = told === undefined || Math.abs(told - device) <= TOLERATED ? device : told;
    const since = time - this.#dataAt;
    return since >= EARLIEST && since <= (told === undefined ? LATEST : LATEST_TOLD) ? time : undefined;
  }

  /** The time of the source, as far as server and box know it. */
  #told(): number | undefined {
    if (this.#server === undefined || this.#ofSource === 'lost') return undefined;
    return this.#server + performance.now() + this.#ofSource;
  }
}

const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'long' });

/** A moment in Beijing, whatever zone the device believes to be in. */
export const toInstant = instantAt;

/** `11月23日 星期一` */
export function dayOf(time: number): string {
  const [, month, day] = toInstant(time).slice(0, 10).split('-').map(Number);
  return `${month!}月${day!}日 ${weekday.format(time)}`;
}
