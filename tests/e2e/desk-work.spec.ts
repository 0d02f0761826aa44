import type { DraftSummary } from '../../src/core/desk/api.ts';
import { barriersOn } from './axe.ts';
import { expect, lay, test } from './desk.ts';

const tender = { category: 'construction', type: '招标公告' };
const one = (part: Partial<DraftSummary>): DraftSummary => ({
  ...{ key: 'x', title: '沿江路改造', ...tender, phase: 'submitted', approvals: 0 },
  ...{ author: { id: 'chen', name: '陈经办' }, changedAt: '2026-11-22T08:50:00+08:00', ...part },
});

test('待我审核的点开就是审核，退回的说为什么，等待发布的说几点', async ({ desk, page }) => {
  lay(desk, tender, { title: '沿江路改造', phase: 'submitted' });
  desk.work = {
    ...desk.work,
    toReview: [one({ key: 'd1' })],
    returned: [one({ title: '退回的', phase: 'returned', reason: '金额不对' })],
    waiting: [one({ title: '等着的', phase: 'approved', at: '2026-12-01T09:00:00+08:00' })],
  };
  await page.goto(desk.address);
  await expect(page.getByRole('region', { name: '退回给我' })).toContainText('退回的理由：金额不对');
  await expect(page.getByRole('region', { name: '等待发布' })).toContainText('到 12月1日 09:00 发布');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('region', { name: '待我审核' }).getByRole('link', { name: '沿江路改造' }).click();
  await expect(page.getByRole('region', { name: '标题与文号' })).toBeVisible();
});

test('工作台自己更新，不用刷新', async ({ desk, page }) => {
  await page.clock.install();
  await page.goto(desk.address);
  await expect(page.getByRole('region', { name: '网站状态' })).toContainText('正常');
  desk.work = {
    ...desk.work,
    toReview: [one({})],
    site: {
      ...{ state: 'failed', words: '09:12 的更新没有成功。', details: '第 12 行', findings: [] },
    },
  };
  await page.clock.runFor(15_000);
  await expect(page.getByRole('region', { name: '待我审核' })).toContainText('沿江路改造');
  const site = page.getByRole('region', { name: '网站状态' });
  await expect(site).toContainText('没有更新');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await site.getByRole('button', { name: '复制给技术人员' }).click();
  await expect(site).toContainText('已经复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('第 12 行');
  desk.isAway = true;
  await page.clock.runFor(15_000);
  await expect(page.getByRole('alert')).toContainText('办事台没有回应。');
  desk.isAway = false;
  await page.clock.runFor(15_000);
  await expect(page.getByRole('region', { name: '待我审核' })).toBeVisible();
});
