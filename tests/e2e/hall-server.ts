import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { countItems, feedPath, type Feed, type Head, type Item } from '../../src/core/screen/browser/feed.ts';
import { readSettings } from '../../src/settings.ts';
import { servedBase } from '../../src/cli/served-base.ts';

/** Ways in which a server fails a screen; each looks different on the wire. */
export const LIES = [
  'dead',
  'hangs',
  'slow',
  'resets',
  '500',
  '404',
  'html',
  'redirect',
  'truncated',
  'huge',
  'newer schema',
  'empty list',
  'broken items',
  'wrong hash',
  'older seq',
  'from the future',
] as const;

export type Lie = (typeof LIES)[number];

/** A web server of the hall: serves the finished site, publishes, dies and lies at command, and has a clock of its own. */
export class HallServer {
  /** Its clock, in milliseconds since 1970. */
  time = Date.parse('2026-11-22T09:10:00+08:00');
  lie: Lie | undefined;
  /** Is told of every question, as the log of a web server is. */
  answered: (url: string) => void = () => undefined;
  readonly #dir = readSettings().outDir;
  /** What was published since the site was built, by path. */
  readonly published = new Map<string, string>();
  #server: Server | undefined;
  port = 0;

  async start(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response));
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.port = (server.address() as AddressInfo).port;
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

  /** Whether a question waits for ever, or longer than a screen does. */
  get isHanging(): boolean {
    return this.lie === 'hangs' || this.lie === 'slow';
  }

  /** A server of this process knows already. */
  tell(): Promise<void> {
    return Promise.resolve();
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
    return `http://127.0.0.1:${this.port}${servedBase()}display/${screen}/`;
  }

  /** The text of a file of the site, as it is published now. */
  read(path: string): string {
    return this.published.get(path) ?? readFileSync(join(this.#dir, path), 'utf8');
  }

  write(path: string, text: string): void {
    this.published.set(path, text);
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
    const feed = {
      path: feedPath(screen, sha256),
      sha256,
      bytes: Buffer.byteLength(text),
      items: countItems((JSON.parse(text) as Feed).parts),
    };
    this.write(join(`display/${screen}`, feed.path), text);
    this.write(
      `display/${screen}/head.json`,
      JSON.stringify({ ...last, seq: last.seq + 10000, feed, ...more }),
    );
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request
      .url!.slice(servedBase().length)
      .replace(/\?.*$/u, '')
      .replace(/(^|\/)$/u, '$1index.html');
    this.answered(request.url!);
    response.setHeader('Date', new Date(this.time).toUTCString());
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Content-Type', path.endsWith('.html') ? 'text/html; charset=utf-8' : typeOf(path));
    if (path.endsWith('.woff2')) return void response.end(readFileSync(join(this.#dir, path)));
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
    // The page's time runs faster than the wire's: it has given up long before.
    if (lie === 'slow') return void setTimeout(() => response.end(text), 300);
    if (lie === 'resets') return void response.write(text.slice(0, 20), () => request.socket.destroy());
    if (lie === '500' || lie === '404') return void response.writeHead(Number(lie)).end(text);
    if (lie === 'html') return void response.setHeader('Content-Type', 'text/html').end('<p>请先登录</p>');
    if (lie === 'redirect') return void response.writeHead(302, { Location: '/login' }).end();
    if (lie === 'truncated') return void response.end(text.slice(0, text.length / 2));
    if (lie === 'huge') return void response.end(text + ' '.repeat(5 * 2 ** 20));
    if (!path.endsWith('head.json')) return void response.end(text);
    const head = JSON.parse(text) as Head;
    if (lie === 'newer schema')
      return void response.end(JSON.stringify({ ...head, schema: head.schema + 1 }));
    response.end(JSON.stringify({ ...head, ...this.#misleading(lie, head) }));
  }

  /** A pointer that is sound in itself, and leads to what must not be shown. */
  #misleading(lie: Lie, head: Head): Partial<Head> {
    const feedAtHand = this.feedOf(head.screen);
    const [first] = feedAtHand.parts[0]!.items;
    const wrong = { ...first!, title: lie === 'broken items' ? '' : '错误的公告' };
    const text = JSON.stringify(withItems(feedAtHand, () => (lie === 'empty list' ? [] : [wrong])));
    const sha256 = createHash('sha256')
      .update(lie === 'wrong hash' ? '' : text)
      .digest('hex');
    const feed = {
      path: feedPath(head.screen, sha256),
      sha256,
      bytes: Buffer.byteLength(text),
      items: lie === 'empty list' ? 5 : feedAtHand.parts.length,
    };
    this.write(join(`display/${head.screen}`, feed.path), text);
    const generated = lie === 'from the future' ? '2030-01-01T00:00:00+08:00' : head.generated;
    return { feed, generated, seq: lie === 'older seq' ? head.seq - 20_000 : head.seq + 1 };
  }
}

/** A feed with other items in each part. */
export const withItems = (
  feed: Feed,
  change: (items: readonly Item[], part: number) => readonly Item[],
): Feed => ({
  ...feed,
  parts: feed.parts.map((part, index) => ({ ...part, items: change(part.items, index) })),
});

/** A feed with one more item, the first that one sees. */
export const withNew = (feed: Feed, title: string): Feed =>
  withItems(feed, (items, part) => (part === 0 ? [named(items[0]!, 'gm-new', title), ...items] : items));

/** An item under another title, which is all of its name. */
export function named({ short: _, breaks: __, ...item }: Item, id: string, title: string): Item {
  return { ...item, id, title };
}

/** The real web server of the project, in a process of its own that can be killed or halted. Its clock stands at `time`. */
export class WebServer {
  time = Date.parse('2026-11-22T09:10:00+08:00');
  isHanging = false;
  #port = 0;
  #process: ChildProcess | undefined;

  async start(): Promise<void> {
    const served = [String(this.#port), String(this.time)];
    const child = spawn(process.execPath, ['tests/e2e/serve-at.ts', ...served], {
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

  async kill(): Promise<void> {
    const child = this.#process!;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Lets the process stand still as it is, with its port open. */
  async halt(): Promise<void> {
    this.isHanging = this.#process!.kill('SIGSTOP');
  }

  /** Lets a halted process go on, and starts a dead one anew. */
  async recover(): Promise<void> {
    if (this.isHanging) this.isHanging = !this.#process!.kill('SIGCONT');
    else await this.start();
  }

  addressOf(screen: string): string {
    return `http://localhost:${this.#port}${servedBase()}display/${screen}/`;
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (path.endsWith('.woff2')) return 'font/woff2';
  return path.endsWith('.json') ? 'application/json; charset=utf-8' : 'image/svg+xml';
}
