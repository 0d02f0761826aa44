import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { extractText } from 'unpdf';
import { spawnSync } from 'node:child_process';
import { presentEdition } from '../../src/cli/edition.ts';
import { digestOf } from '../../src/core/handout/digest.ts';
import { readSettings } from '../../src/settings.ts';
import { announcementPath } from '../../src/site/address.ts';
import { readPng } from '../core/drawn-codes.ts';
import { dotsOf } from './dots.ts';
import { allIds, answered } from './search-page.ts';
import { expect, test } from './site.ts';

/** The sheets of the sample for so many days, as the command writes them. */
function sheetsOf(folder: string, ...days: readonly string[]): string {
  const file = join(folder, 'board.html');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'board', ...days, '--out', file],
    { encoding: 'utf8', env: { ...process.env, OUT_DIR: readSettings().outDir } },
  );
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(file, 'utf8');
}

/** Readers of PDF take some characters for the radicals that their letters are shared with: 食 for ⻝. */
const RADICAL = /[\u2e80-\u2eff]/u;
const holds = (page: string, title: string): boolean =>
  [...page].some((_, at) =>
    [...title].every((char, index) => page[at + index] === char || RADICAL.test(page[at + index] ?? '')),
  );

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

test('the sheets for the notice board are pages of A4 with every title, and nothing is cut', async ({
  page,
}, { outputDir }) => {
  const html = sheetsOf(outputDir, '--from', '2026-09-01', '--until', '2026-11-22');
  await page.setContent(html);
  const titles = await page.locator('.title').allTextContents();
  expect(titles.length).toBeGreaterThan(60);
  const sheets = await page.locator('.sheet').count();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { totalPages, text } = await extractText(new Uint8Array(pdf));
  expect(totalPages).toBe(sheets);
  const pages = text.map(bare);
  expect(titles.filter((title) => !pages.some((one) => holds(one, bare(title))))).toEqual([]);
  for (const [index, one] of pages.entries())
    expect(holds(one, `第${index + 1}/${sheets}页`), one).toBe(true);
  const wide = await page
    .locator('.sheet *')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map((one) => one.outerHTML),
    );
  expect(wide).toEqual([]);
  const small = await page
    .locator('.sheet, .sheet *')
    .evaluateAll((all) => all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16).length);
  expect(small, 'letters under 12 points').toBe(0);
});

test('every code on a printed sheet is read as the address of a page that the site has', async ({
  page,
  siteUrl,
}, { outputDir }) => {
  const html = sheetsOf(outputDir, '--from', '2026-11-19', '--until', '2026-11-20');
  await page.setViewportSize({ width: 800, height: 1130 });
  await page.setContent(html);
  const codes = await page.locator('svg').all();
  expect(codes.length).toBe(8);
  for (const code of codes) {
    await code.scrollIntoViewIfNeeded();
    const address = decodeQR(await dotsOf(page, (await code.boundingBox())!));
    expect(address).toMatch(/^https:\/\/www\.example\.gov\.cn\/announcements\//u);
    const { status } = await fetch(new URL(new URL(address).pathname.slice(1), siteUrl));
    expect(status, address).toBe(200);
  }
});

test.describe('the code of a digest', () => {
  // An old day is asked for in all years: without that the search would have nothing of it.
  for (const day of ['2026-11-20', '2018-03-19'])
    test(`leads to a search that lists what was published on ${day}, and nothing else`, async ({ page }) => {
      const { text, code } = digestOf(presentEdition()!, day, announcementPath);
      const { pathname, search } = new URL(readPng(code));
      await page.goto(pathname.slice(1) + search);
      await answered(page);
      const listed = [...text.matchAll(/announcements\/([^/]+)\//gu)].map(([, id]) => id!);
      expect(listed.length).toBeGreaterThan(0);
      expect((await allIds(page)).sort()).toEqual(listed.sort());
    });
});
