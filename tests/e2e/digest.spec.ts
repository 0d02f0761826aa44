import { digestOf } from '../../src/core/handout/digest.ts';
import { shellPage } from '../../src/core/handout/shell.ts';
import { presentEdition } from '../../src/cli/edition.ts';
import { serveOnePage } from '../../src/cli/one-page.ts';
import { announcementPath } from '../../src/site/address.ts';
import { barriersOn } from './axe.ts';
import { test as base, expect } from './base.ts';

const DIGEST = digestOf(presentEdition()!, '2026-11-20', announcementPath);

/** The page that a clerk copies a digest from, as the command serves it. */
const test = base.extend<object, { address: string }>({
  address: [
    async ({}, use) => {
      const server = await serveOnePage(shellPage(DIGEST, '/home/clerk/digest-2026-11-20.png'));
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

test('a button copies the digest with its styles, and as plain text beside it', async ({
  page,
  context,
  address,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  await page.getByRole('button', { name: '复制图文' }).click();
  await expect(page.getByRole('status')).toHaveText('已经复制，可以去粘贴了。');
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item!.getType(type)).text()));
  });
  expect(text!.replaceAll('\r\n', '\n')).toBe(DIGEST.text);
  for (const words of ['style="font-size:16px', 'src="data:image/png;base64,', DIGEST.html.slice(90, 160)])
    expect(html).toContain(words);
  await page.getByRole('button', { name: '复制纯文字' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('原文链接：');
});

test('where the browser does not allow it, all is selected and the keys are told, by keyboard alone', async ({
  page,
  address,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined, configurable: true });
  });
  await page.goto(address);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '复制图文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('内容已经选中，请按 Ctrl+C');
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected.replace(/\s/gu, '')).toContain(DIGEST.text.slice(0, 40).replace(/\s/gu, ''));
  expect(selected).not.toContain('复制图文');
});

for (const width of [390, 1440])
  test(`the page has no barrier and nothing is wider than it at ${width} pixels`, async ({
    page,
    address,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
