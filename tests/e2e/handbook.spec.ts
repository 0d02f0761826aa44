import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

test('a clerk finds the handbook on the site map, away from what readers come for, with its contents and its pictures', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('contentinfo').getByRole('link', { name: '站点地图' }).click();
  await page.getByRole('main').getByRole('link', { name: '经办人手册' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('经办人手册');
  const contents = page.getByRole('navigation', { name: '目录' }).getByRole('link');
  await expect(contents).toHaveCount(12);
  await contents.filter({ hasText: '七、不能做的事' }).click();
  await expect(page.getByRole('heading', { name: '七、不能做的事' })).toBeInViewport();
  const pictures = page.locator('.handbook img');
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveJSProperty('complete', true);
    await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
    await expect(picture).toHaveAttribute('alt', /\p{Script=Han}{4}/u);
  }
  await expect(page.locator('.handbook')).not.toContainText('<!--');
});

test('the handbook leads to the fields of a type and to the page of a rule', async ({ page, siteUrl }) => {
  await page.goto('handbook/');
  await page.getByRole('link', { name: 'D104', exact: true }).first().click();
  await expect(page).toHaveURL(`${siteUrl}rules/D104/`);
  await page.goto('handbook/');
  await page.getByRole('link', { name: '栏目手册', exact: true }).first().click();
  await page.getByRole('link', { name: '矿业权出让公告', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: '土地 矿业权出让公告' })).toBeInViewport();
});

test('the handbook fits a small telephone and axe objects to nothing in it', async ({ page }) => {
  // The tables of codes have a thousand cells, each of which axe looks at.
  test.slow();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('handbook/');
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  expect(await barriersOn(page)).toEqual([]);
});
