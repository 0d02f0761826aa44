import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { questionsFrom } from '../core/search/exact-questions.ts';
import { startSearchServer } from '../../src/search-server/server.ts';
import { answersTo, ask, json, NOW, out, shownIds, visitAllYears } from './search-page.ts';
import { expect, test } from './site.ts';

/* The search page of a site whose settings say 检索服务: 是, before a server over that very site. */

type Server = Awaited<ReturnType<typeof startSearchServer>>;

let server: Server;
const folder = mkdtempSync(join(tmpdir(), 'zhangbang-search-'));

test.beforeAll(async () => {
  server = await startSearchServer({
    site: out,
    file: join(folder, 'search.sqlite'),
    host: '127.0.0.1',
    port: 0,
    clock: () => Date.parse(NOW),
    tell: () => undefined,
  });
});

test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

/** Names the server in the page, as the setting does, and passes questions on to it, as a web server does. */
async function withServer(page: Page): Promise<void> {
  await page.route(/\/search\/(\?.*)?$/u, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const html = (await response.text()).replace('"scripts":', '"api":"api/search","scripts":');
    await route.fulfill({ response, body: html });
  });
  await page.route('**/api/search**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: server.url + pathname + search }) });
  });
}

/** A fourth of a hundred: all of them are asked of the server in tests/search-server/engines.test.ts. */
const questions = (): readonly string[] =>
  questionsFrom(
    readdirSync(join(out, 'search/texts')).flatMap((name) =>
      Object.values(json<Record<string, readonly string[]>>(`search/texts/${name}`)).map((pieces) => ({
        pieces,
      })),
    ),
    20261123,
  ).filter((_, place) => place % 4 === 0);

test('questions have the answers that the page gives by itself, word for word, without its index', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await visitAllYears(page);
  const alone = await answersTo(page, questions());
  await withServer(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await visitAllYears(page);
  expect(await answersTo(page, questions())).toEqual(alone);
  expect(fetched.filter((url) => url.includes('/search/index/'))).toEqual([]);
  expect(fetched.some((url) => url.includes('/api/search?q='))).toBe(true);
});

test('a server that is away is told, and the page answers by itself', async ({ page }) => {
  await withServer(page);
  await page.goto('search/');
  await ask(page, '营业执照');
  await expect(page.locator('#results-notice')).toBeHidden();
  const answered = await shownIds(page);
  await page.unroute('**/api/search**');
  await page.route('**/api/search**', (route) => route.abort());
  await page.goto('search/');
  await ask(page, '营业执照');
  await expect(page.locator('#results-notice')).toContainText('检索服务没有应答');
  expect(await shownIds(page)).toEqual(answered);
});

test('a site without the setting never loads what speaks with a server', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('search/', { waitUntil: 'networkidle' });
  await ask(page, '营业执照 法人');
  const scripts = fetched.filter((url) => url.endsWith('.js')).map((url) => url.replace(/^.*\//u, ''));
  expect(scripts.some((name) => name.startsWith('answer.'))).toBe(true);
  const speaking = readdirSync(join(out, 'assets')).filter(
    (name) => name.endsWith('.js') && readFileSync(join(out, 'assets', name), 'utf8').includes('api/search'),
  );
  expect(speaking).toHaveLength(1);
  expect(scripts).not.toContain(speaking[0]);
  expect(fetched.filter((url) => url.includes('/api/'))).toEqual([]);
});
