import type { Locator, Page } from '@playwright/test';
import { barriersOn } from './axe.ts';
import { expect, lay, test } from './desk.ts';
import type { DeskStub } from './desk-stub.ts';

const tender = { category: 'construction', type: '招标公告' };
const body =
  '## 一、招标条件\n本工程已批准建设。\n\n| 标段 | 预算 |\n| --- | --- |\n| 一 | 200万元 |\n\n> “引文”\n';

const open = async (page: Page, desk: DeskStub): Promise<void> => {
  const at = lay(desk, tender, { body });
  await page.goto(desk.address);
  await page.goto(new URL(at('body'), desk.address).href);
  await page.getByRole('group', { name: /第 1 块/u }).waitFor();
};

const bodyOf = (desk: DeskStub): string => [...desk.drafts.values()][0]!.body;

const paste = (box: Locator, clipboard: Readonly<Record<string, string>>): Promise<void> =>
  box.evaluate((control, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
    control.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, clipboard);

test('改一段，别的一个字节不动；打的符号照字显示', async ({ desk, page }) => {
  await open(page, desk);
  await page.getByRole('textbox', { name: '段落，第 2 块' }).fill('已批准 | *照字* # 号');
  await expect.poll(() => bodyOf(desk)).not.toBe(body);
  expect(bodyOf(desk).split('\n').slice(2)).toEqual(body.split('\n').slice(2));
  await page.reload();
  await expect(page.getByRole('textbox', { name: '段落，第 2 块' })).toHaveValue('已批准 | *照字* # 号');
});

test('编号里按回车就是下一项，空的一项再按就结束，撤销也行', async ({ desk, page }) => {
  await open(page, desk);
  const box = page.getByRole('textbox', { name: '段落，第 2 块' });
  await box.fill('1. 建设地点');
  await box.press('Enter');
  await box.pressSequentially('工期');
  await box.press('Enter');
  await expect(box).toHaveValue('1. 建设地点\n2. 工期\n3. ');
  await box.press('Enter');
  await expect(box).toHaveValue('1. 建设地点\n2. 工期\n');
  await box.press('Control+z');
  await expect(box).toHaveValue('1. 建设地点\n2. 工期\n3. ');
});

test('表格在格子里填，加行、合并、拆开', async ({ desk, page }) => {
  await open(page, desk);
  const cell = (row: number, column: number) =>
    page.getByRole('textbox', { name: `表格，第 3 块，第 ${row} 行第 ${column} 列` });
  await cell(2, 2).fill('300万元 ');
  await cell(2, 2).pressSequentially('整');
  await page.getByRole('button', { name: '下面加一行' }).click();
  await cell(3, 1).fill('二');
  await expect.poll(() => bodyOf(desk)).toContain('| 一 | 300万元 整 |\n| 二 |');
  await cell(2, 2).focus();
  await page.getByRole('button', { name: '和下面合并' }).click();
  await expect.poll(() => bodyOf(desk)).toContain('| 二 | ^^ |');
  await expect(page.locator('td[rowspan="2"]')).toHaveCount(1);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: '拆开' }).click();
  await expect.poll(() => bodyOf(desk)).not.toContain('^^');
});

test('空的表里贴一块，就是那张表', async ({ desk, page }) => {
  await open(page, desk);
  await page.getByRole('button', { name: '+ 表格' }).click();
  const first = page.getByRole('textbox', { name: '表格，第 5 块，第 1 行第 1 列' });
  await paste(first, { 'text/plain': '序号\t名称\n1\t甲\n2\t乙\n' });
  await expect.poll(() => bodyOf(desk)).toContain('| 序号 | 名称 |\n| --- | --- |\n| 1 | 甲 |\n| 2 | 乙 |');
  await paste(first, { 'text/plain': Array.from({ length: 200 }, () => 'x').join('\t') });
  await expect(page.getByRole('alert')).toContainText('列');
});

test('从 Word 里复制的几段和表，贴进来是几块，一下就撤得回', async ({ desk, page }) => {
  await open(page, desk);
  desk.pasted = { body: '甲段\n\n| 一 |\n| --- |\n| 二 |\n', messages: ['有一张图没有贴进来。'] };
  const box = page.getByRole('textbox', { name: '段落，第 2 块' });
  await paste(box, { 'text/html': '<p>甲段</p><table><tr><td>一</td></tr></table>', 'text/plain': '甲段' });
  await expect(page.getByText('贴好了。有一张图没有贴进来。')).toBeVisible();
  await expect.poll(() => bodyOf(desk)).toContain('甲段');
  await page.getByRole('button', { name: '撤销粘贴' }).click();
  await expect.poll(() => bodyOf(desk)).toBe(body);
});

test('几个字的粘贴，就贴在那里', async ({ desk, page }) => {
  await open(page, desk);
  await paste(page.getByRole('textbox', { name: '段落，第 2 块' }), { 'text/plain': '几个字' });
  expect(desk.calls.filter((call) => call.includes('paste'))).toEqual([]);
});

test('Word 文件读成正文和提议；正文已经有字，问了才换', async ({ desk, page }) => {
  await open(page, desk);
  desk.imported = {
    body: '## 新的\n\n从文件来。\n',
    proposals: { 工期: { answer: '180日历天', words: '计划工期 180 日历天' } },
    doubtful: [],
    messages: [{ severity: 'warning', message: '有一个公式没有读进来。' }],
  };
  await page.getByText('从 Word 文件导入').click();
  const buffer = Buffer.from('PK');
  await page.getByLabel('选一个 Word 文件').setInputFiles({ name: '招标.docx', mimeType: '', buffer });
  await expect(page.getByText('有一个公式没有读进来。')).toBeVisible();
  expect(bodyOf(desk)).toBe(body);
  await page.getByRole('button', { name: '换成文件里的' }).click();
  await expect.poll(() => bodyOf(desk)).toBe(desk.imported.body);
  await page.getByRole('button', { name: '采用：工期' }).click();
  await expect.poll(() => [...desk.drafts.values()][0]!.answers['工期']).toBe('180日历天');
});

test('正文和栏目不一样，点一下就一样', async ({ desk, page }) => {
  desk.checked = {
    differences: [{ label: '工期', field: '120日历天', body: '已批准建设', bodyLine: 1 }],
  };
  await open(page, desk);
  await page.getByRole('button', { name: '工期用正文的' }).click();
  await expect.poll(() => [...desk.drafts.values()][0]!.answers['工期']).toBe('已批准建设');
  await page.getByRole('button', { name: '工期用栏目的' }).click();
  await expect(page.getByRole('textbox', { name: '段落，第 2 块' })).toHaveValue('本工程120日历天。');
});

test('还没有正文的，照表里的写一份来改', async ({ desk, page }) => {
  const at = lay(desk, tender, { answers: { 项目名称: '沿江路改造工程', 预算金额: '358.6万元' } });
  await page.goto(desk.address);
  await page.goto(new URL(at('body'), desk.address).href);
  await page.getByRole('button', { name: '照表里的写一份来改' }).click();
  await expect.poll(() => bodyOf(desk)).toContain('358.6万元');
  await expect(page.getByRole('group', { name: /^小标题，第 1 块/u })).toBeVisible();
});

const attached = (name: string, label: string) => ({ name, label, bytes: 10, sha256: '0', findings: [] });

const openWithFiles = async (page: Page, desk: DeskStub, text: string): Promise<void> => {
  const files = [attached('招标文件.pdf', '招标文件'), attached('平面图.png', '平面图')];
  const at = lay(desk, tender, { body: text, files });
  await page.goto(desk.address);
  await page.goto(new URL(at('body'), desk.address).href);
  await page.getByRole('group', { name: /第 1 块/u }).waitFor();
};

/** Chooses words in a text field as a hand with a mouse does. */
const choose = (box: Locator, words: string): Promise<void> =>
  box.evaluate((control: HTMLTextAreaElement, wanted) => {
    const from = control.value.indexOf(wanted);
    control.focus();
    control.setSelectionRange(from, from + wanted.length);
  }, words);

test('选中的字加粗、链接到附件，接着打字还在那几个字上', async ({ desk, page }) => {
  await openWithFiles(page, desk, '请在投标截止前下载招标文件。\n');
  const box = page.getByRole('textbox', { name: '段落，第 1 块' });
  await page.getByRole('button', { name: /^加粗.*第 1 块/u }).click();
  await expect(page.getByText('先选中要改的字。')).toBeVisible();
  await choose(box, '投标截止');
  await page.getByRole('button', { name: /^加粗.*第 1 块/u }).click();
  await choose(box, '招标文件');
  await page.getByLabel('段落，第 1 块选中的字链接到附件').selectOption('招标文件');
  await box.press('Home');
  await box.pressSequentially('各位，');
  await expect.poll(() => bodyOf(desk)).toBe('各位，请在**投标截止**前下载[招标文件](招标文件.pdf)。\n');
  await expect(box).toHaveValue('各位，请在投标截止前下载招标文件。');
  await expect(page.getByRole('list', { name: '段落，第 1 块里加粗和链接的字' })).toContainText(
    '招标文件 → 招标文件.pdf',
  );
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: /^去掉链接/u }).click();
  await expect.poll(() => bodyOf(desk)).toBe('各位，请在**投标截止**前下载招标文件。\n');
});

test('图片从附件里选，写明图上是什么，看不到一个记号', async ({ desk, page }) => {
  await openWithFiles(page, desk, '见下图。\n');
  await page.getByRole('button', { name: '+ 图片' }).click();
  await page.getByLabel('图片，第 2 块，选附件里的图片').selectOption('平面图');
  await page.getByLabel('图上是什么').fill('用地范围');
  await expect.poll(() => bodyOf(desk)).toBe('见下图。\n\n![用地范围](平面图.png)\n');
  expect(await barriersOn(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('图上是什么')).toHaveValue('用地范围');
});
