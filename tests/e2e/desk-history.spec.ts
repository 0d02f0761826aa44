import { barriersOn } from './axe.ts';
import { expect, test } from './desk.ts';

const ID = 'gm-js-2026-900-tender';
const at = '2026-11-20T09:00:00+08:00';
const wang = { id: 'wang', name: '王审核' };

test.beforeEach(({ desk }) => {
  desk.office.history = [
    { at, actor: wang, words: '第一级审核通过', fields: [] },
    { at, words: '送审', fields: [{ label: '预算金额', before: '3586000元', after: '358.6万元' }] },
  ];
  desk.hits = [
    {
      ...{ code: 'GM-JS-2026-900', title: '沿江路改造', category: 'construction' },
      announcements: [{ id: ID, type: '招标公告', publishedAt: at }],
      next: [
        { type: '中标候选人公示', related: ID },
        { type: '更正公告', related: ID },
      ],
    },
  ];
});

test('从项目里找到一份公告的历史，照这一版写更正', async ({ desk, page }) => {
  await page.goto(desk.address);
  await page.getByRole('link', { name: '写公告' }).first().click();
  await page.getByLabel('项目名称、编号，或者拼音首字母').fill('沿江路');
  await page.getByRole('link', { name: '招标公告 11月20日 09:00' }).click();
  await expect(page.getByRole('row', { name: '预算金额 3586000元 358.6万元' })).toBeVisible();
  await expect(page.getByText('第一级审核通过')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await expect(page.getByRole('button', { name: /恢复|撤销|改回/u })).toHaveCount(0);
  await page.getByRole('button', { name: '照这一版写更正' }).click();
  await expect(page.locator('.draft-type')).toHaveText('更正公告');
  expect([...desk.drafts.values()][0]).toMatchObject({ type: '更正公告', related: ID });
});

test('今日已发布的，点标题看历史，点网页到网站上', async ({ desk, page }) => {
  desk.work = { ...desk.work, publishedToday: [{ id: ID, title: '沿江路改造', at }] };
  await page.goto(desk.address);
  await expect(page.getByRole('link', { name: /看网页/u })).toHaveAttribute(
    'href',
    `https://ggzy.example.cn/announcements/${ID}/`,
  );
  await page.getByRole('link', { name: '沿江路改造', exact: true }).click();
  await expect(page.getByRole('region', { name: '历史' })).toContainText('王审核');
});

test('还没有发布的，只有经过，没有更正可写', async ({ desk, page }) => {
  desk.hits = [];
  await page.goto(desk.address);
  await page.goto(new URL('#/history/d1', desk.address).href);
  await expect(page.getByText('第一级审核通过')).toBeVisible();
  await expect(page.getByRole('button', { name: '照这一版写更正' })).toHaveCount(0);
});
