import { instantAt } from '../../src/core/announcement/instant.ts';
import { expect, test } from './lobby.ts';
import { at, ROOM, write } from './reading.ts';

const SCREEN = 'lobby-a';
const GLASS = '[data-bids]';

test('bids are on the board as they are read out, from the hour of the opening until its end', async ({
  page,
  server,
  hall,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/live/')) asked.push(new URL(request.url()).pathname);
  });
  server.time = at('09:57');
  write(server, { starts: instantAt(at('09:00')) });
  await hall.open(SCREEN);
  await hall.pass(150);
  expect(asked).toEqual([]);
  expect(await page.locator('main').textContent()).not.toContain('示例甲');

  await hall.passUntilIn('main', '已唱 2 / 共 4 家');
  const glass = page.locator(GLASS);
  expect(await glass.innerText()).toContain('1248.60');
  expect(await glass.innerText()).toContain('示例丙建筑集团公司\n待唱标');
  expect(await page.locator('main').textContent()).not.toMatch(/1239|1260/u);
  expect(await glass.innerText()).toContain('按唱标顺序，不是评标结果');
  expect(new Set(asked)).toEqual(new Set([`/live/${ROOM}.json`]));

  write(server, { read: 3 });
  await hall.pass(10);
  await hall.passUntilIn('main', '1239.97');
  await expect(page.locator('.current')).toContainText('示例丙建筑集团公司');

  write(server, { read: 4, ended: instantAt(server.time) });
  await hall.pass(12);
  await expect(glass).toBeHidden();
  for (let round = 0; round < 20; round++) {
    await hall.pass(8);
    await expect(glass).toBeHidden();
  }
});

test('a name with a script in it is shown as its letters', async ({ page, server, hall }) => {
  server.time = at('10:05');
  write(server, {
    rows: [
      ['<script>alert(1)</script>', '1'],
      ['<img src=x onerror=alert(2)>', '2'],
    ],
  });
  await hall.open(SCREEN);
  await hall.passUntilIn('main', '<script>alert(1)</script>');
  expect(await page.locator(`${GLASS} :is(script, img)`).count()).toBe(0);
});

const BAD: readonly (readonly [what: string, text: string])[] = [
  ['is malformed', '{"schema":1,'],
  ['is a login page', '<!doctype html><p>请先登录</p>'],
  ['is huge', `{"schema":1${' '.repeat(5 * 2 ** 20)}}`],
];

for (const [what, text] of BAD)
  test(`a table that ${what} leaves the board as it was`, async ({ page, server, hall }) => {
    server.time = at('10:05');
    server.write(`live/${ROOM}.json`, text);
    await hall.open(SCREEN);
    const counts = new Set<string>();
    for (let round = 0; round < 12; round++) {
      await hall.pass(8);
      counts.add(await hall.count());
      await expect(page.locator(GLASS)).toBeHidden();
    }
    expect(counts.size).toBeGreaterThan(1);
  });

test('of another room, another announcement, another day or in time to come nothing is shown', async ({
  page,
  server,
  hall,
}) => {
  server.time = at('10:05');
  await hall.open(SCREEN);
  for (const more of [
    { room: 'kb301' },
    { announcement: 'gm-js-2026-012-tender' },
    { starts: instantAt(at('10:00') - 86_400_000) },
    { starts: instantAt(at('12:00')) },
  ]) {
    write(server, more);
    await hall.pass(64);
    await expect(page.locator(GLASS)).toBeHidden();
    expect(await page.locator('main').textContent()).not.toContain('示例甲');
  }
});

test('a player that has lost its clock shows no bids and asks for none', async ({ page, server, hall }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/live/')) asked.push(request.url());
  });
  server.time = at('10:05');
  write(server);
  await server.fail('dead');
  await server.recover();
  server.lie = '500';
  await hall.open(SCREEN, '1970-01-01T00:00:00Z');
  await hall.pass(64);
  expect(asked).toEqual([]);
  await expect(page.locator(GLASS)).toBeHidden();
});
