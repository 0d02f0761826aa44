import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { readSettings } from '../../src/settings.ts';
import { servedBase } from '../../src/cli/served-base.ts';
import { headerPolicy } from '../../src/site/policy.ts';
import { expect, test as base } from './base.ts';

export { expect };

/** The moment at which visitors come: the site was built just before. */
export const NOON = Date.parse('2026-11-22T12:00:00+08:00');

/** A tender of the sample: corrected once, with two attachments and a project of several steps. */
export const TENDER = '更合镇示例圩镇污水管网完善工程施工招标公告';
export const TENDER_PAGE = 'announcements/gm-js-2026-031-tender/index.html';

/** Ways in which a server fails a kiosk. */
export type Fault = 'resets' | '500';

/** The web server beside a kiosk, with the headers that docs/deploy gives it. It fails where a test wants it to. */
export class KioskServer {
  /** Its clock, in milliseconds since 1970. */
  time = NOON;
  /** Paths below the site's root that begin so fail. */
  fault: { of: string; by: Fault } | undefined;
  /** Text in the place of files. */
  readonly texts = new Map<string, string>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '0.0.0.0', done));
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  calm(): void {
    this.time = NOON;
    this.fault = undefined;
    this.texts.clear();
  }

  addressOf(kiosk: string, host = 'localhost'): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${servedBase()}kiosk/${kiosk}/`;
  }

  read(path: string): string {
    return this.texts.get(path) ?? readFileSync(join(readSettings().outDir, path), 'utf8');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [asked = ''] = request.url!.slice(servedBase().length).split('?');
    const path = asked.replace(/(^|\/)$/u, '$1index.html');
    const { of, by } = this.fault ?? { of: 'nothing' };
    response.setHeader('Date', new Date(this.time).toUTCString());
    response.setHeader('Content-Type', `${TYPES[/\w+$/u.exec(path)![0]] ?? 'text/plain'}; charset=utf-8`);
    if (path.startsWith('kiosk/')) response.setHeader('Content-Security-Policy', headerPolicy('kiosk'));
    const fails = path.startsWith(of);
    if (fails && by === 'resets') return void request.socket.destroy();
    if (fails && by === '500') return void response.writeHead(500).end();
    try {
      response.end(this.read(path));
    } catch {
      response.writeHead(404).end();
    }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** The kiosks of the sample, and what the test must know of their glass. */
export const PANELS = {
  'hall-1': { width: 1920, height: 1080, inches: 21.5 },
  'hall-2': { width: 1080, height: 1920, inches: 32 },
} as const;

export type KioskId = keyof typeof PANELS;

/** Seconds; shorter than any time-out. */
const STEP = 5;

/** Somebody before a kiosk. */
export class Visitor {
  readonly page: Page;
  readonly server: KioskServer;
  readonly errors: string[] = [];
  #underWay = 0;

  constructor(page: Page, server: KioskServer) {
    this.page = page;
    this.server = server;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('request', () => this.#underWay++);
    page.on('requestfinished', () => this.#underWay--);
    page.on('requestfailed', () => this.#underWay--);
  }

  /** Lets time pass in which nobody touches anything; the server answers as fast as it does. */
  async pass(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += STEP) {
      await this.page.clock.runFor(STEP * 1000);
      await expect.poll(() => this.#underWay, { intervals: [0, 5, 20] }).toBe(0);
    }
  }

  /** Comes to a kiosk whose announcements are all there. */
  async comeTo(kiosk: KioskId, host?: string): Promise<void> {
    const { width, height } = PANELS[kiosk];
    await this.page.setViewportSize({ width, height });
    await this.page.clock.install({ time: this.server.time });
    await this.page.goto(this.server.addressOf(kiosk, host));
    await this.ready();
  }

  ready(): Promise<void> {
    return expect(this.page.locator('[data-all] [data-count]')).toHaveText(/\d 条/u);
  }

  touch(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).tap();
  }

  /** Touches keys of the pad where they are: that each is found and at rest is waited for once, not for each. */
  async type(keys: string): Promise<void> {
    await expect(this.page.locator(`[data-key="${keys[0]}"]`)).toBeEnabled();
    const places = await this.page.evaluate(
      (wanted) =>
        wanted.map((key) => {
          const { x, y, width, height } = document
            .querySelector(`[data-key="${key}"]`)!
            .getBoundingClientRect();
          return [x + width / 2, y + height / 2] as const;
        }),
      [...keys],
    );
    for (const [x, y] of places) await this.page.touchscreen.tap(x, y);
  }

  /** What a telephone reads from the code on the glass. */
  async readCode(): Promise<string> {
    const picture = await this.page.locator('[data-qr]').screenshot();
    const desk = await this.page.context().newPage();
    const { width, height, dark } = await desk.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        let dark = '';
        for (let at = 0; at < data.length; at += 4) dark += data[at]! < 128 ? '1' : '0';
        return { width: image.width, height: image.height, dark };
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    );
    await desk.close();
    const data = Uint8Array.from(
      dark.split('').flatMap((one) => Array<number>(4).fill(one === '1' ? 0 : 255)),
    );
    return decodeQR({ width, height, data });
  }

  /** Opens an announcement by its title and waits until it is on the glass. */
  async openRow(title: string): Promise<void> {
    await this.page.locator('.row', { hasText: title }).first().tap();
    await expect(this.page.locator('.paper > h2')).toBeVisible();
  }
}

export const test = base.extend<{ visitor: Visitor }, { server: KioskServer }>({
  server: [
    async ({}, use) => {
      const server = new KioskServer();
      await server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  hasTouch: true,
  visitor: async ({ page, server }, use) => {
    server.calm();
    const visitor = new Visitor(page, server);
    await use(visitor);
    expect(visitor.errors).toEqual([]);
  },
});
