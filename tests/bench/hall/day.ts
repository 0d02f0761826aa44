import type { Browser } from '@playwright/test';
import { instantAt } from '../../../src/core/announcement/instant.ts';
import { seqOf } from '../../../src/core/screen/browser/feed.ts';
import { healthOf, isWell } from '../../../src/core/health/health.ts';
import { parseLine, type Heard } from '../../../src/core/health/log.ts';
import { LIES } from '../../e2e/hall-server.ts';
import { HallServer } from '../../e2e/hall-server.ts';
import { VirtualTime } from '../../e2e/virtual-time.ts';
import { judge, type Diary, type Uses, type Verdict } from './judge.ts';
import { feedOf, firstRevision, nextRevision, type Revision } from './plan.ts';
import { record, taken, type Seen } from '../../e2e/glass-recorder.ts';

/** A screen of the hall, and how its glass is read. */
export interface Glass extends Uses {
  id: string;
  /** Of a sign the label of its room. */
  room?: string;
  size: { width: number; height: number };
}

/** What goes wrong: a server that fails in each of its ways, and a box whose mirror has lost its source. */
const FAULTS = [...LIES.filter((lie) => lie !== 'slow'), 'mirror'] as const;

const MINUTE = 60;
/** The working day, from the end of the quiet hours on. */
const FROM = Date.parse('2026-11-23T07:46:00+08:00');
const UNTIL = Date.parse('2026-11-23T18:00:00+08:00');
/** A fault that nobody sees to until after lunch; the others last as long as a glass may say nothing, and some more. */
const LONG = { from: Date.parse('2026-11-23T11:50:00+08:00'), minutes: 140 } as const;
const SHORT = 19;

/** One working day of one screen, with so many openings and every fault in turn. */
export class HallDay {
  readonly #server = new HallServer();
  readonly #glass: Glass;
  readonly #diary: Diary = { published: [], cut: [] };
  readonly #seen: Seen[] = [];
  readonly #heard: Heard[] = [];
  readonly #silentHealth: string[] = [];
  #revision: Revision;
  #seq: { seq: number; at: number };
  #time: VirtualTime | undefined;
  #mirrorAt: number | undefined;

  private constructor(glass: Glass, openings: number) {
    this.#glass = glass;
    this.#revision = firstRevision(openings);
    this.#server.time = FROM;
    this.#seq = { seq: this.#server.headOf(glass.id).seq, at: FROM };
    this.#server.answered = (url) => this.#hear(url);
  }

  static async live(browser: Browser, glass: Glass, openings: number): Promise<Verdict> {
    const day = new HallDay(glass, openings);
    await day.#server.start();
    const page = await browser.newPage({ viewport: glass.size });
    try {
      await record(page);
      day.#publish(day.#revision);
      day.#time = await VirtualTime.open(page, day.#server, glass.id);
      const take = async (): Promise<void> => void day.#seen.push(...(await taken(page)));
      await day.#whole(take);
      const verdict = judge(day.#seen, day.#diary, glass);
      verdict.silent.push(...day.#silentHealth);
      return verdict;
    } finally {
      await page.close();
      await day.#server.stop();
    }
  }

  async #whole(take: () => Promise<void>): Promise<void> {
    const pass = async (minutes: number): Promise<void> => {
      for (let left = minutes; left > 0; left -= 1) {
        this.#keepMirror();
        await this.#time!.pass(MINUTE);
        this.#askHealth();
      }
      await take();
    };
    await pass(8);
    let number = 0;
    while (this.#server.time < UNTIL) {
      this.#publish(nextRevision(this.#revision, this.#server.time));
      await pass(5);
      const isLong =
        this.#server.time >= LONG.from &&
        !this.#diary.cut.some(({ from, until }) => until - from > 3_600_000);
      await this.#fail(FAULTS[number % FAULTS.length]!);
      number += 1;
      await pass(isLong ? LONG.minutes : SHORT);
      if (number % 2 === 0) this.#publish(nextRevision(this.#revision, this.#server.time));
      await this.#recover();
      await pass(6);
    }
  }

  #publish(revision: Revision): void {
    const { id, room } = this.#glass;
    const generated = instantAt(this.#server.time);
    this.#revision = revision;
    this.#seq = { seq: seqOf(generated), at: this.#server.time };
    this.#server.publish(id, feedOf(revision, room), { generated, seq: this.#seq.seq });
    const openings = revision.openings.filter((item) => room === undefined || item.room === room);
    this.#diary.published.push({ at: this.#server.time, revision: { ...revision, openings } });
  }

  async #fail(fault: (typeof FAULTS)[number]): Promise<void> {
    this.#diary.cut.push({ from: this.#server.time, until: Infinity });
    if (fault === 'mirror') this.#mirrorAt = this.#server.time;
    else await this.#server.fail(fault);
  }

  async #recover(): Promise<void> {
    this.#mirrorAt = undefined;
    await this.#server.recover();
    this.#diary.cut.at(-1)!.until = this.#server.time;
  }

  /** A box that is well has just reached its source. */
  #keepMirror(): void {
    const contactAt = new Date(this.#mirrorAt ?? this.#server.time).toISOString();
    this.#server.write('mirror-status.json', JSON.stringify({ contactAt, skewSeconds: 0 }));
  }

  /** What the log of the server keeps of a question. */
  #hear(url: string): void {
    const now = new Date(this.#server.time);
    const [, day, month, year, time] = /, (\d\d) (\w{3}) (\d{4}) ([\d:]{8}) GMT/u.exec(now.toUTCString())!;
    const heard = parseLine(
      `127.0.0.1 - - [${day!}/${month!}/${year!}:${time!} +0000] "GET ${url} HTTP/1.1" 200 1`,
    );
    if (heard) this.#heard.push(heard);
  }

  /** The report must not say that all is well of a glass that has been alone for half an hour and more. */
  #askHealth(): void {
    const { id } = this.#glass;
    const now = this.#server.time;
    const cut = this.#diary.cut.find(({ from, until }) => from <= now && now < until);
    if (!cut || now - cut.from < 32 * 60_000) return;
    const expected = {
      folder: 'display',
      id,
      name: id,
      seq: this.#seq.seq,
      publishedAt: this.#seq.at,
    } as const;
    if (healthOf([expected], this.#heard, now).every(isWell))
      this.#silentHealth.push(`the report says that all is well at ${instantAt(now).slice(11, 16)}`);
  }
}
