import { expect, NOON, test } from './kiosk.ts';

test('a kiosk of a box whose mirror has lost its source says how long, until the mirror has it again', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  const contact = (at: number): void =>
    void server.texts.set('mirror-status.json', JSON.stringify({ contactAt: new Date(at).toISOString() }));
  contact(NOON - 30 * 60_000);
  await visitor.comeTo('hall-1');
  const age = page.locator('[data-age]');
  await expect(age).toHaveText(/数据更新 09:00，已 30 分钟没有连上服务器，可能不是最新/u);
  contact(NOON);
  await visitor.pass(65);
  await expect(age).toHaveText('数据更新 09:00');
});

test('a kiosk of a box whose clock is three hours behind goes by its source and says so', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  const contactAt = new Date(NOON).toISOString();
  server.texts.set('mirror-status.json', JSON.stringify({ contactAt, skewSeconds: 3 * 3600 }));
  await visitor.comeTo('hall-1');
  await visitor.pass(65);
  await expect(page.locator('[data-age]')).toHaveText('数据更新 09:00，本机时钟慢 3 小时，已按网站时间显示');
  await expect(page.locator('[data-clock]')).toHaveText(/^11月22日 星期日 15:0[01]$/u);
});

test('on a plain-http address of the house a kiosk works the same', async ({ visitor }) => {
  await visitor.comeTo('hall-1', '0.0.0.0');
  expect(await visitor.page.evaluate(() => isSecureContext)).toBe(false);
  await visitor.type('zbgg');
  await expect(visitor.page.locator('.row').first()).toContainText('招标公告');
});
