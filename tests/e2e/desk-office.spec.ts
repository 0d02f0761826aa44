import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, layNotice, openReview, test, tickAll } from './desk-office.ts';

test.setTimeout(180_000);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const strip = (page: Page) => page.getByRole('region', { name: '发布到哪一步' });
/** What no clerk has to know. */
const UNKNOWN = /git|fatal|remote|origin|hook|rejected|仓库|推送/iu;
const FILE = 'announcements/general/2026/gm-tz-2026-801.md';

test('两个人同一秒用同一个标识发布：都发得出去，后到的换一个并且告诉她', async ({ office }) => {
  office.begin(0);
  const [chen, wang] = [await office.seat('陈静', 'chen'), await office.seat('王芳', 'wang')];
  await layNotice(chen, { 标题: '陈静的通知' });
  await layNotice(wang, { 标题: '王芳的通知' });
  for (const { page } of [chen, wang])
    await expect(page.getByRole('button', { name: '发布', exact: true })).toBeEnabled();
  await Promise.all([chen, wang].map(({ page }) => press(page, '发布')));
  for (const { page } of [chen, wang])
    await expect(strip(page)).toContainText('✓已提交', { timeout: 30_000 });
  expect(office.files()).toEqual([FILE, 'announcements/general/2026/gm-tz-2026-802.md']);
  const told = await Promise.all([chen, wang].map(({ page }) => strip(page).innerText()));
  expect(told.filter((words) => words.includes('刚被别人用了，改用“gm-tz-2026-802”'))).toHaveLength(1);
});

test('自己写的自己不能审；看的时候改过了，通过不了，换成新的再看', async ({ office }) => {
  office.begin(1);
  const [chen, wang] = [await office.seat('陈静', 'chen'), await office.seat('王芳', 'wang')];
  const key = await layNotice(chen);
  await press(chen.page, '送审');
  await chen.page.getByText('正在等同事审核').waitFor();
  await openReview(wang, '关于示例的通知');
  await tickAll(wang);
  await chen.page.goto(`${new URL(chen.page.url()).origin}/#/review/${key}`);
  await expect(chen.page.getByText('自己写的不能自己审核，请同事审核。')).toBeVisible();
  await expect(chen.page.getByRole('button', { name: '通过', exact: true })).toHaveCount(0);
  // The author takes it back, changes it and sends it again, while the reviewer has it before her.
  await chen.page.goto(`${new URL(chen.page.url()).origin}/#/draft/${key}/publish`);
  await chen.page.getByText('撤回来再改').click();
  await chen.page.getByLabel('撤回的理由').fill('漏了一个字');
  await press(chen.page, '撤回');
  await chen.page.getByText('还没有发布。').waitFor();
  await chen.page.getByRole('link', { name: /^填表/u }).click();
  await chen.page.locator('[id="field-发布单位"]').fill('示例分中心');
  await expect(chen.page.locator('.saving')).toHaveText(/已保存/u);
  await chen.page.getByRole('link', { name: '发布', exact: true }).click();
  await press(chen.page, '送审');
  await chen.page.getByText('正在等同事审核').waitFor();
  await press(wang.page, '通过');
  const told = wang.page.getByRole('region', { name: '您看的时候改过了' });
  await expect(told.getByRole('row', { name: '发布单位 示例中心 示例分中心' })).toBeVisible({
    timeout: 40_000,
  });
  expect(office.files()).toEqual([]);
  await tickAll(wang);
  await press(wang.page, '通过');
  await expect(strip(wang.page)).toContainText('✓网站已更新', { timeout: 30_000 });
  expect(office.git('show', `main:${FILE}`)).toContain('示例分中心');
  expect(office.git('log', '-1', '--format=%(trailers)', 'main')).toMatch(/Reviewed-by: 王芳/u);
  await wang.page.getByRole('link', { name: '看这份公告的历史' }).click();
  const past = wang.page.getByRole('region', { name: '历史' });
  for (const words of ['王芳', '陈静', '送审', '撤回：漏了一个字']) await expect(past).toContainText(words);
  expect(await past.innerText()).not.toMatch(UNKNOWN);
});

test('退回的回到作者那里，说哪一栏；改好再送，看得出改了什么', async ({ office }) => {
  office.begin(1);
  const [chen, wang] = [await office.seat('陈静', 'chen'), await office.seat('王芳', 'wang')];
  await layNotice(chen);
  await press(chen.page, '送审');
  await chen.page.getByText('正在等同事审核').waitFor();
  await openReview(wang, '关于示例的通知');
  await press(wang.page, '要改：发布单位');
  await wang.page.getByLabel('发布单位要怎么改').fill('写全称');
  await wang.page.getByLabel('退回的理由').fill('单位不全');
  await press(wang.page, '退回');
  await wang.page.getByText('已经退回给陈静。').waitFor();
  await chen.page.getByRole('link', { name: '工作台', exact: true }).click();
  const returned = chen.page.getByRole('region', { name: '退回给我' });
  await expect(returned).toContainText('单位不全', { timeout: 40_000 });
  await returned.getByRole('link').first().click();
  await chen.page.getByRole('link', { name: '发布', exact: true }).click();
  await chen.page
    .getByRole('region', { name: '为什么退回' })
    .getByRole('button', { name: '发布单位' })
    .click();
  const box = chen.page.locator('[id="field-发布单位"]');
  await expect(box).toBeFocused();
  await box.fill('示例区示例中心');
  await expect(chen.page.locator('.saving')).toHaveText(/已保存/u);
  await chen.page.getByRole('link', { name: '发布', exact: true }).click();
  await press(chen.page, '送审');
  await chen.page.getByText('正在等同事审核').waitFor();
  await openReview(wang, '关于示例的通知');
  await expect(wang.page.getByRole('row', { name: '发布单位 示例中心 示例区示例中心' })).toBeVisible();
});

test('定时的通过以后等着，到时候以前作者还能撤回', async ({ office }) => {
  office.begin(1);
  const [chen, wang] = [await office.seat('陈静', 'chen'), await office.seat('王芳', 'wang')];
  await layNotice(chen, { 定时: '是', 发布时间: '2026-11-24 09:00' });
  await expect(chen.page.getByText('通过以后，到 2026-11-24 09:00 自动发布。')).toBeVisible();
  await press(chen.page, '送审');
  await chen.page.getByText('正在等同事审核').waitFor();
  await openReview(wang, '关于示例的通知');
  await tickAll(wang);
  await press(wang.page, '通过');
  await expect(strip(wang.page)).toContainText('自动发布', { timeout: 30_000 });
  expect(office.files()).toEqual([FILE]);
  await expect(chen.page.getByText('等到 11月24日 09:00 自动发布。')).toBeVisible({ timeout: 60_000 });
  await chen.page.getByText('撤回来再改').click();
  await chen.page.getByLabel('撤回的理由').fill('日期写错了');
  await press(chen.page, '撤回');
  await expect(chen.page.getByText('还没有发布。')).toBeVisible({ timeout: 30_000 });
  expect(office.files()).toEqual([]);
});

test('网络断了，送审先存在这台电脑上，说得明白；通了自己送出去', async ({ office }) => {
  office.begin(1);
  const chen = await office.seat('陈静', 'chen');
  await layNotice(chen);
  renameSync(office.bare, `${office.bare}.away`);
  await press(chen.page, '送审');
  const alert = chen.page.getByRole('alert');
  await expect(alert).toBeVisible({ timeout: 30_000 });
  expect(await alert.innerText()).not.toMatch(UNKNOWN);
  renameSync(`${office.bare}.away`, office.bare);
  // The desk looks again each twenty seconds.
  await expect(alert).toHaveCount(0, { timeout: 60_000 });
  expect(office.git('branch', '--list')).toContain('desk/');
});

test('送不进去、网站没有更新，都用一句话说清楚，还说怎么办', async ({ office }) => {
  office.begin(0);
  const chen = await office.seat('陈静', 'chen');
  await layNotice(chen);
  const hook = join(office.bare, 'hooks', 'pre-receive');
  writeFileSync(hook, '#!/bin/sh\necho "这台机器今天不收" >&2\nexit 1\n', { mode: 0o755 });
  await press(chen.page, '发布');
  const alert = chen.page.getByRole('alert');
  await expect(alert).toBeVisible({ timeout: 30_000 });
  expect(await alert.innerText()).not.toMatch(UNKNOWN);
  expect(office.files()).toEqual([]);
  writeFileSync(hook, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  office.status = () => ({ phase: 'failed', served: undefined, reason: '公告有错误，网站还是原来的。' });
  await press(chen.page, '发布');
  const red = chen.page.locator('.strip-failed');
  await expect(red).toContainText('公告有错误，网站还是原来的。', { timeout: 30_000 });
  await expect(red).toContainText('复制给技术人员');
});
