import { expect, NOON, TENDER, test } from './kiosk.ts';

test('a kiosk says how long its server has been away, and when its data have grown old', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  await visitor.comeTo('hall-1');
  const age = page.locator('[data-age]');
  await expect(age).toHaveText('数据更新 09:00');
  server.fault = { of: '', by: 'resets' };
  await visitor.pass(17 * 60);
  await expect(age).toHaveText(/数据更新 09:00，已 1\d 分钟没有连上服务器，可能不是最新/u);
  await expect(page.locator('html')).toHaveAttribute('data-freshness', 'late');
  server.fault = undefined;
  server.time = NOON + 4 * 24 * 3_600_000;
  await page.clock.setSystemTime(server.time);
  await visitor.pass(60);
  await expect(age).toHaveText('数据更新 11月22日 09:00，之后没有更新，可能不是最新，请以网站为准');
});

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

test('a clock that cannot be trusted closes nothing and counts no days', async ({ visitor }) => {
  const { page, server } = visitor;
  server.time = Date.parse('1970-01-01T08:00:00+08:00');
  await page.clock.install({ time: server.time });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(server.addressOf('hall-1'));
  await visitor.ready();
  await expect(page.locator('[data-clock]')).toHaveText('');
  await visitor.type('2026031');
  await expect(page.locator('.row', { hasText: TENDER })).toContainText('12月8日 09:30 截止');
  await expect(page.locator('.tag-open')).toHaveCount(0);
  await visitor.openRow(TENDER);
  await expect(page.locator('.paper')).toContainText('本机的钟不准');
});

test('on a plain-http address of the house a kiosk works the same', async ({ visitor }) => {
  await visitor.comeTo('hall-1', '0.0.0.0');
  expect(await visitor.page.evaluate(() => isSecureContext)).toBe(false);
  await visitor.type('zbgg');
  await expect(visitor.page.locator('.row').first()).toContainText('招标公告');
});
