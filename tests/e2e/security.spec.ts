import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startServer } from '../../src/cli/serve.ts';
import { expect, test as base } from './base.ts';
import { ELSEWHERE, GLOBAL, TITLES, writePayloads } from './payloads.ts';

/**
 * A site made of attacks, built past the check that would refuse it, and looked at with the page's own protection
 * switched off: what is proved here must hold by itself.
 */
const test = base.extend<object, { attacked: { url: string; dir: string } }>({
  attacked: [
    async ({}, use) => {
      const room = mkdtempSync(join(tmpdir(), 'zhangbang-payloads-'));
      const dir = join(room, 'site');
      writePayloads(join(room, 'content'));
      const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/e2e/unchecked-site.ts', dir], {
        env: {
          ...process.env,
          CONTENT_DIR: join(room, 'content'),
          OUT_DIR: dir,
          BASE_PATH: '/',
          SITE_URL: '',
          NODE_ENV: 'production',
        },
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`The site of attacks was not built.\n${stdout}${stderr}`);
      const server = await startServer({ dir, base: '/', port: 0 });
      await use({ url: server.url, dir });
      await server.close();
      rmSync(room, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ attacked }, use) => use(attacked.url),
});

// One worker, one build.
test.describe.configure({ mode: 'default' });
test.use({ bypassCSP: true });

const PAGES = [
  './',
  'construction/',
  'construction/2026/',
  'construction/2026/03/',
  'feeds/',
  'help/',
  'sitemap/',
  'search/',
  'projects/gm-js-2026-001/',
  ...Object.keys(TITLES).map((id) => `announcements/${id}/`),
];

/** Opens a page, touches what can be touched, and tells what ran and whom it asked. */
async function visit(page: Page, path: string, site: string): Promise<{ ran: boolean; asked: string[] }> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) asked.push(request.url());
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  expect((await page.goto(path))?.ok(), 'the page is there').toBe(true);
  for (const element of await page.locator('main a, main img, main td').all()) {
    await element.dispatchEvent('mouseover');
  }
  await page.waitForLoadState('networkidle');
  return { ran: await page.evaluate((name) => name in window, GLOBAL), asked };
}

for (const path of PAGES) {
  test(`nothing that was written runs on ${path}, and nobody else is asked for anything`, async ({
    page,
    attacked,
  }) => {
    expect(await visit(page, path, attacked.url)).toEqual({ ran: false, asked: [] });
    const made = page
      .locator('main')
      .locator(
        'script:not([src], [type="application/json"], [type="application/ld+json"]), iframe, style, svg[onload], [onerror], [onclick], [ontoggle]',
      );
    await expect(made).toHaveCount(0);
  });
}

test('the trap is live: the same payload, written unescaped, does run', async ({ page }) => {
  await page.goto('./');
  await page.evaluate((name) => {
    const image = document.createElement('img');
    image.setAttribute('onerror', `window.${name}=1`);
    image.src = 'data:,';
    document.body.append(image);
  }, GLOBAL);
  await expect.poll(() => page.evaluate((name) => name in window, GLOBAL)).toBe(true);
});

test('no link leads to a script, to a file or to another host', async ({ page }) => {
  for (const path of ['announcements/payload-1/', 'help/']) {
    await page.goto(path);
    // What the browser makes of the address is what counts.
    const targets = await page
      .locator('a[href], area[href], form[action], img[src]')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            (one as HTMLAnchorElement).href ||
            (one as HTMLImageElement).src ||
            (one as HTMLFormElement).action,
        ),
      );
    const strange = targets.filter((target) => {
      const { protocol, hostname } = new URL(target);
      return !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) || hostname === ELSEWHERE;
    });
    expect(strange).toEqual([]);
    expect(targets.length).toBeGreaterThan(5);
  }
});

test('a title stays the text that was written, in every place where it is printed', async ({
  page,
  attacked,
}) => {
  for (const [id, title] of Object.entries(TITLES)) {
    await page.goto(`announcements/${id}/`);
    await expect(page.locator('h1').first()).toHaveText(title);
    expect(await page.title()).toContain(title);
    expect(await page.locator('meta[name=ArticleTitle]').getAttribute('content')).toBe(title);
    const data = JSON.parse(readFileSync(join(attacked.dir, `announcements/${id}.json`), 'utf8')) as {
      published: { title: string };
    };
    expect(data.published.title).toBe(title);
  }
});

test('a name is set apart from the words around it, whatever way it runs', async ({ page }) => {
  await page.goto('announcements/payload-2/');
  await expect(page.locator('.files bdi')).toHaveCount(1);
});

test('feeds can be read, and their titles are those that were written', async ({ page, attacked }) => {
  const titles = Object.values(TITLES).sort();
  const feed = JSON.parse(readFileSync(join(attacked.dir, 'feeds/all.json'), 'utf8')) as {
    items: { title: string }[];
  };
  expect(feed.items.map(({ title }) => title).sort()).toEqual(titles);
  await page.goto('./');
  const xml = readFileSync(join(attacked.dir, 'feeds/all.xml'), 'utf8');
  const read = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const broken = document.querySelector('parsererror')?.textContent;
    return broken ?? [...document.querySelectorAll('item > title')].map(({ textContent }) => textContent);
  }, xml);
  expect([...read].sort()).toEqual(titles);
});

test('a search for a payload shows it as text', async ({ page, attacked }) => {
  for (const query of ['script', 'onerror', '<img', '通知']) {
    const seen = await visit(page, `search/?q=${encodeURIComponent(query)}`, attacked.url);
    expect(seen).toEqual({ ran: false, asked: [] });
  }
  await expect(page.locator('main')).toContainText('onerror');
  await expect(
    page.locator(
      'main img, main svg[onload], main script:not([src], [type="application/json"], [type="application/ld+json"])',
    ),
  ).toHaveCount(0);
});
