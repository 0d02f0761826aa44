import { gzipSync } from 'node:zlib';
import { absolute } from '../../src/site/address.ts';
import { expect, NOON, test, type KioskId } from './kiosk.ts';

const TENDER = '更合镇示例圩镇污水管网完善工程施工招标公告';
const TENDER_PAGE = 'announcements/gm-js-2026-031-tender/index.html';

for (const kiosk of ['hall-1', 'hall-2'] as const satisfies readonly KioskId[]) {
  test(`whoever taps zbgg at ${kiosk} reads a tender and takes it home by its code`, async ({ visitor }) => {
    const { page } = visitor;
    await visitor.comeTo(kiosk);
    await visitor.type('zbgg');
    await expect(page.locator('.view > h2')).toHaveText(/查找结果 共 \d+ 条/u);
    await expect(page.locator('.row mark').first()).toHaveText('招标公告');
    await expect(page.locator('[data-key="b"]')).toBeDisabled();
    const row = page.locator('.row').first();
    const title = await row.locator('.row-title').textContent();
    await row.tap();
    await expect(page.locator('.paper > h2')).toHaveText(title!);
    const code = page.locator('[data-qr]');
    const modules = Number((await code.getAttribute('viewBox'))!.split(' ')[2]);
    expect((await code.boundingBox())!.width / modules).toBeGreaterThanOrEqual(4);
    const address = await visitor.readCode();
    expect(address.slice(0, absolute().length)).toBe(absolute());
    expect(visitor.server.read(`${address.slice(absolute().length)}index.html`)).toContain(
      `<h1>${title}</h1>`,
    );
  });
}

test('a project is found by the digits of its code in six taps', async ({ visitor }) => {
  await visitor.comeTo('hall-1');
  await visitor.type('26031');
  await expect(visitor.page.locator('.row', { hasText: TENDER })).toBeVisible();
});

test('a list is narrowed, turned page by page, and left', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await page.locator('[data-category=construction]').tap();
  await expect(page.locator('.view > h2')).toHaveText(/^建设工程 共 \d+ 条$/u);
  const place = page.locator('[data-place]');
  const first = await page.locator('.row').allTextContents();
  await expect(place).toHaveText(new RegExp(`^第 1–${first.length} 条，共 \\d+ 条$`, 'u'));
  await visitor.touch('下一页');
  await expect(place).toHaveText(new RegExp(`^第 ${first.length + 1}–`, 'u'));
  await visitor.touch('上一页');
  expect(await page.locator('.row').allTextContents()).toEqual(first);
  await visitor.type('zz');
  await expect(page.locator('.view > h2')).toHaveText(/^建设工程 共/u);
  await visitor.touch('清空');
  await expect(page.locator('.view > h2')).toHaveText(/^建设工程 共/u);
  await visitor.touch('返回');
  await expect(page.locator('[data-start]')).toBeVisible();
});

test('what is typed on the start page looks through everything, and to delete it leads back', async ({
  visitor,
}) => {
  await visitor.comeTo('hall-1');
  await visitor.type('z');
  await expect(visitor.page.locator('.view > h2')).toHaveText(/^查找结果/u);
  await visitor.touch('删除');
  await expect(visitor.page.locator('[data-start]')).toBeVisible();
});

test('areas, months, openings and open calls lead to what they name', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-2');
  await page.locator('[data-regions]').tap();
  await page.locator('.choices button', { hasText: '明城镇' }).tap();
  for (const row of await page.locator('.row').allTextContents()) expect(row).toContain('明城镇');
  await visitor.touch('首页');
  await page.locator('[data-months]').tap();
  await visitor.touch('下一页');
  await page.locator('.choices button').first().tap();
  await expect(page.locator('.view > h2')).toHaveText(/^\d{4}年\d+月 共 \d+ 条$/u);
  await visitor.touch('首页');
  await page.locator('[data-openings]').tap();
  await expect(page.locator('.row').first()).toContainText(/11月24日 10:00 开标 示例交易中心 302 开标室/u);
  await visitor.touch('首页');
  await page.locator('[data-open-calls]').tap();
  const closing = await page.locator('.row-moment').allTextContents();
  expect(closing[0]).toBe('11月24日 10:00 截止');
  for (const tag of await page.locator('.row .tag:first-child').allTextContents())
    expect(['可参与', '即将截止']).toContain(tag);
});

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

test('a catalogue that does not come is told, and read when it is asked for again', async ({ visitor }) => {
  const { page, server } = visitor;
  server.fault = { of: 'data/catalogue-2025', by: '500' };
  await page.clock.install({ time: NOON });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(server.addressOf('hall-1'));
  await visitor.touch('全部公告');
  await expect(page.locator('.say')).toContainText('公告目录没有取全');
  server.fault = undefined;
  await visitor.touch('重试');
  await expect(page.locator('.say')).toHaveCount(0);
  await expect(page.locator('.view > h2')).toHaveText(/共 196 条$/u);
});

test('a kiosk says how long its server has been away, and when its data have grown old', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  await visitor.comeTo('hall-1');
  const age = page.locator('[data-age]');
  await expect(age).toHaveText('数据更新 09:00');
  server.fault = { of: '', by: 'resets' };
  await visitor.pass(17 * 60);
  await expect(age).toHaveText(/数据更新 09:00，已 1\d 分钟没有连上服务器，可能不是最新/u);
  await expect(page.locator('html')).toHaveAttribute('data-freshness', 'late');
  server.fault = undefined;
  server.time = NOON + 4 * 24 * 3_600_000;
  await page.clock.setSystemTime(server.time);
  await visitor.pass(60);
  await expect(age).toHaveText('数据更新 11月22日 09:00，之后没有更新，可能不是最新，请以网站为准');
});

test('a clock that cannot be trusted closes nothing and counts no days', async ({ visitor }) => {
  const { page, server } = visitor;
  server.time = Date.parse('1970-01-01T08:00:00+08:00');
  await page.clock.install({ time: server.time });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(server.addressOf('hall-1'));
  await visitor.ready();
  await expect(page.locator('[data-clock]')).toHaveText('');
  await visitor.type('2026031');
  await expect(page.locator('.row', { hasText: TENDER })).toContainText('12月8日 09:30 截止');
  await expect(page.locator('.tag-open')).toHaveCount(0);
  await visitor.openRow(TENDER);
  await expect(page.locator('.paper')).toContainText('本机的钟不准');
});

test('on a plain-http address of the house a kiosk works the same', async ({ visitor }) => {
  await visitor.comeTo('hall-1', '0.0.0.0');
  expect(await visitor.page.evaluate(() => isSecureContext)).toBe(false);
  await visitor.type('zbgg');
  await expect(visitor.page.locator('.row').first()).toContainText('招标公告');
});

test('a keyboard types, and every control can be reached by it', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await page.keyboard.type('zbgg');
  await expect(page.locator('[data-query]')).toHaveText('ZBGG');
  await page.keyboard.press('Tab');
  await expect(page.locator('.row').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.paper > h2')).toBeVisible();
  await page.getByRole('button', { name: '返回' }).press('Enter');
  await expect(page.getByRole('heading', { name: '查找结果' })).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says so and lists what can still be joined, with its dates', async ({ page, server }) => {
    await page.goto(server.addressOf('hall-1'));
    await expect(page.locator('[data-plain] p').first()).toContainText('JavaScript');
    await expect(page.locator('[data-plain] li').first()).toContainText(
      /投标截止\s+2026年11月24日（星期二）10:00|截止\s*2026年11月24日/u,
    );
  });
});

/** Milliseconds at CPU ×6; 600 to 800 on a machine that does nothing else. */
const FIRST_PAINT = 2500;

test('the script of a kiosk is small, and it stands on the glass soon on a slow box', async ({ visitor }) => {
  const { page } = visitor;
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(visitor.server.addressOf('hall-1'));
  await visitor.ready();
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  );
  const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  console.log(`kiosk: script ${bytes} bytes packed, first paint ${Math.round(painted)} ms at CPU ×6`);
  expect(bytes).toBeLessThanOrEqual(20 * 1024);
  expect(painted).toBeLessThanOrEqual(FIRST_PAINT);
});
