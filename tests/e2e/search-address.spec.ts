import type { Page } from '@playwright/test';
import { answered, ask, catalogueFiles, json, NOW, shownIds } from './search-page.ts';
import { expect, test } from './site.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

/** Notes from now on what the status line says; the function gives it all, in order. */
async function noteStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const status = document.querySelector('[role=status]')!;
    new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test('an address brings back the whole question', async ({ page }) => {
  await page.goto('search/?q=%E5%85%AC%E5%91%8A&category=construction&scope=all&in=title&page=2');
  await answered(page);
  await expect(page.getByRole('searchbox')).toHaveValue('公告');
  await expect(page.getByRole('checkbox', { name: '建设工程' })).toBeChecked();
  await expect(page.getByLabel('全部年份')).toBeChecked();
  await expect(page.getByLabel('同时搜索正文')).not.toBeChecked();
  await expect(page.getByRole('status')).toContainText('第 2 页');
  const ids = await shownIds(page);
  expect(ids.length).toBeGreaterThan(0);
  const catalogue = catalogueFiles().map((name) =>
    json<{ id: string[]; title: string[]; category: number[]; terms: string[] }>(`data/${name}`),
  );
  const right = catalogue.flatMap(({ id, title, category, terms }) =>
    id.filter((_, row) => title[row]!.includes('公告') && terms[category[row]!] === 'construction'),
  );
  expect(ids.every((id) => right.includes(id))).toBe(true);
  await expect(page.getByRole('status')).toContainText(`共 ${right.length} 条`);
});

test('asking puts the question into the address, the focus on the results, and says their number once', async ({
  page,
}) => {
  await page.goto('search/');
  const said = await noteStatus(page);
  await ask(page, '污水');
  await expect(page).toHaveURL(/\/search\/\?q=%E6%B1%A1%E6%B0%B4$/u);
  await expect(page.locator('#results-heading')).toBeFocused();
  await expect(page).toHaveTitle(/^“污水”_搜索/u);
  expect((await said()).filter((words) => words.startsWith('共'))).toHaveLength(1);
});

test('the back button brings back the question before, and forward the one after', async ({ page }) => {
  await page.goto('search/');
  await ask(page, '明城镇');
  const first = await shownIds(page);
  await ask(page, '更合镇');
  const second = await shownIds(page);
  expect(second).not.toEqual(first);
  await page.goBack();
  await answered(page);
  await expect(page.getByRole('searchbox')).toHaveValue('明城镇');
  expect(await shownIds(page)).toEqual(first);
  await page.goForward();
  await expect(page.getByRole('searchbox')).toHaveValue('更合镇');
  await answered(page);
  expect(await shownIds(page)).toEqual(second);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('#results')).toBeHidden();
});

test('the answer to an earlier question never replaces that to a later one', async ({ page }) => {
  await page.goto('search/');
  const said = await noteStatus(page);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/rows.json*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('searchbox').fill('营业执照');
  await page.getByRole('searchbox').press('Enter');
  await page.getByLabel('同时搜索正文').uncheck();
  await ask(page, '明城镇');
  const second = await page.getByRole('status').textContent();
  release();
  // This one waits for the same files, after the first.
  await page.getByLabel('同时搜索正文').check();
  await ask(page, '授权书');
  const third = await page.getByRole('status').textContent();
  expect((await said()).filter((words) => words.startsWith('共'))).toEqual([second, third]);
});

test('two visits fetch the same addresses: nothing carries the time', async ({ page }) => {
  const visit = async (): Promise<string[]> => {
    const asked: string[] = [];
    const note = (request: { url(): string }): number => asked.push(request.url());
    page.on('request', note);
    await page.goto('search/?q=%E6%B1%A1%E6%B0%B4');
    await answered(page);
    await page.waitForLoadState('networkidle');
    page.off('request', note);
    return asked.toSorted();
  };
  expect(await visit()).toEqual(await visit());
});
