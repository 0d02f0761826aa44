import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import type { Boot } from '../../src/core/display/boot.ts';
import { feedPath, type Feed, type Head } from '../../src/core/display/feed.ts';
import { readSettings } from '../../src/settings.ts';
import { basePath } from '../../src/site/address.ts';

export { expect } from '@playwright/test';

/** Ways in which a server fails a screen; each looks different on the wire. */
export type Lie =
  | 'dead'
  | 'hangs'
  | 'resets'
  | '500'
  | '404'
  | 'html'
  | 'redirect'
  | 'truncated'
  | 'huge'
  | 'newer schema'
  | 'empty list'
  | 'wrong hash'
  | 'older seq';

/** A web server of the hall: serves the finished site, publishes, dies and lies at command, and has a clock of its own. */
export class HallServer {
  /** Its clock, in milliseconds since 1970. */
  time = Date.parse('2026-11-22T09:10:00+08:00');
  lie: Lie | undefined;
  readonly #dir = readSettings().outDir;
  readonly #published = new Map<string, string>();
  #server: Server | undefined;
  #port = 0;

  async start(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response));
    await new Promise<void>((done) => server.listen(this.#port, '127.0.0.1', done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }

  async fail(lie: Lie): Promise<void> {
    if (lie === 'dead') await this.stop();
    else this.lie = lie;
  }

  async recover(): Promise<void> {
    this.lie = undefined;
    if (!this.#server) await this.start();
  }

  addressOf(screen: string): string {
    return `http://127.0.0.1:${this.#port}${basePath()}display/${screen}/`;
  }

  /** The text of a file of the site, as it is published now. */
  read(path: string): string {
    return this.#published.get(path) ?? readFileSync(join(this.#dir, path), 'utf8');
  }

  write(path: string, text: string): void {
    this.#published.set(path, text);
  }

  headOf(screen: string): Head {
    return JSON.parse(this.read(`display/${screen}/head.json`)) as Head;
  }

  feedOf(screen: string): Feed {
    return JSON.parse(this.read(join(`display/${screen}`, this.headOf(screen).feed.path))) as Feed;
  }

  /** Publishes another feed for a screen, an hour after the last. */
  publish(screen: string, change: (feed: Feed) => Feed, more: Partial<Head> = {}): void {
    const last = this.headOf(screen);
    const text = JSON.stringify(change(this.feedOf(screen)));
    const sha256 = createHash('sha256').update(text).digest('hex');
    const { items } = JSON.parse(text) as Feed;
    const feed = {
      path: feedPath(screen, sha256),
      sha256,
      bytes: Buffer.byteLength(text),
      items: items.length,
    };
    this.write(join(`display/${screen}`, feed.path), text);
    this.write(
      `display/${screen}/head.json`,
      JSON.stringify({ ...last, seq: last.seq + 10000, feed, ...more }),
    );
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request
      .url!.slice(basePath().length)
      .replace(/\?.*$/u, '')
      .replace(/(^|\/)$/u, '$1index.html');
    response.setHeader('Date', new Date(this.time).toUTCString());
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Content-Type', path.endsWith('.html') ? 'text/html; charset=utf-8' : typeOf(path));
    let text: string;
    try {
      text = this.read(path);
    } catch {
      return void response.writeHead(404).end();
    }
    if (this.lie !== undefined && path.startsWith('display/') && path.endsWith('.json')) {
      return this.#tell(this.lie, path, text, request, response);
    }
    response.end(text);
  }

  #tell(lie: Lie, path: string, text: string, request: IncomingMessage, response: ServerResponse): void {
    if (lie === 'hangs') return;
    if (lie === 'resets') return void response.write(text.slice(0, 20), () => request.socket.destroy());
    if (lie === '500' || lie === '404') return void response.writeHead(Number(lie)).end(text);
    if (lie === 'html') return void response.setHeader('Content-Type', 'text/html').end('<p>请先登录</p>');
    if (lie === 'redirect') return void response.writeHead(302, { Location: '/login' }).end();
    if (lie === 'truncated') return void response.end(text.slice(0, text.length / 2));
    if (lie === 'huge') return void response.end(text + ' '.repeat(5 * 2 ** 20));
    if (!path.endsWith('head.json')) return void response.end(text);
    const head = JSON.parse(text) as Head;
    if (lie === 'newer schema') return void response.end(JSON.stringify({ ...head, schema: 2 }));
    response.end(JSON.stringify({ ...head, ...this.#misleading(lie, head) }));
  }

  /** A pointer that is sound in itself, and leads to what must not be shown. */
  #misleading(lie: Lie, head: Head): Partial<Head> {
    const { items } = this.feedOf(head.screen);
    const wrong = items.slice(0, 1).map((item) => ({ ...item, title: '错误的公告' }));
    const text = JSON.stringify({
      schema: 1,
      screen: head.screen,
      items: lie === 'empty list' ? [] : wrong,
      leftOut: 0,
    });
    const sha256 = createHash('sha256')
      .update(lie === 'wrong hash' ? '' : text)
      .digest('hex');
    const feed = {
      path: feedPath(head.screen, sha256),
      sha256,
      bytes: Buffer.byteLength(text),
      items: lie === 'empty list' ? items.length : 1,
    };
    this.write(join(`display/${head.screen}`, feed.path), text);
    return { feed, seq: lie === 'older seq' ? head.seq - 1 : head.seq + 1 };
  }
}

/** The real web server of the project, in a process of its own that can be killed or stopped. */
export class WebServer {
  time = Date.now();
  lie = undefined;
  #port = 0;
  #process: ChildProcess | undefined;

  async start(): Promise<void> {
    const env = { ...process.env, PORT: String(this.#port) };
    const child = spawn(process.execPath, ['src/cli/main.ts', 'serve'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    this.#port = await new Promise<number>((done, fail) => {
      child.once('exit', () => fail(new Error('the web server ended')));
      child.stdout.on('data', (text: Buffer) => {
        const port = /:(\d+)\//u.exec(String(text))?.[1];
        if (port) done(Number(port));
      });
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  addressOf(screen: string): string {
    return `http://localhost:${this.#port}${basePath()}display/${screen}/`;
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.endsWith('.json') ? 'application/json; charset=utf-8' : 'image/svg+xml';
}

/** Seconds. */
const STEP = 8;

/** A screen in the hall: a browser whose time passes at command, and whose traffic is watched. */
export class HallScreen {
  readonly page: Page;
  readonly server: Pick<HallServer, 'time' | 'lie' | 'addressOf'>;
  readonly errors: string[] = [];
  #underWay = 0;

  constructor(page: Page, server: HallScreen['server']) {
    this.page = page;
    this.server = server;
    page.on('request', () => this.#underWay++);
    page.on('requestfinished', () => this.#underWay--);
    page.on('requestfailed', () => this.#underWay--);
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** Switches the screen on. Its clock is the server's unless it has lost it. */
  async open(screen: string, clock: string | number = this.server.time): Promise<void> {
    await this.page.clock.install({ time: clock });
    await this.page.goto(this.server.addressOf(screen));
    await this.settle();
  }

  /** Lets time pass for both, in steps shorter than the page waits for an answer and than it shows a page. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP) {
      const step = Math.min(STEP, left) * 1000;
      this.server.time += step;
      await this.page.clock.runFor(step);
      if (this.server.lie !== 'hangs') await this.settle();
    }
  }

  /** Lets so much time pass that each timer rings once. */
  async jump(minutes: number): Promise<void> {
    this.server.time += minutes * 60_000;
    await this.page.clock.fastForward(minutes * 60_000);
    if (this.server.lie !== 'hangs') await this.settle();
  }

  /** Waits until the page has asked, received and understood: a feed is asked for only after its pointer. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await expect.poll(() => this.#underWay, { intervals: [5, 10, 20] }).toBe(0);
      await this.page.evaluate(() => Promise.resolve());
    }
  }

  async boot(): Promise<Boot> {
    return JSON.parse((await this.page.locator('#boot').textContent())!) as Boot;
  }

  /** The rows as one reads them. */
  rows(): Promise<string> {
    return this.page.locator('[data-list]').innerText();
  }

  count(): Promise<string> {
    return this.page.locator('[data-count]').innerText();
  }

  footer(): Promise<string> {
    return this.page.locator('footer').innerText();
  }

  /** Lets time pass until a page of the round is shown. */
  async turnTo(count: string): Promise<void> {
    for (let seconds = 0; seconds < 200 && (await this.count()) !== count; seconds += STEP) {
      await this.pass(STEP);
    }
    expect(await this.count()).toBe(count);
  }

  /** Lets time pass until a text is among the rows, but no longer than the next question and the page then shown last. */
  async passUntilShown(text: string): Promise<void> {
    for (let seconds = 0; seconds < 72 + 30 && !(await this.rows()).includes(text); seconds += STEP) {
      await this.pass(STEP);
    }
    expect(await this.rows()).toContain(text);
  }
}

export const test = base.extend<{ server: HallServer; hall: HallScreen }>({
  server: async ({}, use) => {
    const server = new HallServer();
    await server.start();
    await use(server);
    await server.stop();
  },
  hall: async ({ page, server }, use) => {
    const screen = new HallScreen(page, server);
    await use(screen);
    expect(screen.errors).toEqual([]);
  },
});
