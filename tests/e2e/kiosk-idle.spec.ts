import { parseBeat, toQuery } from '../../src/core/screen/browser/beat.ts';
import { expect, NOON, test, type Visitor } from './kiosk.ts';

const MINUTE = 60_000;

/** Sequence of the build that the tests look at. */
const SEQ = 20261122090000;

/** Marks the document, so that another in its place is noticed. */
const mark = (visitor: Visitor): Promise<void> =>
  visitor.page.evaluate(() => void Object.assign(window, { marked: true }));

/** Until the other document is there, it is this one. */
const isMarked = (visitor: Visitor): Promise<boolean> =>
  visitor.page.evaluate(() => 'marked' in window).catch(() => true);

const question = (visitor: Visitor) => visitor.page.getByRole('alertdialog', { name: '您还在看吗？' });

test('after a minute without a touch a kiosk asks, and a touch is an answer', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('zbgg');
  await page.clock.runFor(58_000);
  await expect(question(visitor)).toBeHidden();
  await page.clock.runFor(2_500);
  await expect(question(visitor)).toBeVisible();
  await expect(page.getByRole('button', { name: '继续使用' })).toBeFocused();
  const seconds = page.locator('[data-seconds]');
  const left = Number(await seconds.textContent());
  expect(left).toBeGreaterThan(15);
  await page.clock.runFor(5_000);
  expect(Number(await seconds.textContent())).toBeLessThanOrEqual(left - 4);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '看完了，清除' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '继续使用' })).toBeFocused();
  await visitor.touch('继续使用');
  await expect(question(visitor)).toBeHidden();
  await expect(page.locator('[data-query]')).toHaveText('ZBGG');
  await page.clock.runFor(58_000);
  await expect(question(visitor)).toBeHidden();
});

test('a kiosk that is left begins anew and keeps nothing of its visitor', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await visitor.touch('大字');
  await visitor.type('zbgg');
  await visitor.touch('下一页');
  await page.locator('.row').first().tap();
  await visitor.touch('下一页');
  await page.evaluate(() => {
    localStorage.setItem('visitor', 'zbgg');
    sessionStorage.setItem('visitor', 'zbgg');
  });
  const [address, steps] = [page.url(), await page.evaluate(() => history.length)];
  await mark(visitor);
  const fresh = page.waitForEvent('load');
  await page.clock.runFor(81_000);
  await fresh;
  await visitor.ready();
  expect(await isMarked(visitor)).toBe(false);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.length])).toEqual([
    0,
    0,
    steps,
  ]);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.content()).not.toMatch(/zbgg/iu);
  await expect(page.locator('[data-start]')).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-size');
  await expect(page.locator('[data-query]')).toHaveText('按每个字的第一个字母，或者项目编号');
  await expect(page.locator('.view')).toBeEmpty();
  expect(await page.evaluate(() => [scrollX, scrollY, visualViewport!.scale])).toEqual([0, 0, 1]);
  // What was typed is in no address that a web server could write down.
  for (const url of asked) {
    const { pathname, search, hash } = new URL(url);
    expect(pathname + hash).not.toMatch(/zbgg|#/iu);
    if (!pathname.endsWith('/head.json')) expect(search).toBe('');
    else expect(search).toBe(toQuery(parseBeat(search)!));
  }
});

for (const of of ['kiosk/', 'assets/'])
  test(`with nothing to be had of ${of} a kiosk clears all the same, and stays`, async ({ visitor }) => {
    const { page, server } = visitor;
    await visitor.comeTo('hall-1');
    await visitor.type('zbgg');
    await mark(visitor);
    server.fault = { of, by: 'resets' };
    await visitor.pass(85);
    await expect(page.locator('[data-start]')).toBeVisible();
    await expect(page.locator('.view')).toBeEmpty();
    await expect(page.locator('[data-query]')).toHaveText('按每个字的第一个字母，或者项目编号');
    expect(await isMarked(visitor)).toBe(true);
    await visitor.type('zbgg');
    await expect(page.locator('.row').first()).toContainText('招标公告');
  });

test('with each question a kiosk tells how it runs and what failed', async ({ visitor }) => {
  const { page, server } = visitor;
  const told: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/kiosk/hall-1/head.json')) told.push(search);
  });
  await visitor.comeTo('hall-1');
  server.fault = { of: 'kiosk/', by: 'resets' };
  await visitor.pass(70);
  server.fault = undefined;
  await visitor.pass(20);
  expect(parseBeat(told[0]!)).toMatchObject({
    screen: 'hall-1',
    seq: SEQ,
    errors: 0,
    hasFont: true,
    state: 'current',
    minutesAlone: 0,
    size: page.viewportSize(),
  });
  const last = parseBeat(told.at(-1)!)!;
  expect(last.errors).toBeGreaterThan(0);
  expect(Math.abs(last.skewSeconds!)).toBeLessThan(5);
  expect(last.minutes).toBeGreaterThan(0);
});

test('newer announcements are taken as soon as nobody stands there', async ({ visitor }) => {
  const { server } = visitor;
  await visitor.comeTo('hall-1');
  await mark(visitor);
  const head = JSON.parse(server.read('kiosk/hall-1/head.json')) as { generated: string };
  const generated = '2026-11-22T12:05:00+08:00';
  server.time = NOON + 10 * MINUTE;
  server.texts.set('kiosk/hall-1/head.json', JSON.stringify({ ...head, generated }));
  await visitor.pass(200);
  // A page that is as old as this one would bring nothing, and be asked for again and again.
  expect(await isMarked(visitor)).toBe(true);
  const page = server.read('kiosk/hall-1/index.html');
  server.texts.set(
    'kiosk/hall-1/index.html',
    page.replaceAll(`"generated":"${head.generated}"`, `"generated":"${generated}"`),
  );
  await visitor.pass(130);
  await expect.poll(() => isMarked(visitor)).toBe(false);
});
