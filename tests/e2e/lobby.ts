import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { noticesOn, withBand } from '../../src/core/screen/browser/band.ts';
import type { BoardBoot } from '../../src/core/screen/browser/boot.ts';
import { BREAK, JOIN } from '../../src/core/screen/browser/name.ts';
import { pagesAt, type Page as ScreenPage } from '../../src/core/screen/browser/pages.ts';
import { expect, test as base } from './base.ts';
import { HallServer } from './hall-server.ts';

export { expect };

/** Seconds. */
const STEP = 8;

/** A screen in the hall: a browser whose time passes at command, and whose traffic is watched. */
export class HallScreen {
  readonly page: Page;
  readonly server: Pick<HallServer, 'time' | 'isHanging' | 'addressOf'>;
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
      if (!this.server.isHanging) await this.settle();
    }
  }

  /** Lets so much time pass that each timer rings once. */
  async jump(minutes: number): Promise<void> {
    this.server.time += minutes * 60_000;
    await this.page.clock.fastForward(minutes * 60_000);
    if (!this.server.isHanging) await this.settle();
  }

  /** Waits until the page has asked, received and understood: a feed is asked for only after its pointer. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await expect.poll(() => this.#underWay, { intervals: [5, 10, 20] }).toBe(0);
      await this.page.evaluate(() => Promise.resolve());
    }
  }

  async boot(): Promise<BoardBoot> {
    return JSON.parse((await this.page.locator('#boot').textContent())!) as BoardBoot;
  }

  /** The rows as one reads them. */
  async rows(): Promise<string> {
    return withoutBreaks(await this.page.locator('.forms').innerText());
  }

  /** `1/3` */
  async count(): Promise<string> {
    return /\d+\/\d+/u.exec(await this.page.locator('[data-count]').innerText())?.[0] ?? '';
  }

  /** What is said of the data: at the foot, and where it is old before it. */
  async footer(): Promise<string> {
    return (await this.page.locator('.age:visible, footer').allInnerTexts()).join('\n');
  }

  /** What a phone reads in a code on the glass. */
  async scan(selector: string): Promise<string> {
    const picture = await this.page.locator(selector).screenshot();
    const { data, ...size } = await this.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
    }, picture.toString('base64'));
    return decodeQR({ ...size, data: Uint8Array.from(data) });
  }

  /** Lets time pass until a page of the round is shown. */
  async turnTo(count: string): Promise<void> {
    for (let seconds = 0; seconds < 200 && (await this.count()) !== count; seconds += STEP) {
      await this.pass(STEP);
    }
    expect(await this.count()).toBe(count);
  }

  /** Lets time pass until a round begins, however many pages it has by now. */
  async turnToFirst(): Promise<void> {
    await this.turnTo((await this.count()).replace(/^\d+/u, '1'));
  }

  /** Nothing is on the glass that was not among these rows; what tells their age may have taken the place of the last. */
  async expectAmong(rows: string): Promise<void> {
    const shown = (await this.rows()).split('\n').filter((line) => line.trim() !== '');
    expect(shown.length).toBeGreaterThan(2);
    for (const line of shown) expect(rows).toContain(line);
  }

  heading(): Promise<string> {
    return this.page.locator('[data-heading]').innerText();
  }

  /** Lets time pass until a part of the round comes on. */
  async passUntil(heading: string): Promise<void> {
    for (let seconds = 0; seconds < 200 && (await this.heading()) !== heading; seconds += STEP) {
      await this.pass(STEP);
    }
    expect(await this.heading()).toBe(heading);
  }

  /** Lets time pass until a text stands in a place, but no longer than a round and the next question. */
  async passUntilIn(place: string, text: string): Promise<void> {
    const words = (): Promise<string> => this.page.locator(place).innerText();
    for (let seconds = 0; seconds < 260 && !(await words()).includes(text); seconds += 4) await this.pass(4);
    expect(await words()).toContain(text);
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

/** What one reads: places where a line may end have no sign. */
export const withoutBreaks = (text: string): string => text.replaceAll(BREAK, '').replaceAll(JOIN, '');

/** The round with which a screen begins. */
export const pagesOf = ({ feed, layout, factor, head: { generated } }: BoardBoot): readonly ScreenPage[] =>
  pagesAt(feed, generated, {
    layout: withBand(layout, noticesOn(feed.notices, generated)),
    factor,
    generated,
  });
