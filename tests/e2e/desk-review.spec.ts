import type { Page } from '@playwright/test';
import type { Draft } from '../../src/core/desk/api.ts';
import { barriersOn } from './axe.ts';
import { expect, lay, reach, test } from './desk.ts';
import type { DeskStub } from './desk-stub.ts';

const tender = { category: 'construction', type: '招标公告' };
const POINTS = ['标题与文号', '时间', '金额与单位', '附件与隐私'];

const submitted: Partial<Draft> = {
  ...{ title: '沿江路改造', phase: 'submitted', author: { id: 'chen', name: '陈经办' } },
  ...{ hasOriginal: true, body: '本工程已批准建设。\n' },
  answers: {
    ...{ 标题: '沿江路改造', 项目编号: 'GM-JS-2026-112', 预算金额: '358.6万元', 联系人: '李工' },
    ...{ 投标截止: '2026-12-25 09:30', 标段: [{ 编号: '01', 名称: '一标段' }] },
  },
  files: [{ name: 'a.pdf', label: '招标文件', bytes: 9000, sha256: 'ab'.repeat(32), findings: [] }],
};

const open = async (page: Page, desk: DeskStub): Promise<void> => {
  lay(desk, tender, submitted);
  await page.goto(desk.address);
  await page.goto(new URL('#/review/d1', desk.address).href);
  await page.getByRole('heading', { level: 1, name: '沿江路改造' }).waitFor();
};

const tickAll = async (page: Page): Promise<void> => {
  for (const name of POINTS) await page.getByLabel(`${name}：看过，没有问题`).check();
};

const approve = (page: Page) => page.getByRole('button', { name: '通过', exact: true });

test.beforeEach(({ desk }) => {
  desk.hasLacks = false;
});

test('四样都勾了才能通过；最后一级通过就发布，看得见做到哪一步', async ({ desk, page }) => {
  const asked: unknown[] = [];
  desk.before = (call, body) => void (call.endsWith('/approve') && asked.push(body));
  await open(page, desk);
  await expect(approve(page)).toBeDisabled();
  await expect(page.getByText('还没有勾：标题与文号、时间、金额与单位、附件与隐私。')).toBeVisible();
  await tickAll(page);
  await approve(page).click();
  await expect(page.getByText('已经通过。')).toBeVisible();
  await expect(page.getByRole('region', { name: '发布到哪一步' })).toContainText('网站正在更新。');
  await expect(page.getByRole('region', { name: '发布回执' })).toContainText('陈经办');
  expect(asked).toEqual([{ digest: '1'.padStart(64, '0'), ticks: ['title', 'times', 'amounts', 'files'] }]);
});

test('还有下一级的，通过以后说等下一位', async ({ desk, page }) => {
  desk.facts = { ...desk.facts, levels: 2 };
  await open(page, desk);
  await expect(page.getByText('这是第 1 级审核，共 2 级；还要下一级通过。')).toBeVisible();
  await tickAll(page);
  await approve(page).click();
  await expect(page.getByText('已经通过：要 2 位，已有 1 位。')).toBeVisible();
  await page.getByRole('link', { name: '回到工作台' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
});

test('退回要写理由，哪一栏要改可以标出来', async ({ desk, page }) => {
  await open(page, desk);
  const back = page.getByRole('button', { name: '退回', exact: true });
  await expect(back).toBeDisabled();
  await page.getByRole('button', { name: '要改：预算金额' }).click();
  await page.getByLabel('预算金额要怎么改').fill('批复是 385.6 万元');
  await tickAll(page);
  await expect(approve(page)).toBeDisabled();
  await page.getByLabel('退回的理由').fill('金额不对');
  await back.click();
  await expect(page.getByText('已经退回给陈经办。')).toBeVisible();
  expect(desk.drafts.get('d1')).toMatchObject({
    ...{ phase: 'returned', reason: '金额不对' },
    returnedFields: [{ label: '预算金额', reason: '批复是 385.6 万元' }],
  });
});

test('看的时候改过了，不会通过：换成新的一份，说改了什么，重新勾', async ({ desk, page }) => {
  await open(page, desk);
  await tickAll(page);
  const before = desk.drafts.get('d1')!;
  desk.drafts.set('d1', { ...before, rev: 2, answers: { ...before.answers, 预算金额: '385.6万元' } });
  await approve(page).click();
  const told = page.getByRole('region', { name: '您看的时候改过了' });
  await expect(told.getByRole('row', { name: '预算金额 358.6万元 385.6万元' })).toBeVisible();
  await expect(approve(page)).toBeDisabled();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('region', { name: '金额与单位' })).toContainText('385.6');
  expect(desk.drafts.get('d1')!.phase).toBe('submitted');
});

test('不能审的说为什么，没有按钮', async ({ desk, page }) => {
  desk.office.review = { whyNot: '自己写的，要请别人审核。' };
  await open(page, desk);
  await expect(page.getByText('自己写的，要请别人审核。')).toBeVisible();
  for (const name of ['通过', '退回', '要改：标题'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('发布时间过了的、检查没过的，先说清楚再按', async ({ desk, page }) => {
  desk.office.review = {
    publishes: { kind: 'late', at: '2026-11-22T09:00', words: '写的发布时间过了，改成通过的那一分钟。' },
  };
  desk.checked = {
    findings: [{ code: 'D104', severity: 'error', message: '少于 20 日', field: '投标截止' }],
  };
  await open(page, desk);
  await expect(page.getByRole('region', { name: '通过' })).toContainText('改成通过的那一分钟。');
  await tickAll(page);
  await expect(page.getByText('检查还有要改的，不能通过。')).toBeVisible();
  await expect(approve(page)).toBeDisabled();
});

test('比上次退回改过的栏看得出来', async ({ desk, page }) => {
  desk.office.review = { changes: [{ label: '预算金额', before: '3586000元', after: '358.6万元' }] };
  await open(page, desk);
  await expect(page.getByRole('row', { name: '预算金额 3586000元 358.6万元' })).toBeVisible();
  await expect(page.locator('.line-changed')).toHaveText(/预算金额\s*358\.6万元\s*改过/u);
});

test('原件和网页对照着看；原件里的东西不会动', async ({ desk, page }) => {
  desk.office.original = {
    name: '招标公告.docx',
    html: `<p id="said">${'招标条件。'.repeat(400)}</p><img src="x" onerror="document.body.dataset.ran = 1"><script>document.body.dataset.ran = 1</script>`,
  };
  await open(page, desk);
  await page.getByLabel('对照原件').check();
  const original = page.frameLocator('iframe[title="原件：招标公告.docx"]');
  await expect(original.locator('#said')).toContainText('招标条件。');
  await expect(page.frameLocator('iframe[title="网页"]').getByText('样子 /preview-page')).toBeVisible();
  await expect(original.locator('body')).not.toHaveAttribute('data-ran');
  // As high as what stands in it, so that one scroll moves both.
  const isCut = await original.locator('html').evaluate((html) => html.scrollHeight > html.clientHeight + 1);
  expect(isCut).toBe(false);
});

test('别人已经办了的，说没有这一份', async ({ desk, page }) => {
  await page.goto(desk.address);
  await page.goto(new URL('#/review/none', desk.address).href);
  await expect(page.getByRole('alert')).toContainText('没有这一份待审核的公告。');
});

test('审核的一页 axe 没有话说，放大到两倍、在手机上也不用左右拖', async ({ desk, page }) => {
  desk.office.review = { changes: [{ label: '预算金额', before: '3586000元', after: '358.6万元' }] };
  desk.office.original = { name: '招标公告.docx', html: '<p>招标条件</p>' };
  await open(page, desk);
  await page.getByRole('button', { name: '要改：预算金额' }).click();
  for (const [width, height] of [
    [1366, 768],
    [683, 384],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByLabel('对照原件').check();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, String(width)).toBeLessThanOrEqual(0);
  }
  // What stands in the frames is the site's own page, which has tests of its own.
  await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
  expect(await barriersOn(page)).toEqual([]);
});

test('只用键盘，审核一份并通过', async ({ desk, page }) => {
  await open(page, desk);
  for (const name of POINTS) {
    await reach(page, new RegExp(`^${name}：看过`, 'u'));
    await page.keyboard.press('Space');
  }
  await reach(page, /^通过$/u);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已经通过。')).toBeVisible();
});
