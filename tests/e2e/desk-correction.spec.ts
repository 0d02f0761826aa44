import { barriersOn } from './axe.ts';
import { expect, lay, test } from './desk.ts';

const correction = { category: 'construction', type: '更正公告', related: 'gm-js-2026-112-tender' };

test('改投标截止，开标时间问一句就一起改；原来的值不用抄', async ({ desk, page }) => {
  desk.inForce = {
    ...{ 类别: '建设工程', 类型: '招标公告', 标题: '沿江路招标公告' },
    ...{ 投标截止: '2026-12-25 09:30', 开标时间: '2026-12-25 09:30', 预算金额: '358.6万元' },
  };
  const at = lay(desk, correction, { answers: { 关联公告: correction.related } });
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  const group = page.getByRole('group', { name: '更正内容' });
  await group.getByLabel('改哪一栏').selectOption('投标截止');
  await group.getByRole('button', { name: '加上' }).click();
  await expect(group.getByText('原：2026-12-25 09:30')).toBeVisible();
  await group.getByLabel('投标截止改成').fill('2026年12月30日上午9点30分');
  await expect(group.getByText('2026年12月30日（星期三）09:30')).toBeVisible();
  await expect(group.getByText('“投标截止”改了，“开标时间”（2026-12-25 09:30）不能不改。')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await group.getByRole('button', { name: '一起改' }).click();
  await group.getByRole('button', { name: '加上' }).click();
  await group.getByLabel('改的是文件的哪一处').fill('招标文件第三章');
  await expect
    .poll(() => [...desk.drafts.values()][0]!.answers['更正内容'])
    .toEqual([
      { 字段: '投标截止', 原: '2026-12-25 09:30', 新: '2026年12月30日上午9点30分' },
      { 字段: '开标时间', 原: '2026-12-25 09:30', 新: '2026-12-30 09:30' },
      { 事项: '招标文件第三章', 原: '', 新: '' },
    ]);
  await group.getByRole('button', { name: /不改了\s*开标时间/u }).click();
  await expect(group.getByText('“投标截止”改了，“开标时间”（2026-12-25 09:30）不能不改。')).toBeVisible();
});

test('找不到原来那一份，更正内容照样填得了', async ({ desk, page }) => {
  const at = lay(desk, correction, { answers: { 关联公告: correction.related } });
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  await page.getByLabel('原，第 1 项').fill('2026-12-25 09:30');
  await expect(page.getByLabel('新，第 1 项')).toBeVisible();
});
