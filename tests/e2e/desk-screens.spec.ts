import type { Page } from '@playwright/test';
import { CATEGORIES } from '../../src/core/announcement/category.ts';
import { types } from '../../src/core/announcement/schema.ts';
import { LEGACY } from '../../src/core/announcement/legacy.ts';
import { barriersOn } from './axe.ts';
import { expect, lay, test } from './desk.ts';
import type { DeskStub } from './desk-stub.ts';

const tender = { category: 'construction', type: '招标公告' };
const steps = ['form', 'body', 'files', 'publish'] as const;
const body =
  '## 一、招标条件\n\n本工程已批准建设。\n\n1. 建设地点\n2. 工期\n\n| 标段 | 预算 |\n| --- | --- |\n| 一 | 200万元 |\n';

const full = (desk: DeskStub) =>
  lay(desk, tender, {
    ...{ title: '沿江路改造', body },
    answers: { 标题: '沿江路改造', 预算金额: '358.6万元', 标段: [{ 编号: '01', 名称: '一标段' }] },
    files: [{ name: 'a.pdf', label: '招标文件', bytes: 9000, sha256: 'ab'.repeat(32), findings: [] }],
    proposals: { 发布时间: { answer: '2026-12-01 09:00', reason: '现在' } },
  });

const open = async (page: Page, desk: DeskStub, fragment: string): Promise<void> => {
  await page.goto(desk.address);
  await page.goto(new URL(fragment, desk.address).href);
};

test('工作台、写哪一种和一份草稿的每一步，axe 都没有话说', async ({ desk, page }) => {
  const at = full(desk);
  for (const fragment of ['#/', '#/new', ...steps.map(at)]) {
    await open(page, desk, fragment);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (fragment.startsWith('#/draft'))
      await expect(page.getByText(/还要填 \d+ 栏|还有 \d+ 处要改/u)).toBeVisible();
    expect(await barriersOn(page), fragment).toEqual([]);
  }
});

test('没有保存、两份不同、打不开，axe 也没有话说', async ({ desk, page }) => {
  const at = full(desk);
  await open(page, desk, at('form'));
  const title = page.getByLabel('标题').first();
  await title.waitFor();
  desk.isAway = true;
  await title.fill('改');
  await expect(page.getByText('没有保存！')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  const [key, draft] = [...desk.drafts][0]!;
  desk.drafts.set(key, { ...draft, rev: 9 });
  desk.isAway = false;
  await expect(page.getByRole('heading', { name: '有人同时改了这份草稿' })).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await open(page, desk, '#/draft/none/form');
  await expect(page.getByText('没有这份草稿。')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});

test('放大到两倍、在手机上，也不用左右拖', async ({ desk, page }) => {
  const at = full(desk);
  for (const [width, height] of [
    [683, 384],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const fragment of ['#/', '#/new', ...steps.map(at)]) {
      await open(page, desk, fragment);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${fragment} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('每一种公告都打得开，要填的都有框', async ({ desk, page }) => {
  test.setTimeout(180_000);
  await page.goto(desk.address);
  for (const { category, id, term, schema } of types) {
    if (id === LEGACY) continue;
    const at = lay(desk, { category, type: term }, { answers: { 类别: CATEGORIES[category] } });
    await page.goto(new URL(at('form'), desk.address).href);
    await expect(page.locator('.draft-type'), term).toHaveText(term);
    await expect(page.getByLabel('标题').first(), term).toBeVisible();
    const asked = await page.locator('.label').allTextContents();
    expect(asked.length, term).toBeGreaterThan(Object.keys(schema.shape).length / 3);
  }
});

test('点一下检查里的一条，就到那一栏、那一块', async ({ desk, page }) => {
  const at = full(desk);
  desk.checked = {
    findings: [
      { code: 'C101', severity: 'warning', message: '第二段没有写完', bodyLine: 2 },
      {
        code: 'F301',
        severity: 'error',
        message: '看不懂编号',
        field: '标段',
        record: { index: 0, label: '编号' },
      },
    ],
  };
  await open(page, desk, at('files'));
  await page.getByRole('button', { name: '投标截止', exact: true }).click();
  await expect(page.getByLabel('投标截止').first()).toBeFocused();
  await page.getByRole('button', { name: /看不懂编号/u }).click();
  await expect(page.getByLabel('编号，第 1 项')).toBeFocused();
  await page.getByRole('button', { name: /第二段没有写完/u }).click();
  await expect(page.getByRole('group', { name: '段落，第 2 块' })).toBeFocused();
});

test('新的草稿没有一处是错：还要填的按部分列着，写错的才标，检查全部就都标', async ({ desk, page }) => {
  const at = lay(desk, tender);
  await open(page, desk, at('form'));
  await expect(page.getByText(/^还要填 \d+ 栏。/u)).toBeVisible();
  const lacking = page.getByRole('region', { name: '还要填' });
  await expect(lacking.getByText(/^时间（\d）$/u)).toBeVisible();
  await expect(page.locator('.finding-error, .said-error, .mark, [aria-invalid]')).toHaveCount(0);
  expect(await barriersOn(page)).toEqual([]);
  desk.checked = {
    findings: [{ code: 'F304', severity: 'error', message: '“358”没有写单位', field: '预算金额' }],
  };
  await page.getByLabel('预算金额').first().fill('358');
  await page.getByLabel('标题').first().focus();
  await expect(page.locator('.said-error')).toHaveCount(1);
  await lacking.getByRole('button', { name: '检查全部' }).click();
  await expect(lacking).toHaveCount(0);
  await expect(page.getByText(/^还有 \d+ 处要改。/u)).toBeVisible();
  await expect(page.locator('.mark')).toBeVisible();
});

test('地区从本站的里面选；关联公告按项目找，不在本站的写下来', async ({ desk, page }) => {
  desk.hits = [
    {
      ...{ code: 'GM-JS-2026-012', title: '沿江路改造', category: 'construction', next: [] },
      announcements: [
        { id: 'gm-js-2026-012-tender', type: '招标公告', publishedAt: '2026-03-02T09:00:00+08:00' },
      ],
    },
  ];
  const at = lay(desk, { category: 'construction', type: '中标候选人公示' });
  await open(page, desk, at('form'));
  await page.getByLabel('地区').first().selectOption('杨和镇');
  await page.getByLabel('按项目名称、编号找').fill('沿江路');
  await page.getByRole('button', { name: '招标公告 3月2日 09:00' }).click();
  await expect(page.getByRole('textbox', { name: /^关联公告/u })).toHaveValue('gm-js-2026-012-tender');
  const draft = () => [...desk.drafts.values()][0]!.answers;
  await expect.poll(draft).toMatchObject({ 地区: '杨和镇', 关联公告: 'gm-js-2026-012-tender' });
  await page.getByLabel('前一份公告不在本站').check();
  await page.getByLabel('标题，第 1 项').fill('示例镇采购征集公告');
  await expect.poll(draft).toMatchObject({ 关联公告: [{ 标题: '示例镇采购征集公告' }] });
  expect(await barriersOn(page)).toEqual([]);
});

test('提议只有点了采用才填进去', async ({ desk, page }) => {
  const at = full(desk);
  await open(page, desk, at('form'));
  const box = page.getByLabel('发布时间').first();
  await expect(box).toHaveValue('');
  await page.getByRole('button', { name: '采用：发布时间' }).click();
  await expect(box).toHaveValue('2026-12-01 09:00');
});

test('从表格软件复制的一块，贴进去就是几项', async ({ desk, page }) => {
  const at = full(desk);
  await open(page, desk, at('form'));
  const cell = page.getByLabel('编号，第 1 项');
  await cell.focus();
  await cell.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '01\t一标段\r\n02\t二标段\r\n03\t三标段\r\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByLabel('名称，第 3 项')).toHaveValue('三标段');
  await expect
    .poll(() => [...desk.drafts.values()][0]!.answers['标段'])
    .toEqual([
      { 编号: '01', 名称: '一标段' },
      { 编号: '02', 名称: '二标段' },
      { 编号: '03', 名称: '三标段' },
    ]);
});

test('附件放得进、改得了名、拿得掉；放不进的说为什么', async ({ desk, page }) => {
  const at = lay(desk, tender);
  await open(page, desk, at('files'));
  await page
    .getByLabel('放入附件')
    .setInputFiles({ name: 'zb.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await page.getByLabel('名称').fill('招标文件');
  await expect.poll(() => [...desk.drafts.values()][0]!.files[0]?.label).toBe('招标文件');
  desk.before = (call) =>
    call.startsWith('PUT /api/drafts/d1/files/')
      ? { status: 422, refusal: { message: '这不是 PDF 文件。', help: '请从原来的文件另存一份。' } }
      : undefined;
  await page
    .getByLabel('放入附件')
    .setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
  await expect(page.getByRole('alert')).toContainText('x.pdf 没有放进来：这不是 PDF 文件。');
  await page.getByRole('button', { name: /拿掉\s*招标文件/u }).click();
  await expect(page.getByText('还没有附件。')).toBeVisible();
});
