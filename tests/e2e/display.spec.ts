import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { noticesOn, withBand } from '../../src/core/display/band.ts';
import { parseBeat } from '../../src/core/display/beat.ts';
import type { BoardBoot } from '../../src/core/display/boot.ts';
import { cellsOf } from '../../src/core/display/cells.ts';
import { rowHeight } from '../../src/core/display/row-height.ts';
import { pagesAt, type Page as ScreenPage } from '../../src/core/display/pages.ts';
import { emPx, TIERS, type Panel } from '../../src/core/display/panel.ts';
import { LIES, WebServer, withItems, withNew, type HallServer } from './hall-server.ts';
import { expect, HallScreen, test } from './lobby.ts';

const PANELS: readonly (readonly [name: string, screen: string, panel: Panel, scale: number])[] = [
  ['across', 'lobby-a', { inches: 55, width: 1920, height: 1080, distanceM: 3 }, 1],
  ['upright', 'lobby-b', { inches: 55, width: 1080, height: 1920, distanceM: 3 }, 1],
  [
    'of 3840×2160 dots, two to a pixel',
    'lobby-a',
    { inches: 55, width: 1920, height: 1080, distanceM: 3 },
    2,
  ],
  [
    'of 3840×2160 dots, one to a pixel',
    'lobby-a',
    { inches: 55, width: 3840, height: 2160, distanceM: 3 },
    1,
  ],
];

/** The round with which a screen begins. */
const pagesOf = ({ feed, layout, factor, head: { generated } }: BoardBoot): readonly ScreenPage[] =>
  pagesAt(feed, generated, {
    layout: withBand(layout, noticesOn(feed.notices, generated)),
    factor,
    generated,
  });

for (const [name, screen, panel, scale] of PANELS) {
  test.describe(`a screen ${name}`, () => {
    test.use({ viewport: { width: panel.width, height: panel.height }, deviceScaleFactor: scale });

    test('is legible from where people stand, with nothing cut off, on every page of a round', async ({
      hall,
      server,
    }) => {
      await hall.open(screen);
      const pages = pagesOf(await hall.boot());
      expect(pages.length).toBeGreaterThan(1);
      for (const [index] of pages.entries()) {
        await hall.turnTo(`${index + 1}/${pages.length}`);
        expect(await unfit(hall.page, panel)).toEqual([]);
      }
      await server.fail('dead');
      await hall.jump(20);
      expect(await hall.footer()).toContain('没有连上服务器');
      expect(await unfit(hall.page, panel)).toEqual([]);
      await hall.jump(150);
      expect(await unfit(hall.page, panel)).toEqual([]);
    });
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [screen, viewport] of [
    ['lobby-a', { width: 1920, height: 1080 }],
    ['lobby-b', { width: 1080, height: 1920 }],
  ] as const) {
    test(`${screen} shows every announcement in the room reckoned for it, its moment first, and how old the data is`, async ({
      page,
      server,
    }) => {
      await page.setViewportSize(viewport);
      await page.goto(server.addressOf(screen));
      const boot = JSON.parse((await page.locator('#boot').textContent())!) as BoardBoot;
      const { layout, head } = boot;
      const items = pagesOf(boot).flatMap(({ kind, items }) => items.map((item) => ({ kind, item })));
      const rows = page.locator('.row:visible');
      await expect(rows).toHaveCount(items.length);
      for (const [index, row] of (await rows.all()).entries()) {
        const text = (await row.innerText()).replace(/\s+/gu, '');
        const { kind, item } = items[index]!;
        const { time, what, where, title, details, changes } = cellsOf(kind, item, head.generated);
        const written = [
          what + where,
          ...details,
          ...changes.map(({ label, was, now }) => label + was + now),
        ];
        expect(text.indexOf(time)).toBeGreaterThanOrEqual(0);
        expect(text.indexOf(time)).toBeLessThan(text.indexOf(title.replace(/\s+/gu, '')));
        for (const words of written) expect(text).toContain(words.replace(/\s+/gu, ''));
      }
      const rest = await page.locator('.rest .row').all();
      for (const [index, row] of rest.entries()) {
        const { kind, item } = items[items.length - rest.length + index]!;
        const reckoned = rowHeight(kind, item, head.generated, layout);
        expect((await row.boundingBox())!.height, item.title).toBeLessThanOrEqual(reckoned + 0.5);
      }
      await expect(page.locator('footer')).toContainText('数据 11月22日 09:00');
    });
  }
});

test('a page stays exactly as long as its titles take to read', async ({ hall }) => {
  await hall.open('lobby-b');
  const pages = pagesOf(await hall.boot());
  for (const [index, { dwell }] of pages.slice(0, 3).entries()) {
    expect(await hall.count()).toBe(`${index + 1}/${pages.length}`);
    await hall.page.clock.runFor((dwell - 1) * 1000);
    expect(await hall.count()).toBe(`${index + 1}/${pages.length}`);
    // A turn rings a whole millisecond late where the dwell has a fraction of one.
    await hall.page.clock.runFor(1001);
    expect(await hall.count()).toBe(`${index + 2}/${pages.length}`);
  }
});

for (const lie of LIES) {
  test(`a server that fails by “${lie}” changes nothing on the glass but the mark, and once it is back the mark goes`, async ({
    hall,
    server,
  }) => {
    await hall.open('lobby-b');
    const [count, rows, footer] = [await hall.count(), await hall.rows(), await hall.footer()];
    await server.fail(lie);
    await hall.jump(14);
    expect(await hall.footer()).not.toContain('没有连上服务器');
    await hall.jump(2);
    await expect(hall.page.locator('html')).toHaveClass(/\blate\b/);
    expect(await hall.footer()).toContain('已 16 分钟没有连上服务器，可能不是最新');
    expect(await hall.footer()).toContain(footer.split('\n').at(-1)!);
    await hall.jump(110);
    await expect(hall.page.locator('html')).toHaveClass(/\bstale\b/);
    expect(await hall.footer()).toContain('已 2 小时没有连上服务器，请以网站为准');
    await hall.turnTo(count);
    expect(await hall.rows()).toBe(rows);
    await server.recover();
    await hall.pass(66);
    await expect(hall.page.locator('html')).toHaveClass(/^live$/);
    expect(await hall.footer()).not.toContain('没有连上服务器');
  });
}

for (const [how, fail] of [
  ['is killed', 'kill'],
  ['stands still', 'halt'],
] as const) {
  test(`when the process of the web server ${how}, the screen goes on, says so, and recovers within a minute`, async ({
    page,
  }) => {
    test.slow();
    const server = new WebServer();
    const hall = new HallScreen(page, server);
    await server.start();
    try {
      await hall.open('lobby-b', Date.now());
      const [count, rows] = [await hall.count(), await hall.rows()];
      await server[fail]();
      await hall.jump(16);
      await expect(page.locator('footer')).toContainText('已 16 分钟没有连上服务器，可能不是最新');
      await hall.turnTo(count);
      expect(await hall.rows()).toBe(rows);
      await server.recover();
      await hall.pass(66);
      expect(await hall.footer()).not.toContain('没有连上服务器');
    } finally {
      await server.kill();
    }
  });
}

const newTitle = '刚刚发布的示例项目招标公告';

const publishNew = (server: HallServer, screen: string, title = newTitle): void =>
  server.publish(screen, (feed) => withNew(feed, title));

test('what is published is on the glass after one question and one page', async ({ hall, server }) => {
  await hall.open('lobby-b');
  publishNew(server, 'lobby-b');
  await expect(hall.page.locator('[data-list]')).not.toContainText(newTitle);
  await hall.passUntilShown(newTitle);
});

test('with each question a screen tells what it shows, how it runs and what failed', async ({
  hall,
  server,
}) => {
  const asked: string[] = [];
  hall.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/head.json')) asked.push(search);
  });
  await hall.open('lobby-a');
  const { seq } = server.headOf('lobby-a');
  const nodes = await hall.page.locator('*').count();
  await server.fail('500');
  await hall.pass(72);
  await server.recover();
  server.time += 300_000;
  await hall.pass(72 + 72);
  expect(parseBeat(asked[0]!)).toMatchObject({
    screen: 'lobby-a',
    seq,
    minutes: 0,
    errors: 0,
    hasFont: true,
  });
  const last = parseBeat(asked.at(-1)!)!;
  expect(last).toMatchObject({ screen: 'lobby-a', seq, nodes });
  expect(last.minutes).toBeGreaterThan(0);
  expect(last.errors).toBeGreaterThan(0);
  expect(Math.abs(last.skewSeconds! - 300)).toBeLessThan(10);
});

test('what is withdrawn leaves the glass with the next question, in the middle of its page', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  server.publish('lobby-b', (feed) => withItems(feed, (items, part) => (part === 0 ? items.slice(-1) : [])));
  await passOneQuestion(hall);
  expect(await hall.count()).toBe('');
  await expect(hall.page.locator('.row:visible')).toHaveCount(1);
});

test('deadlines that have moved are shown with the next question, in the middle of a page', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-a');
  const until = '2026-12-29T15:20:00+08:00';
  server.publish('lobby-a', (feed) =>
    withItems(feed, (items) => items.map((item) => ({ ...item, at: until, until, mark: '已更正' }))),
  );
  await passOneQuestion(hall);
  const row = hall.page.locator('.row:visible').first();
  await expect(row).toContainText('12月29日');
  await expect(row).toContainText('已更正');
});

/** Stops in the second in which the next question was asked: no page is over because of it. */
async function passOneQuestion(hall: HallScreen): Promise<void> {
  let asked = 0;
  hall.page.on('request', (request) => (asked += request.url().includes('/head.json') ? 1 : 0));
  for (let seconds = 0; asked === 0 && seconds < 73; seconds++) await hall.pass(1);
  expect(asked).toBe(1);
}

test('a title is text, whatever stands in it', async ({ hall, server }) => {
  const title = '</script><img src=x onerror="document.title=1">&amp;';
  publishNew(server, 'lobby-b', title);
  await hall.open('lobby-b');
  await hall.passUntilShown(title);
  await expect(hall.page.locator('img')).toHaveCount(0);
});

test('a screen switched on beside a dead server says at once how long ago it last heard', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  await server.fail('500');
  await hall.jump(30);
  await hall.page.reload();
  await hall.settle();
  await expect(hall.page.locator('footer')).toContainText('已 30 分钟没有连上服务器');
});

test('a call that closes while the screen runs leaves it', async ({ hall, server }) => {
  const first = server.feedOf('lobby-a').parts[1]!.items[0]!;
  await hall.open('lobby-a', (server.time = Date.parse(first.until!) - 60_000));
  await hall.passUntil('今明截止');
  await expect(hall.page.locator('[data-list]')).toContainText(first.title);
  await hall.pass(62);
  // There it stood first.
  await hall.passUntil('可参与项目');
  await expect(hall.page.locator('[data-list]')).not.toContainText(first.title);
});

test('a screen on which everything is over says so and is not blank', async ({ hall, server }) => {
  await hall.open('lobby-a', (server.time = Date.parse('2027-06-01T09:00:00+08:00')));
  await hall.pass(32);
  await expect(hall.page.locator('[data-empty]')).toBeVisible();
  await expect(hall.page.locator('[data-empty]')).toContainText('近期没有开标安排');
});

test('a player that has lost its clock shows none and hides nothing, until the server tells the time', async ({
  hall,
  server,
}) => {
  await server.fail('500');
  await hall.open('lobby-a', '1970-01-01T00:00:00Z');
  const rows = await hall.rows();
  await expect(hall.page.locator('[data-clock]')).toHaveText('');
  await hall.turnTo((await hall.count()).replace(/^\d+/u, '1'));
  expect(await hall.rows()).toBe(rows);
  await server.recover();
  await hall.pass(66);
  const time = new Date(server.time).toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
  await hall.pass(60);
  await expect(hall.page.locator('[data-clock]')).not.toHaveText('');
  expect((await hall.page.locator('[data-clock]').innerText()) >= time).toBe(true);
});

test('the clock and the day are those of Beijing on a player set to another zone', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York' });
  const page = await context.newPage();
  await page.clock.install({ time: server.time });
  await page.goto(server.addressOf('lobby-a'));
  await expect(page.locator('[data-clock]')).toHaveText('09:10');
  await expect(page.locator('[data-date]')).toHaveText('11月22日 星期日');
  await context.close();
});

test('when the page itself has changed it is loaded anew, once it has come whole', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  const page = 'display/lobby-b/index.html';
  const { shell } = server.headOf('lobby-b');
  const whole = server.read(page).replaceAll(shell, 'new-shell').replaceAll('最新公告', '新的页面');
  server.write(page, whole.slice(0, -30));
  server.write(
    'display/lobby-b/head.json',
    JSON.stringify({ ...server.headOf('lobby-b'), shell: 'new-shell' }),
  );
  await hall.pass(72 + 30);
  await expect(hall.page).toHaveTitle(/最新公告/u);
  server.write(page, whole);
  await hall.page.clock.fastForward('11:00');
  await expect(hall.page).toHaveTitle(/新的页面/u);
});

test('a screen’s page, script, pointer and data stay small', async ({ page, server }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  for (const screen of ['lobby-a', 'lobby-b']) {
    await page.goto(server.addressOf(screen), { waitUntil: 'networkidle' });
    expect(Buffer.byteLength(server.read(`display/${screen}/index.html`))).toBeLessThanOrEqual(40 * 1024);
    expect(Buffer.byteLength(server.read(`display/${screen}/head.json`))).toBeLessThanOrEqual(1024);
    expect(server.headOf(screen).feed.bytes).toBeLessThanOrEqual(24 * 1024);
  }
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(12 * 1024);
});

/**
 * What is wrong with the picture: text too small for its tier by its font size or by the ink of its characters, text
 * outside its row, list or the glass, an ellipsis, a contrast under 7:1.
 */
function unfit(page: Page, panel: Panel): Promise<readonly string[]> {
  const mmPerPx = (panel.inches * 25.4) / Math.hypot(panel.width, panel.height);
  const tiers = {
    floor: { em: emPx(panel, 'floor'), ink: (TIERS.floor * panel.distanceM) / mmPerPx },
    body: { em: emPx(panel, 'body'), ink: (TIERS.body * panel.distanceM) / mmPerPx },
    key: { em: emPx(panel, 'key'), ink: (TIERS.key * panel.distanceM) / mmPerPx },
  };
  return page.evaluate((wanted) => {
    const faults: string[] = [];
    const canvas = document.createElement('canvas').getContext('2d')!;
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const luminance = (colour: string): number => {
      const [r, g, b] = colour.match(/[\d.]+/gu)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const groundOf = (element: Element | null): string => {
      const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
      return colour === 'rgba(0, 0, 0, 0)' ? groundOf(element!.parentElement) : colour;
    };
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement!;
      if (node.data.trim() === '' || element.getClientRects().length === 0) continue;
      const name = `“${node.data.trim()}”`;
      const style = getComputedStyle(element);
      const isSmall = element.closest('.names, .date, .columns, .rail, footer') !== null;
      const tier = element.closest('.band') ? wanted.key : isSmall ? wanted.floor : wanted.body;
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = canvas.measureText('国标街询');
      // A hundredth of a pixel for the sum of fractions.
      if (parseFloat(style.fontSize) < tier.em - 0.01)
        faults.push(`${name} is ${style.fontSize}, not ${tier.em}px`);
      if (up + down < tier.ink - 0.01) faults.push(`${name} has ${up + down}px of ink, not ${tier.ink}`);
      if (style.textOverflow !== 'clip') faults.push(`${name} may end in an ellipsis`);
      const [a, b] = [luminance(style.color), luminance(groundOf(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 7) faults.push(`${name} has a contrast of ${contrast.toFixed(1)}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      for (const around of [
        element.closest('.row, header, footer, .columns, .band, .rail'),
        document.documentElement,
      ]) {
        const frame = around?.getBoundingClientRect();
        if (!frame) continue;
        const inside =
          box.left >= frame.left - 1 &&
          box.right <= frame.right + 1 &&
          box.top >= frame.top - 1 &&
          box.bottom <= frame.bottom + 1;
        if (!inside) faults.push(`${name} leaves its ${around!.className || around!.tagName}`);
      }
    }
    const list = document.querySelector('[data-list]')!.getBoundingClientRect();
    for (const row of document.querySelectorAll('main .row')) {
      const { bottom, right } = row.getBoundingClientRect();
      if (bottom > list.bottom + 0.5 || right > list.right + 0.5)
        faults.push(`a row leaves the list: ${row.textContent}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('main, main *')) {
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
        faults.push(`${element.className || element.tagName} is wider than its place`);
      }
    }
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight)
      faults.push('the glass scrolls');
    return faults;
  }, tiers);
}
