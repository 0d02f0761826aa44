import { barriersOn } from './axe.ts';
import { expect, TENDER, TENDER_PAGE, test, type KioskId, type Visitor } from './kiosk.ts';

/** Views beside those that kiosk-touch measures and has axe look at. */
const VIEWS: readonly { name: string; open: (visitor: Visitor) => Promise<void>; sign: string }[] = [
  { name: 'the areas', open: ({ page }) => page.locator('[data-regions]').tap(), sign: '.choices button' },
  { name: 'a category', open: ({ page }) => page.locator('[data-category=land]').tap(), sign: '.row' },
  { name: 'the openings', open: ({ page }) => page.locator('[data-openings]').tap(), sign: '.row' },
  { name: 'the open calls', open: ({ page }) => page.locator('[data-open-calls]').tap(), sign: '.row' },
  {
    name: 'an announcement with a wide table',
    open: async (visitor) => {
      const cells = '<td>很长的内容很长的内容</td>'.repeat(14);
      const html = visitor.server.read(TENDER_PAGE);
      const table = `$&<table><tr>${cells}</tr></table>`;
      visitor.server.texts.set(TENDER_PAGE, html.replace('<div class="words">', table));
      await visitor.type('2026031');
      await visitor.openRow(TENDER);
    },
    sign: '.wide-table',
  },
  {
    name: 'an announcement that does not come',
    open: async (visitor) => {
      await visitor.type('2026031');
      visitor.server.fault = { of: TENDER_PAGE, by: '500' };
      await visitor.page.locator('.row', { hasText: TENDER }).tap();
      await expect(visitor.page.locator('.say')).toContainText('取不到');
    },
    sign: '.say',
  },
];

for (const kiosk of ['hall-1', 'hall-2'] as const satisfies readonly KioskId[]) {
  for (const { name, open, sign } of VIEWS) {
    test(`at ${kiosk} axe objects to nothing in ${name}, in the usual size and in 大字`, async ({
      visitor,
    }) => {
      await visitor.comeTo(kiosk);
      await open(visitor);
      await expect(visitor.page.locator(sign).first()).toBeVisible();
      expect(await barriersOn(visitor.page, ['color-contrast-enhanced'])).toEqual([]);
      await visitor.touch('大字');
      await expect(visitor.page.locator(sign).first()).toBeVisible();
      expect(await barriersOn(visitor.page, ['color-contrast-enhanced'])).toEqual([]);
    });
  }

  test(`at ${kiosk} axe objects to nothing when the server has been away and the data are old`, async ({
    visitor,
  }) => {
    await visitor.comeTo(kiosk);
    visitor.server.fault = { of: '', by: 'resets' };
    await visitor.pass(17 * 60);
    await expect(visitor.page.locator('html')).toHaveAttribute('data-freshness', 'late');
    expect(await barriersOn(visitor.page, ['color-contrast-enhanced'])).toEqual([]);
  });
}

test('what a kiosk shows without a script has nothing that axe objects to', async ({ page, server }) => {
  const address = server.addressOf('hall-1');
  // Axe is a script itself: what a browser shows that runs none is written out for it.
  await page.route(address, async (route) => {
    const printed = await (await route.fetch()).text();
    const shown = printed.replace(/<script\b.*?<\/script>/gsu, '').replace(/<\/?noscript>/gu, '');
    await route.fulfill({ body: shown, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(address);
  await expect(page.locator('[data-plain]')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});
