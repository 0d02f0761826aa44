import type { Page } from '@playwright/test';
import { HallServer } from './hall-server.ts';
import { expect, test } from './lobby.ts';
import { VirtualTime, type Holdings } from './virtual-time.ts';

/** Seconds. */
const HOUR = 3600;

/** What a screen may hold more after a day than after an hour. */
const GATES: Holdings = { heap: 2 ** 20, documents: 0, nodes: 50, listeners: 20 };

// Less to paint.
test.use({ viewport: { width: 320, height: 180 } });

test('after a day of 1,440 questions and 7,000 turns of the page a screen holds no more than after an hour', async ({
  page,
  server,
}) => {
  test.slow();
  const grown = await growth(page, server, 24);
  expect(breaches(grown)).toEqual([]);
});

test('a client that writes markup and keeps what it made goes over every gate', async ({ page, server }) => {
  await page.addInitScript(leak);
  const grown = await growth(page, server, 6);
  expect(breaches(grown)).toEqual(['heap', 'nodes', 'listeners']);
});

/** What a screen holds more after so many hours than after the first. Its night is not cut by a renewal. */
async function growth(page: Page, server: HallServer, hours: number): Promise<Holdings> {
  const path = 'display/lobby-a/index.html';
  const html = server.read(path);
  const time = await VirtualTime.open(page, server, 'lobby-a');
  // To a page that is not whole nothing is renewed.
  server.write(path, html.slice(0, -20));
  await time.pass(HOUR);
  const first = await time.holdings();
  await time.pass((hours - 1) * HOUR);
  const last = await time.holdings();
  expect(last.documents).toBe(1);
  const grown = (Object.keys(GATES) as (keyof Holdings)[]).map((name) => [name, last[name] - first[name]]);
  return Object.fromEntries(grown) as Holdings;
}

const breaches = (grown: Holdings): readonly string[] =>
  (Object.keys(GATES) as (keyof Holdings)[]).filter((name) => grown[name] > GATES[name]);

/** As many a screen was written: a list made anew at each turn, with a listener on each row, and the old one kept. */
function leak(): void {
  const kept: object[] = [];
  setInterval(() => {
    const list = document.createElement('ul');
    list.innerHTML = '<li><b>公告</b> 某项目招标公告</li>'.repeat(8);
    for (const row of list.children) {
      const item = {
        title: `某项目招标公告 ${kept.length}`,
        row,
        copies: Array.from({ length: 50 }, () => kept.length),
      };
      row.addEventListener('click', () => kept.push(item));
    }
    kept.push(list);
  }, 12_000);
}
