import type { Page } from '@playwright/test';
import type { HallServer } from './hall-server.ts';
import { VirtualTime, type Holdings } from './virtual-time.ts';

/** What a screen may hold more after a day than after an hour; there is one document, always. */
export const GATES: Holdings = { heap: 2 ** 20, documents: 0, nodes: 50, listeners: 20 };

/** Seconds. */
const HOUR = 3600;

/** What a screen holds more after so many hours than after the first. Its night is not cut by a renewal. */
export async function growth(
  page: Page,
  server: HallServer,
  screen: string,
  hours: number,
): Promise<Holdings> {
  const path = `display/${screen}/index.html`;
  const html = server.read(path);
  const time = await VirtualTime.open(page, server, screen);
  // To a page that is not whole nothing is renewed.
  server.write(path, html.slice(0, -20));
  await time.pass(HOUR);
  const first = await time.holdings();
  await time.pass((hours - 1) * HOUR);
  const last = await time.holdings();
  const grown = (Object.keys(GATES) as (keyof Holdings)[]).map((name) => [name, last[name] - first[name]]);
  return Object.fromEntries(grown) as Holdings;
}

/** As many a screen was written: a list made anew at each turn, with a listener on each row, and the old one kept. */
export function leak(): void {
  const kept: object[] = [];
  setInterval(() => {
    const list = document.createElement('ul');
    list.innerHTML = '<li><b>公告</b> 某项目招标公告</li>'.repeat(8);
    for (const row of list.children) {
      const item = { row, copies: Array.from({ length: 50 }, () => kept.length) };
      row.addEventListener('click', () => kept.push(item));
    }
    kept.push(list);
  }, 12_000);
}
