import type { CDPSession, Page } from '@playwright/test';

/** A server that lives in the same time. */
interface Server {
  /** Its clock, in milliseconds since 1970. */
  time: number;
  /** Whether an answer is awaited that may never come. */
  readonly isHanging: boolean;
  /** Lets a server in another process know its clock. */
  tell(): Promise<void>;
  addressOf(screen: string): string;
}

/** Seconds. A screen goes by its own clock while the server's, set in the middle of each step, is within two minutes. */
const STEP = 180;

/**
 * Time of a page that passes at command and as fast as its work allows, by the browser itself: timers, `Date` and
 * `performance.now` go together, and stand still while the network is busy. A day of a screen takes ten seconds.
 */
export class VirtualTime {
  readonly #page: Page;
  readonly #server: Server;
  readonly #session: CDPSession;

  private constructor(page: Page, server: Server, session: CDPSession) {
    this.#page = page;
    this.#server = server;
    this.#session = session;
  }

  /** Switches a screen on, when it is `at` on its own clock: the server's, unless it has lost it. */
  static async open(page: Page, server: Server, screen: string, at = server.time): Promise<VirtualTime> {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setVirtualTimePolicy', { policy: 'pause', initialVirtualTime: at / 1000 });
    const time = new VirtualTime(page, server, session);
    const opened = page.goto(server.addressOf(screen), { waitUntil: 'commit' });
    await Promise.all([opened, time.pass(3)]);
    return time;
  }

  /** Lets so many seconds pass for the screen and its server. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP) {
      const step = Math.min(STEP, left);
      this.#server.time += step * 500;
      await this.#server.tell();
      await this.#advance(step);
      this.#server.time += step * 500;
    }
  }

  async #advance(seconds: number): Promise<void> {
    const policy = this.#server.isHanging ? 'advance' : 'pauseIfNetworkFetchesPending';
    const passed = new Promise<void>((done) =>
      this.#session.once('Emulation.virtualTimeBudgetExpired', () => done()),
    );
    await this.#session.send('Emulation.setVirtualTimePolicy', { policy, budget: seconds * 1000 });
    await passed;
  }

  /** What can be read on the glass, as it stands. */
  glass(): Promise<Glass> {
    return this.#page.evaluate(() => {
      const textOf = (name: string): string =>
        document.querySelector<HTMLElement>(name)?.innerText.trim() ?? '';
      return {
        state: document.documentElement.className,
        clock: textOf('[data-clock]'),
        count: textOf('[data-count]'),
        rows: textOf('[data-list]'),
        footer: textOf('footer'),
        everything: textOf('main'),
        now: Date.now(),
      };
    });
  }

  /** What the page holds: bytes of its heap after a thorough collection, and counts of its document. */
  async holdings(): Promise<Holdings> {
    for (let time = 0; time < 2; time++) await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    const { documents, nodes, jsEventListeners } = await this.#session.send('Memory.getDOMCounters');
    return { heap: usedSize, documents, nodes, listeners: jsEventListeners };
  }
}

export interface Glass {
  /** Classes of the page: live, late, stale, quiet, suspended. */
  state: string;
  clock: string;
  count: string;
  rows: string;
  footer: string;
  everything: string;
  /** By the page's clock, in milliseconds since 1970. */
  now: number;
}

export interface Holdings {
  heap: number;
  documents: number;
  nodes: number;
  listeners: number;
}
