import decodeQR from 'qr/decode.js';
import { noticeDwell } from '../../src/core/screen/browser/band.ts';
import { nameOf } from '../../src/core/screen/browser/name.ts';
import { cycleOf, pagesAt } from '../../src/core/screen/browser/pages.ts';
import { partsAt } from '../../src/core/screen/browser/parts.ts';
import { loadContent } from '../../src/site/content.ts';
import { dotsOf } from './dots.ts';
import type { HallServer } from './hall-server.ts';
import { expect, test, withoutBreaks } from './lobby.ts';

const { absolute } = loadContent().edition;

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
    const parts = pages.flatMap(({ groups }) => groups.map(({ part }) => part));
    expect(new Set(parts).size).toBe(filled.length);
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

  test('a coming opening shows its day, hour and room before its project, and what is on the glass is marked in the rail', async ({
    hall,
  }) => {
    await hall.open('lobby-a');
    const row = withoutBreaks(await hall.page.locator('.row:visible').first().innerText()).replace(
      /\s+/gu,
      '',
    );
    const { room, at, ...item } = (await hall.boot()).feed.parts[0]!.items[0]!;
    const places = [`${Number(at.slice(8, 10))}日`, at.slice(11, 16), room!, nameOf(item)].map((words) =>
      row.indexOf(words.replace(/\s+/gu, '')),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await expect(hall.page.locator('.index .on').first()).toHaveText('近期开标');
    await hall.passUntil('可参与项目');
    await expect(hall.page.locator('.index .on')).toHaveText('可参与项目');
  });

  test('on the day of an opening the heading says today', async ({ hall, server }) => {
    const { at } = server.feedOf('lobby-a').parts[0]!.items[0]!;
    await hall.open('lobby-a', (server.time = Date.parse(at) - 3_600_000));
    await hall.passUntil('今日开标');
    await expect(hall.page.locator('.board .row:visible').first()).toContainText(at.slice(11, 16));
    await expect(hall.page.locator('.board .row:visible').first()).toContainText('候标');
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
  await hall.passUntilIn('.band [data-notice]', one);
  await expect(band).toContainText('1/2');
  await hall.pass(noticeDwell(one) + 1);
  await expect(band).toContainText(other);
  await hall.pass(noticeDwell(other) + 1);
  await expect(band).toContainText(one);
  const list = await hall.page.locator('.forms').boundingBox();
  await hall.jump(180);
  await hall.pass(40);
  await expect(band).toBeHidden();
  expect((await hall.page.locator('.forms').boundingBox())!.height).toBeGreaterThan(list!.height);
});

test('a notice is text, whatever stands in it', async ({ hall, server }) => {
  await hall.open('lobby-b');
  say(server, 'lobby-b', ['<img src=x onerror="document.title=1">&amp;']);
  await hall.passUntilIn('.band [data-notice]', '<img src=x onerror="document.title=1">&amp;');
  await expect(hall.page.locator('img')).toHaveCount(0);
});
