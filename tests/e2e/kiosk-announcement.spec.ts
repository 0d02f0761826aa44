import { expect, TENDER, TENDER_PAGE, test } from './kiosk.ts';

test('an announcement has its facts, its corrections, the steps of its project and its whole text', async ({
  visitor,
}) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  const paper = page.locator('.paper');
  await expect(paper.locator('.facts').first()).toContainText('文件获取已结束 已更正');
  await expect(paper).toContainText('还剩 15 天 21 小时');
  await expect(paper.locator('.deadline-when').last()).toContainText('2026年12月8日（星期二）09:30');
  await expect(paper.locator('tr', { hasText: '投标截止' }).last()).toContainText(
    /2026年11月25日（星期三）09:30\s+2026年12月8日（星期二）09:30/u,
  );
  await expect(paper).toContainText('六、评标办法');
  await expect(paper).toContainText('招标文件（PDF，59 KB，2 页）');
  await expect(page.locator('[data-take-files]')).toHaveText('2 个附件也可以在手机上打开。');
  await visitor.touch('项目进度');
  await visitor.touch('招标计划');
  await expect(page.locator('.paper > h2')).toContainText('招标计划');
  await visitor.touch('返回');
  await expect(page.locator('.paper > h2')).toHaveText(TENDER);
  await expect(page.locator('.timeline')).toBeInViewport();
});

test('a table wider than the paper is moved by two buttons, and every cell is seen whole', async ({
  visitor,
}) => {
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
  const whole = (): Promise<readonly string[]> =>
    page.locator('.wide-table > div').evaluate((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      return Array.from(frame.querySelectorAll('td'))
        .map((cell) => ({ words: cell.textContent!, box: cell.getBoundingClientRect() }))
        .filter(({ box }) => box.left >= left - 1 && box.right <= right + 1)
        .map(({ words }) => words);
    });
  for (const button of ['向右看 ▶', '◀ 向左看']) {
    const seen = new Set(await whole());
    expect(seen.size).toBeLessThan(14);
    for (let moved = 0; moved < 6; moved += 1) {
      await visitor.touch(button);
      for (const words of await whole()) seen.add(words);
    }
    expect(seen.size).toBe(14);
  }
});

test('an announcement whose server resets is a plain sentence, and comes when it is asked for again', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  server.fault = { of: TENDER_PAGE, by: 'resets' };
  await page.locator('.row', { hasText: TENDER }).tap();
  await expect(page.locator('.say')).toContainText('这份公告现在取不到');
  await expect(page.locator('[data-take-code]')).toBeHidden();
  server.fault = undefined;
  await visitor.touch('重试');
  await expect(page.locator('.paper > h2')).toHaveText(TENDER);
});
