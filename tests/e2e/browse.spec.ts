import { check } from '../../src/core/check.ts';
import { oldAddresses } from '../../src/core/old-addresses.ts';
import { shardOf } from '../../src/core/old-addresses/browser/shard.ts';
import { closingOf, openAt, rowOf } from '../../src/core/listing.ts';
import { expect, test } from './site.ts';

const content = check('content');
const rows = content.corpus.entries.map((entry) => rowOf(entry, content.links));
const open = openAt(rows, '2026-11-22T09:00:00+08:00');
const now = new Date('2026-11-22T09:00:00+08:00');
const MOVED = 'announcements/gm-js-2026-031-tender/';

test.describe('可参与', () => {
  test('lists every call that can still be joined, the next to close first, and leads to each day of closing', async ({
    page,
  }) => {
    await page.clock.setFixedTime(now);
    await page.goto('./');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '可参与' }).click();
    await expect(page).toHaveURL(/\/open\/$/u);
    const all = page.getByRole('region', { name: `${open.length} 项，现在可以参加` });
    const links = await all
      .locator('.row-title a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')!.split('/').at(-2)));
    expect(links).toEqual(open.map(({ id }) => id));
    const ruler = page.getByRole('region', { name: '今后三十天的截止' });
    await expect(ruler.locator('.is-today')).toHaveAttribute('data-day', '2026-11-22');
    const [first] = new Set(open.map((row) => closingOf(row).slice(0, 10)));
    await expect(ruler.getByRole('link').first()).toHaveAttribute('href', `#open-${first}`);
    await expect(page.locator(`#open-${first} .row-time`)).toHaveText(
      /^\s*11月23日\s+文件获取结束\s+明天\s*$/u,
    );
  });

  test('what has closed since the list was made stays, and says so', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-24T10:00:00+08:00'));
    await page.goto('open/');
    const first = page.locator('.rows li').first();
    await expect(first.locator('.tag')).toHaveText('文件获取已结束');
    await expect(page.locator('.is-today')).toHaveAttribute('data-day', '2026-11-24');
    const inside = page.getByRole('region', { name: /^\d+ 项，只限已领取文件或者已报名的单位$/u });
    await expect(inside.locator('.rows li').first().locator('.row-time')).toHaveText(
      /^\s*12月2日 09:30\s+投标截止\s+还有 8 天\s*$/u,
    );
    await expect(page.locator('.tag-closed')).toHaveCount(2);
  });

  test('a deadline that was moved shows the new one and, struck through, the old one', async ({ page }) => {
    for (const path of ['open/', 'construction/2026/10/']) {
      await page.goto(path);
      const row = page.locator('.rows li', { has: page.locator(`a[href$="${MOVED}"]`) }).first();
      await expect(row.locator('time[datetime="2026-12-08T09:30:00+08:00"]')).toHaveText('12月8日 09:30');
      await expect(row.locator('del')).toHaveText('原时间 11月18日 09:30');
      await expect(row.locator('del time')).toHaveAttribute('datetime', '2026-11-18T09:30:00+08:00');
      await expect(row.locator('del .visually-hidden')).toHaveText('原时间');
    }
  });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('the calls of one region are one link away', async ({ page }) => {
        const inGenghe = open.filter(({ region }) => region === '更合镇');
        await page.goto('open/');
        await page
          .getByRole('navigation', { name: '按地区' })
          .getByRole('link', { name: `更合镇 ${inGenghe.length}` })
          .click();
        const part = page.getByRole('region', { name: `更合镇，${inGenghe.length} 项现在可以参加` });
        await expect(part).toBeInViewport();
        await expect(part.locator('.row-title a')).toHaveText(inGenghe.map(({ title }) => title));
      });

      test('the calls of one category are one link away', async ({ page }) => {
        const ofLand = open.filter(({ category }) => category === 'land');
        await page.goto('open/');
        await page
          .getByRole('navigation', { name: '按类别' })
          .getByRole('link', { name: `土地 ${ofLand.length}` })
          .click();
        await expect(page.locator('section[aria-labelledby=open] .row-title a')).toHaveText(
          ofLand.map(({ title }) => title),
        );
      });
    });
  }
});

test.describe('a row of a list', () => {
  test('has its whole title as a link, at least 44 px high, and its facts in a fixed order', async ({
    page,
  }) => {
    await page.clock.setFixedTime(now);
    for (const path of ['./', 'open/', 'construction/', 'construction/2026/11/']) {
      await page.goto(path);
      const list = page.locator('.rows > li');
      expect(await list.count()).toBeGreaterThan(5);
      for (const row of await list.all()) {
        const link = row.getByRole('heading').getByRole('link');
        expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
        const id = (await link.getAttribute('href'))!.split('/').at(-2);
        await expect(link).toHaveText(rows.find((one) => one.id === id)!.title);
      }
    }
    await page.goto('construction/2026/10/');
    const row = page.locator('.rows li', { has: page.locator(`a[href$="${MOVED}"]`) });
    const words = (await row.innerText()).replace(/\s+/gu, ' ').trim();
    expect(words).toBe(
      '发布 10月26日 文件获取已结束 更合镇示例圩镇污水管网完善工程施工招标公告 已更正 建设工程 招标公告 更合镇 文件获取结束 11月9日 投标截止 12月8日 09:30 原时间 11月18日 09:30 招标人 更合镇示例城乡建设办公室 1,160 万元 预算金额',
    );
  });

  test('stands under a heading that says what is listed and how many', async ({ page }) => {
    for (const [path, heading] of [
      ['construction/2026/11/', /^2026年11月公告，共 \d+ 条$/u],
      ['construction/2026/', /^2026年公告，共 \d+ 条$/u],
      ['construction/', /^可参与的项目，共 \d+ 条/u],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 2, name: heading })).toHaveCount(1);
    }
    await page.goto('construction/2026/11/');
    const said = /共 (\d+) 条/u.exec((await page.locator('h2').first().textContent())!)![1];
    await expect(page.locator('.rows > li')).toHaveCount(Number(said));
  });
});

test.describe('an address that does not exist', () => {
  test('is repeated as text, with a search and three ways on: what is open, the site map and the telephone', async ({
    page,
  }) => {
    const response = await page.goto('jyxx/%E6%B2%A1%E6%9C%89.html?<img src=x onerror=alert(1)>');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到这个页面');
    await expect(page.locator('#asked')).toContainText('您要找的地址：/jyxx/没有.html?<img');
    await expect(page.locator('#asked *')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
    const ways = page.getByRole('main').locator('.ways a');
    await expect(ways).toHaveText(['可参与的项目', '站点地图', /^0757-\d+$/u]);
    await expect(page.getByRole('main').locator('a[href^="tel:"]')).toHaveCount(1);
  });

  for (const { old, id } of oldAddresses(content.corpus.entries)) {
    test(`the old address ${old} leads to its announcement`, async ({ page }) => {
      await page.goto(old.slice(1));
      await expect(page).toHaveURL(new RegExp(`/announcements/${id}/$`, 'u'));
    });
  }

  test('an old address with another query is not taken for it, and one part alone is asked for', async ({
    page,
  }) => {
    const parts = new Set(oldAddresses(content.corpus.entries).map(({ old }) => shardOf(old)));
    const asked = Array.from(
      { length: 1000 },
      (_, number) => `/ShowInfo.aspx?InfoID=${number}&CategoryNum=9`,
    );
    const old = asked.find((one) => parts.has(shardOf(one)))!;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const looked = page.waitForResponse(/redirects\/\w+\.json$/u);
    await page.goto(old.slice(1));
    await (await looked).finished();
    await expect(page.locator('#asked')).toContainText('CategoryNum=9');
    expect(requests.filter((url) => url.includes('/redirects/'))).toEqual([
      expect.stringMatching(new RegExp(`/redirects/${shardOf(old)}\\.json$`, 'u')),
    ]);
  });

  test('an old address in other capitals leads on, as it did on a server that ignored them', async ({
    page,
  }) => {
    await page.goto('JYXX/001001/20180308/3.HTML');
    await expect(page).toHaveURL(/\/announcements\/gm-js-2018-003-tender\/$/u);
  });

  test('an old address in GBK is looked for as it was sent', async ({ page }) => {
    await page.route(/404|%D5/u, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(/data-shards="[^"]*"/u, `data-shards="${shardOf('/%D5%D0.html')}"`);
      await route.fulfill({ response, body });
    });
    const paths = { '/%D5%D0.html': MOVED };
    await page.route(/redirects\/\w+\.json$/u, (route) => route.fulfill({ json: paths }));
    await page.goto('%D5%D0.html');
    await expect(page).toHaveURL(new RegExp(`/${MOVED}$`, 'u'));
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an old address that was a page leads to its announcement', async ({ page }) => {
    await page.goto('jyxx/001001/20180308/3.html');
    await expect(page).toHaveURL(/\/announcements\/gm-js-2018-003-tender\/$/u);
  });
});
