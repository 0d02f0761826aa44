import { instantAt, type Instant } from '../../core/announcement/instant.ts';

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

  /** Data made at this moment is being shown: it cannot be earlier now. */
  showing(generated: Instant): void {
    this.#dataAt = Math.max(this.#dataAt, Date.parse(generated));
  }

  /** Server's clock less the device's, in milliseconds; nothing before the server has told. */
  skew(): number | undefined {
    return this.#server === undefined ? undefined : this.#server + performance.now() - Date.now();
  }

  /** Milliseconds since 1970, or nothing when nobody trustworthy has told. */
  now(): number | undefined {
    if (this.#standing !== undefined) return this.#standing + performance.now();
    const device = Date.now();
    const server = this.#server === undefined ? undefined : this.#server + performance.now();
    const time = server === undefined || Math.abs(server - device) <= TOLERATED ? device : server;
    const since = time - this.#dataAt;
    return since >= EARLIEST && since <= (server === undefined ? LATEST : LATEST_TOLD) ? time : undefined;
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
