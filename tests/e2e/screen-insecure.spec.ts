import type { Page } from '@playwright/test';
import { withNew, type HallServer } from './hall-server.ts';
import { expect, test } from './lobby.ts';

/*
 * An intranet address without TLS, as most halls have it: no service worker, no caches, no crypto.subtle. The name is
 * resolved by the browser itself, so that the address is not one of this machine, which browsers trust.
 */
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP screens.hall.test 127.0.0.1'];
    await use({ ...launchOptions, args });
  },
});

test.beforeEach(({ server }) => {
  const { addressOf } = server;
  server.addressOf = (screen) => addressOf.call(server, screen).replace('127.0.0.1', 'screens.hall.test');
});

const newTitle = '刚刚发布的示例项目招标公告';

const publish = (server: HallServer, title: string): void =>
  server.publish('lobby-b', (feed) => withNew(feed, title));

test('without a secure context a screen takes new data, keeps it, and starts with it when the server answers no more', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  expect(
    await hall.page.evaluate(() => [
      isSecureContext,
      'serviceWorker' in navigator,
      'caches' in globalThis,
      (crypto as Partial<Crypto>).subtle,
    ]),
  ).toEqual([false, false, false, undefined]);
  publish(server, newTitle);
  await hall.passUntilShown(newTitle);
  await server.fail('500');
  await hall.page.reload();
  await hall.settle();
  await expect(hall.page.locator('.forms')).toContainText(newTitle);
});

test('a slot that a power cut left half written is passed over', async ({ hall, server }) => {
  await hall.open('lobby-b');
  const rows = await hall.rows();
  for (const title of ['第一份新公告', '第二份新公告', '第三份新公告']) {
    publish(server, title);
    await hall.passUntilShown(title);
  }
  await server.fail('500');
  await cutShort(hall.page, '第三份新公告');
  await hall.page.reload();
  await expect(hall.page.locator('.forms')).toContainText('第二份新公告');
  await expect(hall.page.locator('.forms')).not.toContainText('第三份新公告');
  await cutShort(hall.page, '第二份新公告');
  await hall.page.reload();
  await hall.settle();
  expect(await hall.rows()).toBe(rows);
});

test('a slot in which a memory card changed one character is passed over', async ({ hall, server }) => {
  await hall.open('lobby-b');
  for (const title of ['第一份新公告', '第二份新公告']) {
    publish(server, title);
    await hall.passUntilShown(title);
  }
  await server.fail('500');
  await hall.page.evaluate(() => {
    for (const [key, value] of Object.entries(localStorage))
      localStorage.setItem(key, String(value).replace('第二份新公告', '第二份假公告'));
  });
  await hall.page.reload();
  await hall.settle();
  await expect(hall.page.locator('.forms')).toContainText('第一份新公告');
  expect(await hall.rows()).not.toContain('第二份');
});

test('a page printed after what was stored is shown as it was printed', async ({ hall, server }) => {
  await hall.open('lobby-b');
  publish(server, newTitle);
  await hall.passUntilShown(newTitle);
  const path = 'display/lobby-b/index.html';
  const { seq } = JSON.parse((await hall.page.locator('#boot').textContent())!).head as { seq: number };
  const [first] = server.feedOf('lobby-b').parts[0]!.items.slice(1);
  const printed = '随网页一起印出的示例公告';
  server.write(
    path,
    server
      .read(path)
      .replaceAll(String(seq), String(seq + 20_000))
      .replaceAll(first!.title, printed),
  );
  await server.fail('500');
  await hall.page.reload();
  await hall.settle();
  await expect(hall.page.locator('.forms')).toContainText(printed);
  await expect(hall.page.locator('.forms')).not.toContainText(newTitle);
});

/** Cuts off the end of the slot in which a text stands, as a power cut does. */
const cutShort = (page: Page, text: string): Promise<void> =>
  page.evaluate((part) => {
    for (const [key, value] of Object.entries(localStorage)) {
      if (String(value).includes(part)) localStorage.setItem(key, String(value).slice(0, -50));
    }
  }, text);

test('a browser that stores nothing shows what the server has, and says how old it is', async ({
  hall,
  server,
}) => {
  await hall.page.addInitScript(() => {
    const refuse = {
      get: (): never => {
        throw new DOMException('refused', 'SecurityError');
      },
    };
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, refuse);
  });
  await hall.open('lobby-b');
  publish(server, newTitle);
  await hall.passUntilShown(newTitle);
  await server.fail('500');
  await hall.jump(20);
  expect(await hall.footer()).toContain('没有连上服务器');
  await hall.turnTo((await hall.count()).replace(/^\d+/u, '1'));
  expect(await hall.rows()).toContain(newTitle);
});
