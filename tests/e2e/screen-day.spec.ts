import { instantAt, printInstant } from '../../src/core/announcement/instant.ts';
import type { Item } from '../../src/core/screen/browser/feed.ts';
import { nameOf } from '../../src/core/screen/browser/name.ts';
import { stampOf } from '../../src/core/screen/browser/words.ts';
import { test as base } from './base.ts';
import { HallProcess } from './hall-process.ts';
import { LIES, named, withItems } from './hall-server.ts';
import { expect } from './lobby.ts';
import { VirtualTime, type Glass } from './virtual-time.ts';

const SCREEN = 'lobby-b';
/** Seconds. */
const MINUTE = 60;
/** Minutes between two looks at the glass. */
const LOOK = 3;

const test = base.extend<{ server: HallProcess }>({
  server: async ({}, use) => {
    const server = new HallProcess();
    await use(server);
    await server.stop();
  },
});

// Less to paint; and a page whose time was stopped is no use to another test.
test.use({ viewport: { width: 320, height: 180 }, reuseContext: false });

/** What the server has published, by the first digits of its hash, as the footer names it. */
interface Revision {
  generated: string;
  publishedAt: number;
  names: readonly string[];
}

test('a screen started before its server, left alone for a day with every fault, shows what is current or says how old it is', async ({
  page,
  server,
}) => {
  test.slow();
  server.time = Date.parse('2026-11-23T03:40:00+08:00');
  await server.start();
  await server.stop();
  await expect(page.goto(server.addressOf(SCREEN))).rejects.toThrow('ERR_CONNECTION_REFUSED');
  await server.start();
  // The browser tries again by itself, after 1, 5, 30 seconds: a busy machine may miss the first two.
  await expect(page.locator('html')).toHaveClass(/live/, { timeout: 60_000 });

  const hall = new Day(server, await VirtualTime.open(page, server, SCREEN));
  await hall.pass(10);
  await hall.fail('dead');
  await hall.pass(3 * 60);
  await hall.recover();
  await hall.pass(70);
  for (const fault of [...LIES, 'halted'] as const) {
    hall.publish();
    await hall.fail(fault);
    await hall.pass(24);
    hall.publish();
    await hall.recover();
    await hall.pass(6);
  }
  // Nearly to the next renewal of the night, which has tests of its own.
  await hall.pass(24 * 60 - 15 - hall.minutes);
  expect(hall.fresh).toBeGreaterThan(0.4 * (hall.minutes / LOOK));
});

/** A day of one screen, looked at every three minutes. */
class Day {
  readonly #server: HallProcess;
  readonly #time: VirtualTime;
  readonly #revisions = new Map<string, Revision>();
  readonly #begun: number;
  /** When the server was last well, and since when it is; by its clock. */
  #wellAt: number;
  #wellSince: number | undefined;
  /** How often the glass was found to show what was current, with no warning. */
  fresh = 0;
  #published = 0;

  constructor(server: HallProcess, time: VirtualTime) {
    this.#server = server;
    this.#time = time;
    this.#begun = this.#wellAt = this.#wellSince = server.time;
    this.#note();
  }

  get minutes(): number {
    return (this.#server.time - this.#begun) / 60_000;
  }

  /** One announcement more, and the last one less. */
  publish(): void {
    const id = `gm-new-${(this.#published += 1)}`;
    const title = `第 ${this.#published} 份新公告`;
    const first = (items: readonly Item[]): readonly Item[] => [
      named(items[0]!, id, title),
      ...items.slice(0, -1),
    ];
    this.#server.publish(
      SCREEN,
      (feed) => withItems(feed, (items, part) => (part === 0 ? first(items) : items)),
      { generated: instantAt(this.#server.time) },
    );
    this.#note();
  }

  async fail(fault: (typeof LIES)[number] | 'halted'): Promise<void> {
    this.#wellSince = undefined;
    if (fault === 'halted') this.#server.halt();
    else await this.#server.fail(fault);
  }

  async recover(): Promise<void> {
    await this.#server.recover();
    this.#wellSince = this.#server.time;
  }

  async pass(minutes: number): Promise<void> {
    for (let left = minutes; left > 0; left -= LOOK) {
      await this.#time.pass(LOOK * MINUTE);
      if (this.#wellSince !== undefined) this.#wellAt = this.#server.time;
      this.#check(await this.#time.glass());
    }
  }

  #minutesOff({ clock }: Glass): number {
    const now = instantAt(this.#server.time).slice(11, 16);
    return Math.abs(minutesOf(clock) - minutesOf(now)) % (24 * 60 - 1);
  }

  #note(): void {
    const { feed, generated } = this.#server.headOf(SCREEN);
    this.#revisions.set(feed.sha256.slice(0, 4), {
      generated,
      publishedAt: this.#server.time,
      names: this.#server.feedOf(SCREEN).parts.flatMap(({ items }) => items.map(nameOf)),
    });
  }

  /** Everything that must be true of the glass at any moment. */
  #check(glass: Glass): void {
    const { time } = this.#server;
    const now = instantAt(time);
    const where = `${printInstant(now)}, alone ${(time - this.#wellAt) / 60_000}\n${glass.everything}`;
    const [, hash = ''] = /· ([0-9a-f]{4})$/u.exec(glass.footer) ?? [];
    const revision = this.#revisions.get(hash);
    if (!revision) throw new Error(`a revision that was never published\n${where}`);
    expect(glass.names.length, where).toBeGreaterThan(0);
    expect(revision.names, where).toEqual(expect.arrayContaining([...glass.names]));
    expect(glass.footer, where).toContain(`数据 ${stampOf(revision.generated, now)}`);
    expect(this.#minutesOff(glass), where).toBeLessThanOrEqual(1);
    const alone = (time - this.#wellAt) / 60_000;
    const warns = glass.footer.includes('没有连上服务器');
    // A question may have been under way when it failed; the mark comes after fifteen minutes, at the next whole one.
    if (alone > 17) expect(warns, where).toBe(true);
    if (alone > 123) expect(glass.state, where).toContain('stale');
    const well = this.#wellSince === undefined ? 0 : (time - this.#wellSince) / 60_000;
    if (well < LOOK) return;
    expect(warns, where).toBe(false);
    const newest = [...this.#revisions.values()].at(-1)!;
    if ((time - newest.publishedAt) / 60_000 >= LOOK) expect(revision, where).toBe(newest);
    this.fresh += 1;
  }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
