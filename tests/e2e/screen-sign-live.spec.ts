import { instantAt } from '../../src/core/announcement/instant.ts';
import { expect, test } from './lobby.ts';
import { write } from './reading.ts';

/** In the sample bids are opened in 301 at half past nine. */
const at = (time: string): number => Date.parse(`2026-11-26T${time}:00+08:00`);
const OPENING = {
  room: 'kb301',
  announcement: 'gm-js-2026-034-tender',
  starts: instantAt(at('09:30')),
} as const;

test('a door sign shows what is read out behind it at once, follows it, and is a sign again at the end', async ({
  page,
  server,
  hall,
}) => {
  server.time = at('09:28');
  write(server, OPENING);
  await hall.open('door-301');
  await hall.pass(90);
  expect(await page.locator('main').textContent()).not.toContain('示例甲');

  const glass = page.locator('[data-bids]');
  await hall.passUntilIn('main', '已唱 2 / 共 4 家');
  await expect(glass).toContainText('示例丙建筑集团公司');
  expect(await page.locator('main').textContent()).not.toMatch(/1239|1260/u);
  await expect(page.locator('.state')).toBeHidden();

  write(server, { ...OPENING, read: 3 });
  await hall.pass(12);
  await expect(page.locator('.current')).toContainText(/示例丙建筑集团公司\s*1239\.97\s*180/u);

  write(server, { ...OPENING, read: 4, ended: instantAt(server.time) });
  await hall.pass(12);
  await expect(glass).toBeHidden();
  await expect(page.locator('.state')).toBeVisible();
});
