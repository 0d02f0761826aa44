import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { barriersOn } from './axe.ts';
import { expect, test, type LedgerSite } from './ledger-site.ts';

// One worker, one build.
test.describe.configure({ mode: 'default' });

const RECEIPT = 'ledger/proofs/gm-tz-2026-001-1.tlog-proof';
const RECORD = 'ledger/records/gm-tz-2026-001/1.json';
const ATTACHMENT = 'announcements/gm-tz-2026-001/attachment-1.txt';

/** Files of the site as a reader has kept them; `change` is what happened to them on the way. */
const kept = (site: LedgerSite, path: string, change = (text: string): string => text) => ({
  name: basename(path),
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(change(site.file(path).toString('utf8'))),
});

const choose = (page: Page, ...files: ReturnType<typeof kept>[]) =>
  page.getByLabel(/回执、登记的内容、附件/u).setInputFiles(files);

const verdict = (page: Page) => page.getByRole('status');

test('from an announcement a reader comes to the ledger and to where a receipt is checked', async ({
  page,
}) => {
  await page.goto('announcements/gm-tz-2026-001/');
  await expect(page.locator('.citation')).toContainText('第 1 号登记');
  await page.getByRole('link', { name: '核对回执' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对回执');
  await page.getByRole('navigation').getByRole('link', { name: '公开记录' }).click();
  await expect(page.locator('main')).toContainText('已签名，到第 2 号');
});

test('receipt, record and attachment agree, and only files of the site are asked for', async ({
  page,
  ledgerSite,
}) => {
  // As on plain http, where there is none.
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('verify/');
  await choose(page, ...[RECEIPT, RECORD, ATTACHMENT].map((path) => kept(ledgerSite, path)));
  await expect(verdict(page).getByRole('heading')).toHaveText(
    '一致：回执、签名、登记的内容、附件“attachment-1.txt”',
  );
  await expect(verdict(page)).toContainText('第 1 号登记：gm-tz-2026-001');
  expect(asked.filter((url) => !url.startsWith(ledgerSite.url))).toEqual([]);
});

test('what was changed is named: the record, an attachment, the receipt', async ({ page, ledgerSite }) => {
  await page.goto('verify/');
  await choose(
    page,
    kept(ledgerSite, RECEIPT),
    kept(ledgerSite, RECORD, (text) => text.replace('清明节', '重阳节')),
  );
  await expect(verdict(page).getByRole('heading')).toHaveText('不一致：登记的内容');
  await page.getByRole('button', { name: '清空' }).click();
  await expect(verdict(page)).toBeEmpty();
  await choose(page, kept(ledgerSite, RECEIPT), kept(ledgerSite, RECORD));
  await choose(
    page,
    kept(ledgerSite, ATTACHMENT, (text) => text.replace('4 日', '5 日')),
  );
  await expect(verdict(page).getByRole('heading')).toHaveText('不一致：附件“attachment-1.txt”');
  await page.getByRole('button', { name: '清空' }).click();
  await choose(
    page,
    kept(ledgerSite, RECEIPT, (text) => text.replace('index 0', 'index 1')),
  );
  await expect(verdict(page).getByRole('heading')).toHaveText('不一致：回执');
});

test('without a key nothing is said of the signature, and why', async ({ page, ledgerSite }) => {
  await page.goto('verify/');
  await choose(page, kept(ledgerSite, RECEIPT));
  await expect(verdict(page).getByRole('heading')).toHaveText('一致：回执、签名');
  await page.getByLabel(/公钥/u).fill('');
  await page.getByLabel(/公钥/u).blur();
  await expect(verdict(page).getByRole('heading')).toHaveText('无法核验：签名');
});

test('files that are dragged onto it are taken', async ({ page, ledgerSite }) => {
  await page.goto('verify/');
  const text = ledgerSite.file(RECEIPT).toString('utf8');
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], '回执.tlog-proof'));
    return data;
  }, text);
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(verdict(page).getByRole('heading')).toHaveText('一致：回执、签名');
});

test('the keyboard alone reaches each part of the form, and axe objects to nothing', async ({
  page,
  ledgerSite,
}) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('verify/');
    await choose(page, kept(ledgerSite, RECEIPT), kept(ledgerSite, RECORD));
    await expect(verdict(page).getByRole('heading')).toBeVisible();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.getByLabel(/回执、登记的内容、附件/u).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(/公钥/u)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toBeEmpty();
  await page.goto('ledger/');
  expect(await barriersOn(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and tells the other ways', async ({ page }) => {
    await page.goto('verify/');
    await expect(page.getByText('要运行 JavaScript')).toBeVisible();
    await expect(page.locator('#verify')).toBeHidden();
    await expect(page.locator('main')).toContainText('npm run verify --');
    await expect(page.locator('main')).toContainText('certutil -hashfile');
  });
});
