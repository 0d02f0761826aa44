import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const TENDER = 'announcements/gm-js-2026-031-tender/';

const rootSize = (page: Page): Promise<number> =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));

test('长辈模式 is entered and left by its link, without loading anew, and stays from page to page', async ({
  page,
}) => {
  await page.goto('./');
  const size = await rootSize(page);
  await page.getByRole('link', { name: '长辈模式', exact: true }).click();
  expect(await rootSize(page)).toBeCloseTo(size * 1.25, 2);
  const leave = page.getByRole('link', { name: '退出长辈模式', exact: true });
  await expect(leave).toBeFocused();
  await page.goto(TENDER);
  expect(await rootSize(page)).toBeCloseTo(size * 1.25, 2);
  await leave.press('Enter');
  expect(await rootSize(page)).toBe(size);
  await page.reload();
  expect(await rootSize(page)).toBe(size);
});

test('an address with care=1 opens in 长辈模式 and is remembered; care=0 ends it', async ({ page }) => {
  await page.goto(`${TENDER}?care=1`);
  await expect(page.locator('html')).toHaveAttribute('data-care', 'on');
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-care', 'on');
  await page.goto('./?care=0');
  await page.goto(TENDER);
  await expect(page.locator('html')).toHaveAttribute('data-care', 'off');
});

test('the first paint is in 长辈模式 already, and nothing moves after it', async ({ page }) => {
  await page.goto('./?care=1');
  await page.addInitScript(() => {
    const seen: { care: (string | undefined)[]; shift: number } = { care: [], shift: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (document.body) seen.care.push(document.documentElement.dataset['care']);
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(TENDER);
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { care: (string | undefined)[]; shift: number } }).seen,
  );
  expect(seen.care.length).toBeGreaterThan(0);
  expect(new Set(seen.care)).toEqual(new Set(['on']));
  expect(seen.shift).toBeLessThanOrEqual(0.01);
});

test('in 长辈模式 the things one presses are 60 px high, and the lines stand apart', async ({ page }) => {
  await page.goto(`${TENDER}?care=1`);
  const heights = await page
    .locator('.site-header nav a, .care-tools a:visible, .crumbs a, .site-footer nav a, main button:visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(10);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(60);
  const { size, leading } = await page.locator('.words').evaluate((words) => {
    const { fontSize, lineHeight } = getComputedStyle(words);
    return { size: Number.parseFloat(fontSize), leading: Number.parseFloat(lineHeight) };
  });
  expect(leading / size).toBeCloseTo(1.9, 2);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no link promises a mode that cannot come', async ({ page }) => {
    await page.goto('./?care=1');
    await expect(page.locator('.care-tools a:visible, .care-tools button:visible')).toHaveCount(0);
  });
});

/** A device with one voice, or with none, that notes what it is asked to say. */
const speakWith = (page: Page, lang: string): Promise<unknown> =>
  page.addInitScript((language) => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => (language === '' ? [] : [{ lang: language, name: language }]),
        cancel: () => spoken.push('cancelled'),
        speak: ({ text }: { text: string }) => spoken.push(text),
      },
    });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }, lang);

test('朗读 reads the page from its heading on, where there is a Chinese voice', async ({ page }) => {
  await speakWith(page, 'zh-CN');
  await page.goto(TENDER);
  const button = page.locator('[data-read-aloud]');
  await expect(button).toBeHidden();
  await page.getByRole('link', { name: '长辈模式', exact: true }).click();
  await button.click();
  await expect(button).toHaveText('停止朗读');
  const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  const title = (await page.locator('h1').innerText()).trim();
  expect(spoken.slice(spoken.indexOf(title))).toContain('公告正文');
  expect(spoken).toContain(title);
  await button.click();
  await expect(button).toHaveText('朗读');
});

for (const lang of ['', 'en-US', 'ja-JP']) {
  test(`朗读 is not offered by a device whose only voice is “${lang}”`, async ({ page }) => {
    await speakWith(page, lang);
    await page.goto(`${TENDER}?care=1`);
    await expect(page.locator('html')).toHaveAttribute('data-care', 'on');
    await expect(page.locator('[data-read-aloud]')).toBeHidden();
  });
}
