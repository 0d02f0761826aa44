import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEEPEST } from '../../src/core/body/markdown.ts';
import { renderBody } from '../../src/core/body/render.ts';
import { readSettings } from '../../src/settings.ts';
import { test as kioskTest, TENDER, TENDER_PAGE } from './kiosk.ts';
import { expect, test } from './site.ts';

const row = (columns: number, cell: string): string => `|${` ${cell} |`.repeat(columns)}`;
const table = (columns: number, cell: string): string =>
  [row(columns, '单项工程名称'), row(columns, '---'), row(columns, cell)].join('\n');

/** A list as deep as lists may be. */
const nested = (mark: string): string =>
  Array.from(
    { length: DEEPEST },
    (_, depth) => `${' '.repeat(depth * mark.length)}${mark}${'子项'.repeat(20)}`,
  ).join('\n');

/** Bodies that are wider than any page, each in its own way. */
const BODIES: Readonly<Record<string, string>> = {
  横线: `投标人：${'_'.repeat(300)}\n${'＿'.repeat(200)}`,
  网址: `见 https://www.example.gov.cn/${'a1b2'.repeat(100)}`,
  连着的字母和数字: `**${'GM'.repeat(200)}**\n\n## ${'GM2026'.repeat(40)}`,
  一整段没有标点: '长'.repeat(400),
  十六列: table(16, '施工'),
  六列长数字: table(6, '440608000000000000000000000000'),
  合并的格子:
    '| 甲 | 乙 ||\n| ^^ | 子 | 丑 |\n| --- | --- | --- |\n| 主管 | 1 | 2 |\n| ^^ | 3 ||\n| 合计 |||',
  缩进: `${' '.repeat(40)}${'缩进很深的一段文字'.repeat(20)}`,
  编号: `1.${'甲'.repeat(100)}\n（二）${'乙'.repeat(100)}\n①${'A'.repeat(200)}`,
  一层套一层: nested('- '),
  编号一层套一层: nested('1. '),
  示例: `\`\`\`\n${'x'.repeat(300)}\n\`\`\``,
};

const generated = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(BODIES).map(([name, body]) => [name, renderBody(body, () => undefined)]));

/** The bodies of the sample as its pages show them. */
function samples(): Readonly<Record<string, string>> {
  const folder = join(readSettings().outDir, 'announcements');
  const bodies = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const html = readFileSync(join(folder, entry.name, 'index.html'), 'utf8');
    const body = /<div class="words">([^]*?)<\/section>/u.exec(html)?.[1];
    return body === undefined ? [] : [[entry.name, body.replace(/<\/div>\s*$/u, '')] as const];
  });
  return Object.fromEntries(bodies);
}

/** What of some bodies, put where the page has its own, is wider than what it stands in and does not scroll. */
const cutIn = (page: Page, bodies: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  page.evaluate((all) => {
    const words = document.querySelector<HTMLElement>('.words')!;
    const isPaper = matchMedia('print').matches;
    return Object.entries(all).flatMap(([name, html]) => {
      words.innerHTML = html;
      const edge = Math.min(words.getBoundingClientRect().right, document.documentElement.clientWidth) + 1;
      const cut = [...words.querySelectorAll('*')].filter((element) => {
        const scrolls = element.parentElement!.closest('.scroll');
        if (scrolls && !isPaper && getComputedStyle(scrolls).overflowX === 'auto') return false;
        return (
          element.getBoundingClientRect().right > edge ||
          (!element.matches('.scroll') &&
            element.scrollWidth > element.clientWidth + 1 &&
            element.clientWidth > 0)
        );
      });
      return cut.slice(0, 1).map((element) => `${name}: ${element.outerHTML.slice(0, 80)}`);
    });
  }, bodies);

for (const [place, width, media] of [
  ['a phone of 320 px', 320, 'screen'],
  ['a desk', 1440, 'screen'],
  // 210 mm less the margins of 15 mm
  ['a sheet of A4', 680, 'print'],
] as const) {
  test(`no part of a body is cut off on ${place}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media });
    await page.goto('/announcements/gm-tz-2025-004-queue/');
    const bodies = { ...samples(), ...generated() };
    expect(Object.keys(bodies).length).toBeGreaterThan(150);
    expect(await cutIn(page, bodies)).toEqual([]);
  });
}

test('a body that is cut off would be seen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/announcements/gm-tz-2025-004-queue/');
  const wide = `<p style="white-space: nowrap; width: 900px">${'长'.repeat(100)}</p>`;
  expect(
    await cutIn(page, {
      wide: wide.replace(/ style="[^"]*"/u, ''),
      nowrap: `<p class="nav">${'长'.repeat(9)}</p>`,
    }),
  ).toEqual([]);
  await page.addStyleTag({ content: '.words p { white-space: nowrap }' }).catch(() => undefined);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.words p { white-space: nowrap }');
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await cutIn(page, { wide: `<p>${'长'.repeat(100)}</p>` })).toHaveLength(1);
});

kioskTest('no part of a body is cut off on a kiosk', async ({ visitor }) => {
  const { page, server } = visitor;
  const bodies = Object.values(generated()).join('');
  server.texts.set(TENDER_PAGE, server.read(TENDER_PAGE).replace('<div class="words">', `$&${bodies}`));
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  await visitor.touch('公告正文');
  const cut = await page.locator('.paper').evaluate((paper) => {
    const edge = paper.getBoundingClientRect().right + 1;
    return [...paper.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge && !element.closest('.wide-table'))
      .map((element) => element.outerHTML.slice(0, 80));
  });
  expect(cut).toEqual([]);
});
