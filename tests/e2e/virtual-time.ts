import type { CDPSession, Page } from '@playwright/test';

/** A server that lives in the same time. */
interface Server {
  /** Its clock, in milliseconds since 1970. */
  time: number;
  /** Whether an answer is awaited that may never come. */
  readonly isHanging: boolean;
  readonly lie: unknown;
  /** Lets a server in another process know its clock. */
  tell(): Promise<void>;
  addressOf(screen: string): string;
}

/** Seconds that pass before the server in another process is told its time again. */
const STEP = 600;
/** Seconds after which a screen has given up any question. */
const GIVEN_UP = 30;

/**
 * Time of a page that passes at command and as fast as its work allows, by the browser itself: timers, `Date` and
 * `performance.now` go together, and stand still while the network is busy. A day of a screen takes ten seconds.
 */
export class VirtualTime {
  readonly #page: Page;
  readonly #server: Server;
  readonly #session: CDPSession;
  /** The server's clock less the screen's, in milliseconds. */
  readonly #ahead: number;
  #wasHanging = false;

  private constructor(page: Page, server: Server, session: CDPSession, ahead: number) {
    this.#page = page;
    this.#server = server;
    this.#session = session;
    this.#ahead = ahead;
  }

  /** Switches a screen on, when it is `at` on its own clock: the server's, unless it has lost it. */
  static async open(page: Page, server: Server, screen: string, at = server.time): Promise<VirtualTime> {
    await page.addInitScript(askPatiently, server.time - at);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setVirtualTimePolicy', { policy: 'pause', initialVirtualTime: at / 1000 });
    const time = new VirtualTime(page, server, session, server.time - at);
    const opened = page.goto(server.addressOf(screen), { waitUntil: 'commit' });
    await Promise.all([opened, time.#let(3, false)]);
    return time;
  }

  /** Lets so many seconds pass for the screen and its server. */
  async pass(seconds: number): Promise<void> {
    const { isHanging, lie } = this.#server;
    // A question to a server that hung may still be under way, and time must go on until it is given up.
    const patience = this.#wasHanging && !isHanging ? Math.min(seconds, GIVEN_UP) : 0;
    if (patience > 0) await this.#let(patience, true);
    this.#wasHanging = isHanging || (this.#wasHanging && patience < GIVEN_UP);
    await this.#ask((waits) => void Object.assign(globalThis, { waits }), !isHanging && lie === undefined);
    await this.#let(seconds - patience, isHanging);
  }

  async #let(seconds: number, isHanging: boolean): Promise<void> {
    const end = this.#server.time + seconds * 1000;
    // The browser may give a little more than it is asked for.
    for (let left = seconds; left > 0; left = (end - this.#server.time) / 1000) {
      const step = Math.min(STEP, left);
      await this.#server.tell();
      await this.#advance(step, isHanging);
      await this.#page.waitForLoadState('domcontentloaded');
      this.#server.time = (await this.#ask(() => Date.now(), undefined)) + this.#ahead;
    }
  }

  async #advance(seconds: number, isHanging: boolean): Promise<void> {
    const policy = isHanging ? 'advance' : 'pauseIfNetworkFetchesPending';
    const passed = new Promise<void>((done) =>
      this.#session.once('Emulation.virtualTimeBudgetExpired', () => done()),
    );
    await this.#session.send('Emulation.setVirtualTimePolicy', { policy, budget: seconds * 1000 });
    await passed;
  }

  /** Asks the page, again if it is loaded anew meanwhile. */
  async #ask<T, G>(question: (given: G) => T, given: G): Promise<T> {
    for (let loads = 0; ; loads++) {
      try {
        return await this.#page.evaluate(question as (given: unknown) => T, given);
      } catch (error) {
        if (loads > 5 || !String(error).includes('navigation')) throw error;
      }
    }
  }

  /** What can be read on the glass, as it stands. */
  glass(): Promise<Glass> {
    return this.#ask(() => {
      const textOf = (name: string): string => {
        const place = document.querySelector<HTMLElement>(name);
        return place && place.getClientRects().length > 0 ? place.innerText.trim() : '';
      };
      return {
        state: document.documentElement.className,
        clock: textOf('[data-clock]'),
        count: textOf('[data-count]'),
        names: Array.from(document.querySelectorAll<HTMLElement>('.row .name'))
          .filter((name) => name.getClientRects().length > 0)
          .map((name) => name.textContent.replace(/[\u200B\u2060]/gu, '').trim()),
        rows: textOf('.forms'),
        footer: `${textOf('.age')}\n${textOf('footer')}`,
        everything: textOf('main'),
        alarm: textOf('[data-alarm]'),
        now: Date.now(),
      };
    }, undefined);
  }

  /** What the page holds: bytes of its heap after a thorough collection, and counts of its document. */
  async holdings(): Promise<Holdings> {
    for (let time = 0; time < 2; time++) await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    const { documents, nodes, jsEventListeners } = await this.#session.send('Memory.getDOMCounters');
    return { heap: usedSize, documents, nodes, listeners: jsEventListeners };
  }
}

/**
 * Time stands still until an answer has come whole to the browser, but not until the page has read it: on a busy
 * machine minutes go by meanwhile. So a page of a server that is well waits as long as it takes, and the server's clock
 * in the answer is that of the moment at which it has been read.
 */
function askPatiently(ahead: number): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const { signal, ...rest } = init ?? {};
    const isPatient = (globalThis as { waits?: boolean }).waits ?? true;
    const answer = await fetch(input, { ...rest, signal: isPatient ? null : (signal ?? null) });
    const bytes = await answer.arrayBuffer();
    const headers = new Headers(answer.headers);
    headers.set('Date', new Date(Date.now() + ahead).toUTCString());
    return new Response(bytes, { status: answer.status, headers });
  };
}

export interface Glass {
  /** Classes of the page: live, late, stale, quiet, suspended. */
  state: string;
  clock: string;
  count: string;
  /** What the rows are called. */
  names: readonly string[];
  rows: string;
  footer: string;
  everything: string;
  /** The 紧急 that stands before everything. */
  alarm: string;
  /** By the page's clock, in milliseconds since 1970. */
  now: number;
}

export interface Holdings {
  heap: number;
  documents: number;
  nodes: number;
  listeners: number;
}
