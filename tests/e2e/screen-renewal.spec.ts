import type { Page } from '@playwright/test';
import { expect, test } from './lobby.ts';
import { VirtualTime } from './virtual-time.ts';

/** Seconds. */
const MINUTE = 60;
const HOUR = 3600;

// Less to paint; and a page whose time was stopped is no use to another test.
test.use({ viewport: { width: 320, height: 180 }, reuseContext: false });

/** The times at which a page was loaded, in minutes since the first. */
function loadsOf(page: Page, server: { time: number }): number[] {
  const times: number[] = [];
  let first: number | undefined;
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) return;
    first ??= server.time;
    times.push((server.time - first) / 60_000);
  });
  return times;
}

/** A client whose loops stand still from the start: no timer but the second one ever rings. */
const standStill = (): void => void Object.defineProperty(globalThis, 'setTimeout', { value: () => 0 });

/** A browser that refuses to store anything, as one does in a profile that is full or locked. */
function storeNothing(): void {
  const refuse = {
    get: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  };
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, refuse);
}

for (const [where, prepare] of [
  ['', []],
  [', also where nothing can be stored', [storeNothing]],
] as const) {
  test(`a page that stands still is loaded anew, but not within ten minutes and not four times an hour${where}`, async ({
    page,
    server,
  }) => {
    for (const script of [standStill, ...prepare]) await page.addInitScript(script);
    const loads = loadsOf(page, server);
    const time = await VirtualTime.open(page, server, 'lobby-b');
    await time.pass(4 * HOUR);
    expect(loads.length).toBeGreaterThan(8);
    // The server's clock is known to three minutes.
    const gaps = loads.slice(1).map((at, index) => at - loads[index]!);
    expect(Math.min(...gaps.slice(1))).toBeGreaterThanOrEqual(10 - 3);
    for (const at of loads) {
      expect(loads.filter((other) => other > at && other < at + 57).length).toBeLessThanOrEqual(3);
    }
  });
}

test('a page that stands still beside a dead server is not given up for an error page', async ({
  page,
  server,
}) => {
  await page.addInitScript(standStill);
  const loads = loadsOf(page, server);
  const time = await VirtualTime.open(page, server, 'lobby-b');
  const { rows } = await time.glass();
  await server.fail('dead');
  await time.pass(2 * HOUR);
  expect(loads).toHaveLength(1);
  expect((await time.glass()).rows).toBe(rows);
});

for (const [how, loaded] of [
  ['with the server well', 2],
  ['with a server that sends half the page', 1],
  ['with a server that is dead', 1],
] as const) {
  test(`the night finds a page loaded ${loaded === 1 ? 'once' : 'anew'} ${how}, and it goes on`, async ({
    page,
    server,
  }) => {
    server.time = Date.parse('2026-11-23T02:10:00+08:00');
    const loads = loadsOf(page, server);
    const time = await VirtualTime.open(page, server, 'lobby-b');
    await time.pass(HOUR + 16 * MINUTE);
    expect(loads).toHaveLength(1);
    const path = 'display/lobby-b/index.html';
    if (how.includes('half')) server.write(path, server.read(path).slice(0, -20));
    if (how.includes('dead')) await server.fail('dead');
    await time.pass(20 * MINUTE);
    expect(loads).toHaveLength(loaded);
    const glass = await time.glass();
    expect(glass.clock).toMatch(/^03:4\d$/u);
    expect(glass.rows).not.toBe('');
  });
}

test('two errors that nobody caught change nothing, the third within ten minutes loads the page anew', async ({
  page,
  server,
}) => {
  const loads = loadsOf(page, server);
  const time = await VirtualTime.open(page, server, 'lobby-b');
  const fail = (): Promise<void> =>
    page.evaluate(() => {
      dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
    });
  for (let error = 0; error < 6; error++) {
    await fail();
    await time.pass(6 * MINUTE);
  }
  expect(loads).toHaveLength(1);
  await fail();
  await fail();
  await time.pass(6 * MINUTE);
  expect(loads).toHaveLength(2);
  for (let error = 0; error < 120; error++) {
    await fail();
    await time.pass(MINUTE);
  }
  expect(loads.length).toBeLessThanOrEqual(2 + 6);
  expect(loads.length).toBeGreaterThan(4);
});

test('what a photograph must show to support is there for who asks, and for nobody else', async ({
  page,
  server,
}) => {
  const time = await VirtualTime.open(page, server, 'lobby-b');
  await expect(page.locator('.diagnosis')).toHaveCount(0);
  await server.fail('500');
  await Promise.all([page.goto(`${server.addressOf('lobby-b')}?diag=1`), time.pass(10 * MINUTE)]);
  const text = await page.locator('.diagnosis').innerText();
  const { seq, shell } = server.headOf('lobby-b');
  for (const part of [`shown ${seq}`, `page ${shell}`, 'skew ?', 'font yes', 'status 500'])
    expect(text).toContain(part);
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
