import { expect, TENDER, TENDER_PAGE, test } from './kiosk.ts';

test('an announcement has its facts, its corrections, the steps of its project and its whole text', async ({
  visitor,
}) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  const paper = page.locator('.paper');
  await expect(paper.locator('.facts').first()).toContainText('可参与 已更正');
  await expect(paper).toContainText('还剩 15 天 21 小时');
  await expect(paper.locator('.deadline-when')).toContainText('2026年12月8日（星期二）09:30');
  await expect(paper.locator('tr', { hasText: '投标截止' }).last()).toContainText(
    /2026年11月25日（星期三）09:30\s+2026年12月8日（星期二）09:30/u,
  );
  await expect(paper).toContainText('六、评标办法');
  await expect(paper).toContainText('招标文件（PDF，59 KB，2 页）');
  await expect(page.locator('[data-take-files]')).toHaveText('2 个附件也在手机上打开。');
  await visitor.touch('项目进度');
  await visitor.touch('招标计划');
  await expect(page.locator('.paper > h2')).toContainText('招标计划');
  await visitor.touch('返回');
  await expect(page.locator('.paper > h2')).toHaveText(TENDER);
  await expect(page.locator('.timeline')).toBeInViewport();
});

test('the pages of an announcement leave nothing out', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  const paper = page.locator('.paper');
  const edges = (): Promise<{ top: number; bottom: number; end: number }> =>
    paper.evaluate((element) => ({
      top: element.scrollTop,
      bottom: element.scrollTop + element.clientHeight,
      end: element.scrollHeight,
    }));
  const last = Number(/共 (\d+) 页/u.exec((await page.locator('[data-place]').textContent())!)![1]);
  let seen = await edges();
  for (let turned = 2; turned <= last; turned += 1) {
    await visitor.touch('下一页');
    await expect(page.locator('[data-place]')).toHaveText(`第 ${turned} 页，共 ${last} 页`);
    const next = await edges();
    expect(next.top).toBeLessThan(seen.bottom);
    seen = next;
  }
  expect(Math.ceil(seen.bottom)).toBeGreaterThanOrEqual(seen.end);
  await expect(page.locator('[data-next]')).toBeDisabled();
});

test('a table wider than the paper is moved by two buttons', async ({ visitor }) => {
  const { page, server } = visitor;
  const cells = Array.from({ length: 14 }, (_, column) => `<td>第${column}列的很长的内容</td>`).join('');
  server.texts.set(
    TENDER_PAGE,
    server.read(TENDER_PAGE).replace('<div class="words">', `$&<table><tr>${cells}</tr></table>`),
  );
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  await visitor.touch('公告正文');
  const cell = page.getByRole('cell', { name: '第13列' });
  await expect(cell).not.toBeInViewport();
  for (let moved = 0; moved < 6; moved += 1) await visitor.touch('向右看 ▶');
  await expect(cell).toBeInViewport();
});

for (const fault of ['resets', '500', 'portal', 'truncated'] as const) {
  test(`an announcement whose server ${fault} is a plain sentence, and comes when it is asked for again`, async ({
    visitor,
  }) => {
    const { page, server } = visitor;
    await visitor.comeTo('hall-1');
    await visitor.type('2026031');
    server.fault = { of: TENDER_PAGE, by: fault };
    await page.locator('.row', { hasText: TENDER }).tap();
    await expect(page.locator('.say')).toContainText('这份公告现在取不到');
    await expect(page.locator('[data-take-code]')).toBeHidden();
    server.fault = undefined;
    await visitor.touch('重试');
    await expect(page.locator('.paper > h2')).toHaveText(TENDER);
  });
}

test('an announcement that does not come is given up after ten seconds', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  server.fault = { of: TENDER_PAGE, by: 'hangs' };
  await page.locator('.row', { hasText: TENDER }).tap();
  await expect(page.locator('.say')).toHaveText('正在取这份公告……');
  await page.clock.runFor(10_000);
  await expect(page.locator('.say')).toContainText('这份公告现在取不到');
});
