import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { noticeDwell } from '../../src/core/screen/browser/band.ts';
import type { Boot } from '../../src/core/screen/browser/boot.ts';
import { cycleOf, pagesAt } from '../../src/core/screen/browser/pages.ts';
import { partsAt } from '../../src/core/screen/browser/parts.ts';
import { cutsAt } from '../../src/core/screen/browser/strip.ts';
import { loadContent } from '../../src/site/content.ts';
import type { HallServer } from './hall-server.ts';
import { expect, test } from './lobby.ts';

const { absolute } = loadContent().edition;

/** The picture of a page or of a place on it, dot by dot. */
async function dotsOf(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const picture = (await page.screenshot({ clip })).toString('base64');
  const bare = await page.context().newPage();
  const { width, height, data } = await bare.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return {
      width: image.width,
      height: image.height,
      data: Array.from(context.getImageData(0, 0, image.width, image.height).data),
    };
  }, picture);
  await bare.close();
  return { width, height, data: Uint8ClampedArray.from(data) };
}

for (const [screen, viewport] of [
  ['lobby-a', { width: 1920, height: 1080 }],
  ['lobby-b', { width: 1080, height: 1920 }],
] as const) {
  test(`every part of ${screen} comes on in its turn under its heading, and the round is over in three minutes`, async ({
    hall,
  }) => {
    await hall.page.setViewportSize(viewport);
    await hall.open(screen);
    const { feed, layout, factor, head } = await hall.boot();
    const pages = pagesAt(feed, head.generated, { layout, factor, generated: head.generated });
    expect(cycleOf(pages)).toBeLessThanOrEqual(180);
    const filled = partsAt(feed, head.generated).filter(({ items }) => items.length > 0);
    expect(filled.length).toBeGreaterThan(1);
    expect(new Set(pages.map(({ part }) => part)).size).toBe(filled.length);
    for (const heading of new Set(pages.map((page) => page.heading))) await hall.passUntil(heading);
  });
}

test.describe('lobby-a', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('its code can be read from the glass and leads to the site', async ({ hall }) => {
    await hall.open('lobby-a');
    const box = (await hall.page.locator('.rail .qr').boundingBox())!;
    expect(decodeQR(await dotsOf(hall.page, box))).toBe(absolute());
    await expect(hall.page.locator('.rail')).toContainText('手机扫码看全部公告');
  });

  test('an opening shows its room before its title, and what is on the glass is marked in the rail', async ({
    hall,
  }) => {
    await hall.open('lobby-a');
    const row = (await hall.page.locator('.row:visible').first().innerText()).replace(/\s+/gu, '');
    const { title, detail, at } = (await hall.boot()).feed.parts[0]!.items[0]!;
    const places = [at.slice(11, 16), detail!, title].map((words) => row.indexOf(words.replace(/\s+/gu, '')));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await expect(hall.page.locator('.index .on')).toHaveText('近期开标');
    await hall.passUntil('可参与项目');
    await expect(hall.page.locator('.index .on')).toHaveText('可参与项目');
  });

  test('on the day of an opening the heading says today', async ({ hall, server }) => {
    const { at } = server.feedOf('lobby-a').parts[0]!.items[0]!;
    await hall.open('lobby-a', (server.time = Date.parse(at) - 3_600_000));
    await hall.passUntil('今日开标');
    await expect(hall.page.locator('.row:visible .when').first()).toContainText(at.slice(11, 16));
  });
});

const say = (server: HallServer, screen: string, texts: readonly string[]): void =>
  server.publish(screen, (feed) => ({
    ...feed,
    notices: texts.map((text, index) => ({
      id: `gm-notice-${index}`,
      text,
      from: '2026-11-22T09:00:00+08:00',
      until: '2026-11-22T12:00:00+08:00',
    })),
  }));

test('a notice turns the page at once, stays on every page, takes turns with another, and goes at its end', async ({
  hall,
  server,
}) => {
  const [one, other] = ['今天上午的开标改到二楼开标三室', '电梯检修，请走楼梯'];
  await hall.page.setViewportSize({ width: 1080, height: 1920 });
  await hall.open('lobby-b');
  say(server, 'lobby-b', [one, other]);
  const band = hall.page.locator('[data-band]');
  await hall.passUntilIn('[data-notice]', one);
  await expect(band).toContainText('1/2');
  await hall.pass(noticeDwell(one) + 1);
  await expect(band).toContainText(other);
  await hall.pass(noticeDwell(other) + 1);
  await expect(band).toContainText(one);
  const list = await hall.page.locator('[data-list]').boundingBox();
  await hall.jump(180);
  await hall.pass(40);
  await expect(band).toBeHidden();
  expect((await hall.page.locator('[data-list]').boundingBox())!.height).toBeGreaterThan(list!.height);
});

test('a notice is text, whatever stands in it', async ({ hall, server }) => {
  await hall.open('lobby-b');
  say(server, 'lobby-b', ['<img src=x onerror="document.title=1">&amp;']);
  await hall.passUntilIn('[data-notice]', '<img src=x onerror="document.title=1">&amp;');
  await expect(hall.page.locator('img')).toHaveCount(0);
});

test.describe('a strip of 1024×16 lamps', () => {
  test.use({ viewport: { width: 1024, height: 24 } });

  const line = '[data-line]';
  const bootOf = async (page: Page): Promise<Boot> =>
    JSON.parse((await page.locator('#boot').textContent())!) as Boot;

  test('shows one sentence after the other by hard cuts, each of whole characters within the lamps', async ({
    hall,
  }) => {
    test.slow();
    await hall.open('strip-1');
    const { feed, strip, factor, head } = await bootOf(hall.page);
    const cuts = cutsAt(feed, head.generated, { strip: strip!, factor, generated: head.generated });
    expect(cuts[0]!.kind).toBe('notice');
    expect(cycleOf(cuts)).toBeLessThanOrEqual(200);
    for (const { text } of cuts) {
      await hall.passUntilIn(line, text);
      expect(await hall.page.locator(line).evaluate((p) => getComputedStyle(p).fontSize)).toBe('16px');
      expect(await inkOutside(hall.page)).toBe(0);
    }
    await hall.passUntilIn(line, '演示数据，均为虚构');
  });

  test('says in words and by colour how old its data is', async ({ hall, server }) => {
    test.slow();
    await hall.open('strip-1');
    const colour = (): Promise<string> => hall.page.locator(line).evaluate((p) => getComputedStyle(p).color);
    await server.fail('500');
    await hall.jump(20);
    await hall.passUntilIn(line, '没有连上服务器，可能不是最新');
    expect(await colour()).toBe('rgb(255, 176, 0)');
    await hall.jump(120);
    await hall.passUntilIn(line, '请以网站为准');
    expect(await colour()).toBe('rgb(255, 128, 128)');
    await server.recover();
    await hall.pass(70);
    await expect(hall.page.locator('html')).toHaveClass(/^live$/u);
  });

  test('in quiet hours says that the hall is closed', async ({ hall, server }) => {
    await hall.open('strip-1', (server.time = Date.parse('2026-11-22T20:00:00+08:00')));
    await expect(hall.page.locator(line)).toBeHidden();
    await expect(hall.page.locator('[data-curtain=quiet]')).toContainText('非服务时间');
    expect(await inkOutside(hall.page)).toBe(0);
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('every sentence follows below the first', async ({ page, server }) => {
      await page.goto(server.addressOf('strip-1'));
      for (const { items } of server.feedOf('strip-1').parts)
        if (items[0]) await expect(page.locator('p', { hasText: items[0].title }).first()).toBeVisible();
    });
  });

  /** Lit dots below and right of the lamps; the faint edge of a comma is none. */
  async function inkOutside(page: Page): Promise<number> {
    const { width, height, data } = await dotsOf(page, { x: 0, y: 0, width: 1024, height: 24 });
    let lit = 0;
    for (let y = 16; y < height; y++)
      for (let x = 0; x < width; x++)
        if (data[(y * width + x) * 4 + 1]! > 128 || data[(y * width + x) * 4]! > 128) lit++;
    const right = await page.evaluate(() => document.querySelector('main')!.scrollWidth);
    return lit + Math.max(0, right - 1024);
  }
});
