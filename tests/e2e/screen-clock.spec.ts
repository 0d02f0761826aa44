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
  await hall.pass(66);
  const time = new Date(server.time).toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
  await hall.pass(60);
  await expect(hall.page.locator('[data-clock]')).not.toHaveText('');
  expect((await hall.page.locator('[data-clock]').innerText()) >= time).toBe(true);
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
  await expect(page.locator('[data-date]')).toHaveText('11月22日 星期日');
  await context.close();
});
