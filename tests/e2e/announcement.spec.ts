import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { readSettings } from '../../src/settings.ts';
import { expect, test } from './site.ts';

const TENDER = 'announcements/gm-js-2026-031-tender/';

test('a corrected tender tells in one sentence what moved, then who can still take part, then the attachments, the facts and each correction', async ({
  page,
}) => {
  await page.goto(TENDER);
  await expect(page.locator('.box-corrected')).toContainText(
    '投标截止改为 2026年12月8日（星期二）09:30，另改了 3 处',
  );
  const headings = await page.locator('main h2').allTextContents();
  const order = [
    '文件获取已结束，已按要求办理的还可以参加',
    '附件',
    '关键信息',
    '更正记录',
    '公告正文',
    '项目进度',
    '法定期限核验',
    '异议与投诉',
    '本页信息',
  ];
  expect(headings.map((text) => text.trim()).filter((text) => order.includes(text))).toEqual(order);
});

test('the facts answer when, how much and whom to ask, each in the one order of all categories', async ({
  page,
}) => {
  for (const [path, ask] of [
    [TENDER, ['招标人', '招标代理机构', '监督部门', '联系人', '联系电话']],
    ['announcements/gm-cg-2026-083-tender/', ['采购人', '采购代理机构', '监督部门', '联系人', '联系电话']],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('.facts-parts h3')).toHaveText(['时间', '钱', '找谁']);
    await expect(page.locator('#facts-people dt')).toHaveText([...ask]);
    await expect(page.locator('#facts-money dt').first()).toHaveText('预算金额');
    await expect(page.locator('.facts-rest dt').first()).toHaveText('项目编号');
  }
});

test('on a phone the telephone and the parts of the page are seen without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(TENDER);
  const bar = page.getByRole('navigation', { name: '本页内容' });
  await expect(bar.getByRole('link', { name: '0757-00000031' })).toBeInViewport();
  await bar.getByRole('link', { name: '附件 2' }).click();
  await expect(page.getByRole('heading', { name: '附件' })).toBeInViewport();
});

test('the line of gates tells by shape what is past, next and to come, and where today is', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-20T09:00:00+08:00'));
  await page.goto(TENDER);
  await expect(page.locator('.gates b')).toHaveText([
    '发布',
    '文件获取结束',
    '异议截止',
    '投标截止',
    '开标时间',
  ]);
  await expect(page.locator('.gates .is-past b')).toHaveText(['发布', '文件获取结束']);
  await expect(page.locator('.gates .is-next b')).toHaveText(['异议截止']);
  await expect(page.locator('.gates li').nth(1).locator('.gates-today')).toHaveText('今天');
  const rings = await page
    .locator('.gates li')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').borderTopWidth));
  expect(rings).toEqual(['2px', '2px', '5px', '2px', '2px']);
});

test('a sum is also written in capitals, and the code is copied by a button', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(TENDER);
  await expect(page.locator('#facts-money')).toContainText(/1,160万元\s*（大写：壹仟壹佰陆拾万元整）/u);
  await page.getByRole('button', { name: '复制项目编号' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('GM-JS-2026-031');
});

test('over plain http, where a browser has no clipboard object, the citation is selected and copied', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }),
  );
  await page.goto(TENDER);
  const cited = ((await page.locator('#cited').textContent()) ?? '').trim();
  expect(cited).toMatch(
    /：《.+》，项目编号 GM-JS-2026-031，.+第 1 版，经 2 次更正，.+\/gm-js-2026-031-tender\/$/u,
  );
  await page.getByRole('button', { name: '复制引用' }).click();
  await expect(page.locator('.citation').getByRole('status')).toHaveText('已复制');
  expect(await page.evaluate(() => String(getSelection()).trim())).toBe(cited);
});

test('an attachment tells its kind, size and pages, and its digest is that of the file', async ({
  page,
  request,
}) => {
  await page.goto(TENDER);
  const file = page.locator('.files li').first();
  await expect(file.locator('a').first()).toHaveText(/^\s*招标文件（PDF，\d+ KB，2 页）\s*$/u);
  const bytes = await (await request.get(`${TENDER}attachment-1.pdf`)).body();
  await file.locator('summary').click();
  await expect(file.locator('details > code')).toHaveText(createHash('sha256').update(bytes).digest('hex'));
});

test('sha256sum accepts the attachments under the names they are published by, and refuses a changed one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-sums-'));
  const published = join(readSettings().outDir, TENDER);
  cpSync(published, folder, { recursive: true });
  const verify = (): number | null =>
    spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).status;
  expect(verify()).toBe(0);
  copyFileSync(join(folder, 'index.html'), join(folder, 'attachment-1.pdf'));
  expect(verify()).toBe(1);
  rmSync(folder, { recursive: true });
});

test('what is expected is told by words, and nothing is expected after an end', async ({ page }) => {
  await page.goto(TENDER);
  const expected = page.locator('.timeline .expected');
  await expect(expected.first()).toHaveText(/2026年12月8日（星期二）09:30\s*预计：开标/u);
  await expect(expected).toHaveCount(4);
  await page.goto('announcements/gm-js-2026-009-tender/');
  await expect(expected).toHaveCount(0);
});

test('on paper: black on white, every digest, and a QR code that leads back to the page', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(TENDER);
  const style = await page.locator('body').evaluate((body) => {
    const { color, fontSize } = getComputedStyle(body);
    return { color, fontSize };
  });
  expect(style.color).toBe('rgb(0, 0, 0)');
  expect(Number.parseFloat(style.fontSize)).toBeCloseTo((11 / 72) * 96, 1);
  for (const gone of [
    '.site-header nav',
    '.site-footer nav',
    '.crumbs',
    '.skip',
    '.care-tools',
    '.contents',
  ]) {
    await expect(page.locator(gone)).toBeHidden();
  }
  await expect(page.locator('.tag-time')).toBeHidden();
  await expect(page.locator('.files .print-only').first()).toHaveText(/SHA-256 [0-9a-f]{64}/u);
  await expect(page.locator('.about-page')).toContainText('发布时间：2026年10月26日');
  const broken = await page
    .locator('main tr')
    .first()
    .evaluate((row) => getComputedStyle(row).breakInside);
  expect(broken).toBe('avoid');
  const heads = await page
    .locator('main thead')
    .first()
    .evaluate((head) => getComputedStyle(head).display);
  expect(heads).toBe('table-header-group');
  expect(await readQr(page)).toBe(`https://www.example.gov.cn/${TENDER}`);
});

test('in 长辈模式 and without colours of its own a page keeps its tags and boxes apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(TENDER);
  for (const framed of ['.tag-corrected', '.box-corrected', '.deadline']) {
    const width = await page
      .locator(framed)
      .first()
      .evaluate((one) => getComputedStyle(one).borderTopWidth);
    expect(Number.parseFloat(width), framed).toBeGreaterThan(0);
  }
  expect(await readQr(page)).toBe(`https://www.example.gov.cn/${TENDER}`);
});

test('each link of an announcement says by itself where it leads', async ({ page }) => {
  await page.goto(TENDER);
  const links = await page.locator('main a').evaluateAll((all) =>
    all.map((one) => ({
      text: (one as HTMLElement).innerText.trim(),
      href: (one as HTMLAnchorElement).href,
    })),
  );
  const targets = new Map<string, Set<string>>();
  for (const { text, href } of links) targets.set(text, (targets.get(text) ?? new Set()).add(href));
  expect([...targets].filter(([, hrefs]) => hrefs.size > 1)).toEqual([]);
});

test('what one presses is at least 44 px high, or stands in a line of text', async ({ page }) => {
  await page.goto(TENDER);
  const heights = await page
    .locator(
      '.site-header nav a, .care-tools a:visible, .site-footer nav a, main .button, main button:visible, summary',
    )
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(12);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

test('the Tab key goes through the page as one reads it, and shows where it is', async ({ page }) => {
  await page.goto(TENDER);
  const stops: { place: number; outline: string }[] = [];
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const focused = document.activeElement!;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return {
          place: [...document.querySelectorAll('*')].indexOf(focused),
          outline: `${outlineStyle} ${outlineWidth}`,
        };
      }),
    );
  }
  expect(stops.map(({ place }) => place)).toEqual(stops.map(({ place }) => place).toSorted((a, b) => a - b));
  expect(new Set(stops.map(({ outline }) => outline))).toEqual(new Set(['solid 3px']));
});

/** Takes a picture of the code as it stands on the page and reads it. */
async function readQr(page: Page): Promise<string> {
  const picture = await page.locator('.qr').screenshot();
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    return { width: pixels.width, height: pixels.height, data: [...pixels.data] };
  }, picture.toString('base64'));
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}
