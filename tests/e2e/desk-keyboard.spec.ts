import { expect, reach, test } from './desk.ts';

test('只用键盘，写完一份招标公告并发布', async ({ desk, page }) => {
  test.setTimeout(120_000);
  desk.facts = { ...desk.facts, levels: 0 };
  await page.goto(desk.address);
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  await reach(page, /^写公告$/u);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '写哪一种' }).waitFor();
  await reach(page, /^招标公告/u);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '检查' }).waitFor();
  const answers: readonly (readonly [RegExp, string])[] = [
    [/^标题/u, '沿江路市政道路改造工程施工招标公告'],
    [/^项目编号/u, 'GM-JS-2026-112'],
    [/^招标人要填/u, '高明区示例街道建设办公室'],
  ];
  for (const [name, text] of answers) {
    await reach(page, name);
    await page.keyboard.insertText(text);
  }
  // The rest that the stub asks for, each by the finding that leads there.
  await expect(page.getByText(/还要填 \d+ 栏/u)).toBeVisible();
  const missing = page.getByRole('region', { name: '还要填' }).getByRole('listitem').getByRole('button');
  for (let left = await missing.count(); left > 0; left = await missing.count()) {
    const help = await missing.first().getAttribute('title');
    const label = await missing.first().textContent();
    await page.keyboard.press('F8');
    await expect(page.locator(':focus')).toHaveAttribute('id', `field-${label}`);
    const tag = await page.locator(':focus').evaluate((at) => at.tagName);
    if (tag === 'FIELDSET') {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    } else if (tag === 'SELECT') await page.keyboard.press('ArrowDown');
    else await page.keyboard.insertText(help!);
    await expect.poll(() => missing.count()).toBeLessThan(left);
  }
  await expect(page.getByText('没有发现问题。')).toBeVisible();
  await reach(page, /^正文$/u);
  await page.keyboard.press('Enter');
  await reach(page, /^\+ 段落$/u);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '段落，第 1 块' })).toBeFocused();
  await page.keyboard.insertText('本工程已批准建设。');
  await reach(page, /^发布$/u).catch(async () => {
    await page.keyboard.press('Home');
    await reach(page, /^发布$/u);
  });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '将要发布的内容' }).waitFor();
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeEnabled();
  await reach(page, /^发布$/u);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已经发布。要改，请写更正。')).toBeVisible();
  await expect(page.getByText('网站正在更新。')).toBeVisible();
  expect([...desk.drafts.values()][0]).toMatchObject({ phase: 'published', body: '本工程已批准建设。\n' });
});
