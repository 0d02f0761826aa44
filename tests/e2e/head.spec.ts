import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const TENDER = 'announcements/gm-js-2026-031-tender/';
const SITE = 'https://www.example.gov.cn/';

const tag = (page: Page, name: string): Promise<string | null> =>
  page.locator(`meta[name="${name}"]`).getAttribute('content');

interface Thing {
  '@context': string;
  '@type': string;
  [property: string]: unknown;
}

const data = async (page: Page): Promise<readonly Thing[]> => {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.map((text) => JSON.parse(text) as Thing);
};

test('an announcement carries every tag that government sites must have', async ({ page }) => {
  await page.goto(TENDER);
  const title = await page.locator('h1').textContent();
  expect(await tag(page, 'SiteName')).toBe('高明公共资源交易（示例站）');
  expect(await tag(page, 'SiteDomain')).toBe('www.example.gov.cn');
  expect(await tag(page, 'SiteIDCode')).toMatch(/^\d{10}$/u);
  expect(await tag(page, 'ColumnName')).toBe('建设工程');
  expect(await tag(page, 'ColumnType')).toBe('信息公开');
  expect(await tag(page, 'ColumnDescription')).toContain('建设工程');
  expect(await tag(page, 'ColumnKeywords')).toContain('招标公告');
  expect(await tag(page, 'ArticleTitle')).toBe(title);
  expect(await tag(page, 'PubDate')).toBe('2026-10-26 09:00');
  expect(await tag(page, 'ContentSource')).toBe('佛山市公共资源交易中心高明分中心');
  expect(await tag(page, 'Keywords')).toContain('GM-JS-2026-031');
  expect(await tag(page, 'Author')).toBe('佛山市公共资源交易中心高明分中心');
  expect(await tag(page, 'Description')).toContain('投标截止2026年12月8日');
  expect(await tag(page, 'Url')).toBe(`${SITE}${TENDER}`);
});

test('a link that is shared shows title, deadline, buyer and the picture of the site, and no tag comes twice', async ({
  page,
  request,
}) => {
  await page.goto(TENDER);
  const shared = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
  expect(await shared('title')).toBe(await page.locator('h1').textContent());
  expect(await shared('description')).toMatch(/^投标截止 2026年12月8日.*，招标人 更合镇示例城乡建设办公室/u);
  expect(await shared('url')).toBe(`${SITE}${TENDER}`);
  const picture = new URL((await shared('image'))!);
  expect((await request.get(picture.pathname)).headers()['content-type']).toBe('image/png');
  await expect(page.locator('[itemscope] meta[itemprop=name]')).toHaveCount(1);
  await expect(page.locator('meta[name=description i]')).toHaveCount(1);
});

for (const path of ['construction/', 'construction/2026/11/', 'search/', 'open/', 'statistics/']) {
  test(`the list ${path} carries the tags of the site and its column, and none of an article`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const name of ['SiteName', 'ColumnName', 'ColumnType', 'ColumnDescription', 'ColumnKeywords']) {
      expect(await tag(page, name), name).toBeTruthy();
    }
    await expect(page.locator('meta[name=ArticleTitle], meta[name=PubDate]')).toHaveCount(0);
  });
}

test('a program reads a tender as an article about a demand, with its deadline in force and its price', async ({
  page,
}) => {
  await page.goto(TENDER);
  const things = await data(page);
  expect(things.map((thing) => thing['@type'])).toEqual(['Article', 'BreadcrumbList']);
  expect(things.map((thing) => thing['@context'])).toEqual(things.map(() => 'https://schema.org'));
  expect(things[0]).toMatchObject({
    url: `${SITE}${TENDER}`,
    datePublished: '2026-10-26T09:00:00+08:00',
    dateModified: '2026-11-12T17:00:00+08:00',
    about: {
      '@type': 'Demand',
      validThrough: '2026-12-08T09:30:00+08:00',
      eligibleRegion: '更合镇',
      priceSpecification: { price: '11600000.00', priceCurrency: 'CNY' },
    },
  });
  // Who is asked by telephone is for people.
  expect(JSON.stringify(things)).not.toContain('罗工');
});

test('the crumbs of a page say the same to a program', async ({ page }) => {
  await page.goto('construction/2026/11/');
  const [crumbs] = await data(page);
  const shown = await page.locator('.crumbs a').allTextContents();
  const items = crumbs!['itemListElement'] as readonly { name: string; item: string; position: number }[];
  expect(items.map(({ name }) => name)).toEqual(shown.map((name) => name.trim()));
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
  expect(items[0]!.item).toBe(SITE);
});

test('the home page says whose site it is and how it is searched', async ({ page }) => {
  await page.goto('./');
  const things = await data(page);
  expect(things.map((thing) => thing['@type'])).toEqual(['WebSite', 'GovernmentOrganization']);
  expect(things[0]).toMatchObject({
    potentialAction: { target: `${SITE}search/?q={search_term_string}` },
  });
});

test('every form of an announcement that its head names is there', async ({ page, request }) => {
  await page.goto(TENDER);
  const links = page.locator('link[rel=alternate]');
  const types = await links.evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).type));
  expect(types).toEqual([
    'application/rss+xml',
    'application/feed+json',
    'text/calendar',
    'application/json',
  ]);
  for (const href of await links.evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).href))) {
    expect((await request.get(href)).status(), href).toBe(200);
  }
});

test('the foot of every page names whom the rules for government sites ask for', async ({ page }) => {
  for (const path of ['./', TENDER, 'no-such-page/']) {
    await page.goto(path);
    const foot = page.getByRole('contentinfo');
    for (const words of ['主办单位', '电话', '网站标识码', '粤ICP备', '粤公网安备']) {
      await expect(foot).toContainText(words);
    }
    await expect(foot.getByRole('link', { name: '站点地图' })).toBeVisible();
    await expect(foot.getByRole('link', { name: /我为政府网站找错/u })).toHaveAttribute('rel', 'external');
    const badge = foot.getByRole('img', { name: '党政机关网站标识' });
    expect(await badge.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
});

test('whoever leaves the site is told so in words, before', async ({ page }) => {
  await page.goto('./');
  const links = await page
    .locator('a[href^=http]')
    .evaluateAll((all) =>
      all
        .filter((one) => (one as HTMLAnchorElement).host !== location.host)
        .map((one) => getComputedStyle(one, '::after').content),
    );
  expect(links.length).toBeGreaterThanOrEqual(4);
  expect(new Set(links)).toEqual(new Set(['"（站外）"']));
});
