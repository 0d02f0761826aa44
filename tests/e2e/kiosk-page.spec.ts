import { gzipSync } from 'node:zlib';
import { expect, test } from './kiosk.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says so and lists what can still be joined, with its dates', async ({ page, server }) => {
    server.calm();
    await page.goto(server.addressOf('hall-1'));
    await expect(page.locator('[data-plain] > p').first()).toContainText('JavaScript');
    await expect(page.locator('[data-plain] li').first()).toContainText(
      /文件获取结束\s+2026年11月23日\s+投标截止\s+2026年12月11日（星期五）09:30/u,
    );
  });
});

/** Milliseconds at CPU ×6; 600 to 800 on a machine that does nothing else. */
const FIRST_PAINT = 2500;

test('the script of a kiosk is small, and it stands on the glass soon on a slow box', async ({ visitor }) => {
  const { page } = visitor;
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(visitor.server.addressOf('hall-1'));
  await visitor.ready();
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  );
  const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  console.log(`kiosk: script ${bytes} bytes packed, first paint ${Math.round(painted)} ms at CPU ×6`);
  await device.detach();
  expect(bytes).toBeLessThanOrEqual(20 * 1024);
  expect(painted).toBeLessThanOrEqual(FIRST_PAINT);
});
