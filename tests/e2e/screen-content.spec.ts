import { drawQr } from '../../src/core/qr.ts';
import type { Item } from '../../src/core/screen/browser/feed.ts';
import { nameOf } from '../../src/core/screen/browser/name.ts';
import { withItems, withNew, type HallServer } from './hall-server.ts';
import { expect, pagesOf, test, type HallScreen } from './lobby.ts';

const newTitle = '刚刚发布的示例项目招标公告';

const publishNew = (server: HallServer, screen: string, title = newTitle): void =>
  server.publish(screen, (feed) => withNew(feed, title));

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

test('what is published is on the glass after one question and one page', async ({ hall, server }) => {
  await hall.open('lobby-b');
  publishNew(server, 'lobby-b');
  await expect(hall.page.locator('.forms')).not.toContainText(newTitle);
  await hall.passUntilShown(newTitle);
});

test('what is withdrawn leaves the glass with the next question, in the middle of its page', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  server.publish('lobby-b', (feed) => withItems(feed, (items, part) => (part === 0 ? items.slice(-1) : [])));
  await passOneQuestion(hall);
  expect(await hall.count()).toBe('');
  expect(await hall.page.locator('.row:visible').count()).toBe(1);
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
  // Read once: whoever waits sees the page turn.
  const row = (await hall.page.locator('.row:visible').first().innerText()).replace(/\s/gu, '');
  expect(row).toContain('12月29日');
  expect(row).toContain('已更正');
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

test('a call that closes while the screen runs leaves it', async ({ hall, server }) => {
  const until = '2026-11-22T10:00:00+08:00';
  server.publish('lobby-a', (feed) =>
    withItems(feed, (items, part) =>
      items.map((item, index) => (part === 2 && index === 0 ? { ...item, at: until, until } : item)),
    ),
  );
  const name = nameOf(server.feedOf('lobby-a').parts[2]!.items[0]!);
  await hall.open('lobby-a', (server.time = Date.parse(until) - 3 * 60_000));
  await hall.passUntilShown(name);
  await hall.pass(180);
  await hall.passUntil('近期安排');
  await hall.passUntil('可参与项目');
  expect(await hall.rows()).not.toContain(name);
});

test('a screen on which everything is over says so and is not blank', async ({ hall, server }) => {
  await hall.open('lobby-a', (server.time = Date.parse('2027-06-01T09:00:00+08:00')));
  await hall.pass(32);
  await expect(hall.page.locator('[data-empty]')).toBeVisible();
  await expect(hall.page.locator('[data-empty]')).toContainText('近期没有开标安排');
});

test('where one announcement is all there is the glass is composed for it, with the code of its page, and a second one brings the list back', async ({
  hall,
  server,
}) => {
  const [first, second] = server
    .feedOf('lobby-a')
    .parts.flatMap(({ kind, items }) => (kind === 'open' ? items : []));
  const address = (id: string): string => `https://www.example.gov.cn/announcements/${id}/`;
  const publish = (item: Item): void =>
    server.publish('lobby-a', (feed) => ({
      ...feed,
      notices: [],
      parts: [{ kind: 'open', items: [item], leftOut: 0 }],
      single: { id: item.id, name: item.title, label: '投标截止', at: item.at, qr: drawQr(address(item.id)) },
    }));
  publish(first!);
  await hall.open('lobby-a');
  await hall.passUntilIn('[data-single]', first!.title);
  expect(await hall.scan('[data-single] .qr')).toBe(address(first!.id));
  await expect(hall.page.locator('.middle')).toBeHidden();
  publish(second!);
  await hall.passUntilIn('[data-single]', second!.title);
  expect(await hall.scan('[data-single] .qr')).toBe(address(second!.id));
  server.publish('lobby-a', ({ single: _, ...feed }) => ({
    ...feed,
    parts: [{ kind: 'open', items: [first!, second!], leftOut: 0 }],
  }));
  await hall.pass(110);
  await expect(hall.page.locator('[data-single]')).toBeHidden();
  await expect(hall.page.locator('.middle')).toBeVisible();
});
