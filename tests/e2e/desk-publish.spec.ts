import type { Page } from '@playwright/test';
import type { Draft } from '../../src/core/desk/api.ts';
import { barriersOn } from './axe.ts';
import { expect, lay, test } from './desk.ts';
import type { DeskStub } from './desk-stub.ts';

const tender = { category: 'construction', type: '招标公告' };

/** All that the stub's check asks of a tender. */
const complete = {
  标题: '沿江路改造',
  项目编号: 'GM-JS-2026-112',
  发布时间: '2026-11-22 09:00',
  招标人: '高明区示例街道建设办公室',
  预算金额: '358.6万元',
};

const open = async (page: Page, desk: DeskStub, content: Partial<Draft>): Promise<void> => {
  const at = lay(desk, tender, {
    title: '沿江路改造',
    ...content,
    answers: { ...complete, ...content.answers },
  });
  await page.goto(desk.address);
  await page.goto(new URL(at('publish'), desk.address).href);
  await page.getByRole('heading', { level: 1, name: '沿江路改造' }).waitFor();
};

const only = (desk: DeskStub): Draft => [...desk.drafts.values()][0]!;

test.beforeEach(({ desk }) => {
  desk.hasLacks = false;
  desk.facts = { ...desk.facts, levels: 0 };
});

test('不用审核的，点发布；做到哪一步自己看得见，做完就不再问', async ({ desk, page }) => {
  await page.clock.install();
  await open(page, desk, {});
  await expect(page.getByText('点了就发布。发布以后不能改，只能写更正。')).toBeVisible();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const strip = page.getByRole('region', { name: '发布到哪一步' });
  await expect(strip.getByRole('listitem')).toHaveText([
    /✓已检查/u,
    /✓已提交/u,
    /…网站已更新.*网站正在更新。/u,
    /○大屏/u,
  ]);
  await expect(strip.getByRole('link', { name: /^https/u })).toHaveCount(0);
  desk.office.publication = {
    steps: ['已检查', '已提交', '网站已更新', '大屏已收到'].map((name) => ({ name, state: 'done' })),
  };
  await page.clock.runFor(5000);
  await expect(strip.getByText('✓')).toHaveCount(4);
  await expect(strip.getByRole('link', { name: /^https/u })).toBeVisible();
  const asked = (): number => desk.calls.filter((call) => call.startsWith('GET /api/publish/')).length;
  const before = asked();
  await page.clock.runFor(60_000);
  expect(asked()).toBe(before);
});

test('看不见的网页不问，回来马上问', async ({ desk, page }) => {
  await page.clock.install();
  await open(page, desk, { phase: 'published' });
  await page.getByText('网站正在更新。').waitFor();
  const asked = (): number => desk.calls.filter((call) => call.startsWith('GET /api/publish/')).length;
  const before = asked();
  const see = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await see(true);
  await page.clock.runFor(30_000);
  expect(asked()).toBe(before);
  await see(false);
  await expect.poll(asked).toBe(before + 1);
});

test('没有做成的一步是红的，说该怎么办', async ({ desk, page }) => {
  desk.office.publication = {
    steps: [
      { name: '已检查', state: 'done' },
      { name: '已提交', state: 'failed', words: '送不到网站机器。', help: '网络好了会自己再送，不用重写。' },
    ],
  };
  await open(page, desk, { phase: 'published' });
  const red = page.locator('.strip-failed');
  await expect(red).toContainText('已提交');
  await expect(red).toContainText('网络好了会自己再送，不用重写。');
});

test('定时的，说好到时候发布；在那以前写了理由能撤回', async ({ desk, page }) => {
  await open(page, desk, { answers: { 定时: '是', 发布时间: '2026-12-01 09:00' } });
  await expect(page.getByText('到 2026-12-01 09:00 自动发布，在那以前还能撤回。')).toBeVisible();
  await expect(page.getByRole('button', { name: '定时发布' })).toBeEnabled();
  desk.drafts.clear();
  await open(page, desk, { phase: 'approved', at: '2026-12-01T09:00:00+08:00' });
  await page.reload();
  await expect(page.getByText('等到 12月1日 09:00 自动发布。')).toBeVisible();
  // There is no receipt for what is not published yet.
  await expect(page.getByRole('region', { name: '发布到哪一步' })).toBeVisible();
  await expect(page.getByRole('region', { name: '发布回执' })).toHaveCount(0);
  await page.getByText('撤回来再改').click();
  const back = page.getByRole('button', { name: '撤回', exact: true });
  await expect(back).toBeDisabled();
  await page.getByLabel('撤回的理由').fill('日期写错了');
  await back.click();
  await expect(page.getByText('还没有发布。')).toBeVisible();
  expect(only(desk)).toMatchObject({ phase: 'draft', reason: '日期写错了' });
});

test('要审核的，送审以后只能看，看得见已通过几位，能撤回', async ({ desk, page }) => {
  desk.facts = { ...desk.facts, levels: 2 };
  await page.clock.install();
  await open(page, desk, {});
  await expect(page.getByText('要 2 位同事审核。通过以后马上发布。')).toBeVisible();
  await page.getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('已经送审，正在等同事审核：要 2 位，已通过 0 位。')).toBeVisible();
  await page.getByRole('link', { name: '填表' }).click();
  await expect(page.getByLabel('标题').first()).not.toBeEditable();
  await expect(page.getByText('已经送审，只能看')).toBeVisible();
  desk.drafts.set('d1', { ...only(desk), approvals: 1 });
  await page.clock.runFor(20_000);
  await page.getByRole('link', { name: '发布', exact: true }).click();
  await expect(page.getByText('要 2 位，已通过 1 位。')).toBeVisible();
});

test('退回来的，说为什么；点一下就到那一栏', async ({ desk, page }) => {
  desk.facts = { ...desk.facts, levels: 1 };
  desk.office.history = [
    {
      at: '2026-11-22T10:00:00+08:00',
      actor: { id: 'w', name: '王审核' },
      words: '退回：金额不对',
      fields: [],
    },
  ];
  await open(page, desk, {
    ...{ phase: 'returned', reason: '金额不对' },
    returnedFields: [{ label: '预算金额', reason: '批复是 358.6 万元' }],
  });
  await expect(page.getByRole('region', { name: '经过' })).toContainText('王审核');
  const why = page.getByRole('region', { name: '为什么退回' });
  await expect(why).toContainText('批复是 358.6 万元');
  await why.getByRole('button', { name: '预算金额' }).click();
  await expect(page.getByLabel('预算金额').first()).toBeFocused();
  await expect(page.getByLabel('标题').first()).toBeEditable();
});

test('送不出去的话说得明白，写的都还在', async ({ desk, page }) => {
  desk.facts = { ...desk.facts, levels: 1 };
  desk.before = (call) =>
    call.endsWith('/submit')
      ? { status: 503, refusal: { message: '网络不通，还没有送审。', help: '网络好了再点一次。' } }
      : undefined;
  await open(page, desk, {});
  await page.getByRole('button', { name: '送审' }).click();
  await expect(page.getByRole('alert')).toHaveText('网络不通，还没有送审。 网络好了再点一次。');
  await expect(page.getByRole('button', { name: '送审' })).toBeEnabled();
});

test('回执打在一张纸上，别的都不打', async ({ desk, page }) => {
  desk.facts = { ...desk.facts, levels: 1 };
  await open(page, desk, { phase: 'published' });
  const receipt = page.getByRole('region', { name: '发布回执' });
  await receipt.waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const words of ['沿江路改造', '2026年11月22日 09:00', '李经办', '王审核', 'ab'.repeat(32)])
    await expect(receipt).toContainText(words);
  const printed = await page.evaluate(() => document.body.innerText);
  expect(printed.trim().split('\n')[0]).toBe('发布回执');
  expect(printed).not.toMatch(/工作台|打印回执|发布的内容|经过|已经发布/u);
  await page.emulateMedia({ media: null });
});

test('已发布、已退回、没有做成的，axe 没有话说，放大到两倍、在手机上也不用左右拖', async ({ desk, page }) => {
  desk.office.history = [
    {
      ...{ at: '2026-11-22T10:00:00+08:00', actor: { id: 'w', name: '王审核' }, words: '退回：金额不对' },
      fields: [{ label: '预算金额', before: '3586000元', after: '358.6万元' }],
    },
  ];
  desk.office.publication = {
    steps: [{ name: '已提交', state: 'failed', words: '送不到。', help: '请看看。' }],
  };
  const returnedFields = [{ label: '预算金额', reason: '不对' }];
  for (const content of [
    { phase: 'published' },
    { phase: 'returned', reason: '金额不对', returnedFields },
  ] as const) {
    const at = lay(desk, tender, { title: '沿江路改造', ...content, answers: complete });
    await page.goto(desk.address);
    for (const [width, height] of [
      [1366, 768],
      [683, 384],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(new URL(at('publish'), desk.address).href);
      await expect(page.getByRole('region', { name: '经过' })).toContainText('王审核');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${content.phase} at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(await barriersOn(page), content.phase).toEqual([]);
  }
});
