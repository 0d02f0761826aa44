import { instantAt } from '../../src/core/announcement/instant.ts';
import { withItems, withNew } from './hall-server.ts';
import { expect, test } from './lobby.ts';
import { VirtualTime } from './virtual-time.ts';

// A page whose time was stopped is no use to another test.
test.use({ reuseContext: false });

/** Seconds. */
const MINUTE = 60;
const HOUR = 3600;

const at = (text: string): number => Date.parse(`${text}+08:00`);

/** `09:30` */
const beijing = (time: number): string => instantAt(time).slice(11, 16);

const NEW = '夜里发布的示例项目招标公告';

test('quiet hours go over midnight in a calm dark, with a question every ten minutes, and end with fresh data', async ({
  page,
  server,
}) => {
  server.time = at('2026-11-22T18:20:00');
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/head.json') ? 1 : 0));
  const time = await VirtualTime.open(page, server, 'lobby-a');
  await time.pass(9 * MINUTE);
  expect((await time.glass()).state).toBe('live');
  await time.pass(3 * MINUTE);
  const evening = await time.glass();
  expect(evening.state).toBe('live quiet');
  expect(evening.everything).toContain('非服务时间\n\n07:45 恢复显示公告');
  expect(evening.rows).toBe('');
  await time.pass(27 * MINUTE);
  asked = 0;
  await time.pass(8 * HOUR);
  expect(asked).toBeGreaterThanOrEqual(8 * 5);
  expect(asked).toBeLessThanOrEqual(8 * 7.5);
  const night = await time.glass();
  expect(night.state).toBe('live quiet');
  expect(night.clock).toBe(beijing(night.now));
  expect(night.footer).not.toContain('没有连上');
  await time.pass(4 * HOUR + 45 * MINUTE);
  expect((await time.glass()).state).toBe('live quiet');
  const until = '2026-11-23T15:00:00+08:00';
  server.publish('lobby-a', (feed) =>
    withItems(withNew(feed, NEW), (items) =>
      items.map((item) => (item.id === 'gm-new' ? { ...item, at: until, until } : item)),
    ),
  );
  await time.pass(62);
  const morning = await time.glass();
  expect(morning.state).toBe('live');
  expect(morning.names).toContain(NEW);
});

test('where the server is dead in the morning, quiet hours end with what is at hand', async ({
  page,
  server,
}) => {
  server.time = at('2026-11-23T07:40:00');
  const time = await VirtualTime.open(page, server, 'lobby-a');
  await server.fail('dead');
  await time.pass(5 * MINUTE + 40);
  const glass = await time.glass();
  expect(glass.state).toBe('live');
  expect(glass.names.length).toBeGreaterThan(0);
});

test('a screen that has lost its clock knows no quiet hours', async ({ page, server }) => {
  server.time = at('2026-11-22T23:00:00');
  await server.fail('500');
  const time = await VirtualTime.open(page, server, 'lobby-a', 86_400_000);
  await time.pass(5 * MINUTE);
  const { state, clock, names } = await time.glass();
  expect(state).not.toContain('quiet');
  expect(clock).toBe('');
  expect(names.length).toBeGreaterThan(0);
});

for (const [how, wrong] of [
  ['falls back to 1970', '1970-01-01T00:00:00Z'],
  ['jumps to 2099', '2099-01-01T00:00:00Z'],
  ['is put on by five hours', '2026-11-22T14:10:00+08:00'],
  ['is put back by five hours', '2026-11-22T04:10:00+08:00'],
] as const) {
  test(`when the clock of a running player ${how}, the screen goes on by the server’s`, async ({
    hall,
    server,
  }) => {
    await hall.open('lobby-b');
    const rows = await hall.rows();
    await hall.page.clock.setSystemTime(wrong);
    await hall.pass(130);
    const clock = hall.page.locator('[data-clock]');
    expect(await clock.innerText()).toBe(beijing(server.time));
    expect(await hall.footer()).not.toContain('没有连上');
    await hall.turnToFirst();
    expect(await hall.rows()).toBe(rows);
  });
}

test('the last minutes of a year pass like any others', async ({ page, server }) => {
  server.time = at('2026-12-31T23:58:10');
  const time = await VirtualTime.open(page, server, 'lobby-b');
  const glass = async () => {
    const { clock, everything } = await time.glass();
    return [clock, /\d+月\d+日 星期./u.exec(everything)?.[0]];
  };
  expect(await glass()).toEqual(['23:58', '12月31日 星期四']);
  await time.pass(2 * MINUTE);
  expect(await glass()).toEqual(['00:00', '1月1日 星期五']);
});

test('after three days alone a screen no longer shows what may have changed, but where it is found; once the server is back it shows it', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  const rows = await hall.rows();
  await server.fail('dead');
  await hall.jump(72 * 60 - 5);
  expect(await hall.rows()).not.toBe('');
  expect(await hall.footer()).toMatch(/2 天\s+没有连上服务器，请以网站为准/u);
  expect(await hall.footer()).toContain('服务台或电话 0757-00000000');
  await hall.jump(10);
  const curtain = hall.page.locator('[data-curtain="suspended"]');
  await expect(curtain).toContainText('信息暂停更新');
  await expect(curtain).toContainText('www.example.gov.cn');
  await expect(curtain).toContainText('0757-00000000');
  await expect(hall.page.locator('.row:visible')).toHaveCount(0);
  expect(await hall.scan('[data-curtain="suspended"] svg')).toBe('https://www.example.gov.cn/');
  await server.recover();
  await hall.pass(72);
  await expect(curtain).toBeHidden();
  await hall.turnToFirst();
  // Data of three days ago are doubtful whoever serves them, and the word of it takes some lines.
  await hall.expectAmong(rows);
});

test('what always stands on the glass moves by a few pixels every five minutes, and nothing is cut off', async ({
  hall,
}) => {
  await hall.open('lobby-b');
  const places: string[] = [];
  for (let step = 0; step < 8; step++) {
    const { place, cut } = await hall.page.evaluate(() => {
      const faults: string[] = [];
      for (const bar of document.querySelectorAll('header, .band, footer, .columns')) {
        const around = bar.getBoundingClientRect();
        for (const piece of bar.children) {
          const { left, right, top, bottom } = piece.getBoundingClientRect();
          const isIn =
            left >= around.left && right <= around.right && top >= around.top && bottom <= around.bottom;
          if (!isIn) faults.push(`${piece.className} leaves its bar`);
        }
      }
      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight)
        faults.push('scrolls');
      const { left, top } = document.querySelector('header .clock')!.getBoundingClientRect();
      return { place: `${left.toFixed(1)} ${top.toFixed(1)}`, cut: faults };
    });
    places.push(place);
    expect(cut).toEqual([]);
    await hall.jump(5);
  }
  expect(new Set(places).size).toBeGreaterThanOrEqual(4);
  for (const axis of [0, 1]) {
    const along = places.map((place) => Number(place.split(' ')[axis]));
    expect(Math.max(...along) - Math.min(...along)).toBeLessThanOrEqual(8);
  }
});

test('one item that cannot be right is left out, and the others are shown', async ({ hall, server }) => {
  await hall.open('lobby-b');
  server.publish('lobby-b', (feed) =>
    withItems(withNew(feed, NEW), (items, part) =>
      items.map((item, index) => (part === 0 && index === 1 ? { ...item, title: '', at: 'soon' } : item)),
    ),
  );
  await hall.passUntilShown(NEW);
  expect(await hall.page.locator('.row:visible').count()).toBeGreaterThan(1);
  for (const title of await hall.page.locator('.row:visible .name').allInnerTexts())
    expect(title.trim()).not.toBe('');
});

test('a server whose name is not resolved any more is a server that does not answer', async ({ hall }) => {
  await hall.open('lobby-b');
  const rows = await hall.rows();
  await hall.page.route('**/head.json*', (route) => route.abort('namenotresolved'));
  await hall.jump(14);
  await hall.jump(2);
  expect(await hall.footer()).toContain('已 16 分钟没有连上服务器，可能不是最新');
  await hall.turnToFirst();
  // The word that the data is late takes the last lines.
  await hall.expectAmong(rows);
  await hall.page.unroute('**/head.json*');
  await hall.pass(72);
  expect(await hall.footer()).not.toContain('没有连上服务器');
});

test('a player without its clock, beside a dead server, says that it has no contact, though not since when', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  await server.fail('500');
  await hall.page.clock.setSystemTime('1970-01-01T00:00:00Z');
  await hall.page.reload();
  await hall.settle();
  await expect(hall.page.locator('.age')).toContainText('没有连上服务器，可能不是最新');
  await expect(hall.page.locator('[data-clock]')).toHaveText('');
});
