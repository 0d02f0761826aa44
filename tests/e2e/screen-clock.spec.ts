import { parseBeat } from '../../src/core/screen/browser/beat.ts';
import { expect, test } from './lobby.ts';

test('a player that has lost its clock shows none and hides nothing, until the server tells the time', async ({
  hall,
  server,
}) => {
  await server.fail('500');
  await hall.open('lobby-a', '1970-01-01T00:00:00Z');
  const rows = await hall.rows();
  await expect(hall.page.locator('[data-clock]')).toHaveText('');
  await hall.turnTo((await hall.count()).replace(/^\d+/u, '1'));
  expect(await hall.rows()).toBe(rows);
  await server.recover();
  await hall.pass(72);
  const time = new Date(server.time).toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
  await hall.pass(60);
  await expect(hall.page.locator('[data-clock]')).not.toHaveText('');
  expect((await hall.page.locator('[data-clock]').innerText()) >= time).toBe(true);
});

const HOUR = 3_600_000;

test('a box whose clock is 23 hours ahead goes by the day of its source, says that its clock is wrong, and tells it', async ({
  hall,
  server,
}) => {
  const asked: string[] = [];
  hall.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/head.json')) asked.push(search);
  });
  // Device and web server are one box, and share its clock.
  server.time += 23 * HOUR;
  const status = (skewSeconds: number): void =>
    server.write(
      'mirror-status.json',
      JSON.stringify({ schema: 1, contactAt: new Date(server.time - 30_000).toISOString(), skewSeconds }),
    );
  status(-23 * 3600);
  await hall.open('lobby-a');
  // Until the first answer no skew is known; the question after it comes within 72 seconds.
  await hall.pass(72);
  await expect(hall.page.locator('[data-date]')).toHaveText('11月22日');
  await expect(hall.page.locator('[data-clock]')).toHaveText('09:11');
  expect(await hall.footer()).toContain('本机时钟快 23 小时，已按网站时间显示');
  await expect(hall.page.locator('html')).toHaveClass(/^live$/u);
  const told = parseBeat(asked.at(-1)!)!;
  expect(told.state).toBe('current');
  // The mirror reached its source half a minute before the answer, and told minutes are whole.
  expect(told.minutesAlone).toBeLessThanOrEqual(1);
  // The screen's clock also runs while a busy machine makes it wait.
  expect(Math.abs(told.skewSeconds! + 23 * 3600)).toBeLessThan(120);
  // Somebody puts the clock right: until the mirror has measured it again nobody knows whether that was so.
  server.time -= 23 * HOUR;
  await hall.page.clock.setSystemTime(server.time);
  await hall.pass(72);
  await expect(hall.page.locator('[data-clock]')).toHaveText('');
  expect(await hall.footer()).toContain('时钟不准');
  status(0);
  await hall.pass(72 + 60);
  await expect(hall.page.locator('[data-date]')).toHaveText('11月22日');
  expect(await hall.footer()).not.toMatch(/时钟/u);
});

test('the clock and the day are those of Beijing on a player set to another zone', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York' });
  const page = await context.newPage();
  await page.clock.install({ time: server.time });
  await page.goto(server.addressOf('lobby-a'));
  await expect(page.locator('[data-clock]')).toHaveText('09:10');
  await expect(page.locator('[data-date]')).toHaveText('11月22日');
  await expect(page.locator('[data-weekday]')).toHaveText('星期日');
  await context.close();
});
