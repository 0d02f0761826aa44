import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import type { FirstView } from './budgets.ts';

/** Opens a page that has not been opened before and measures what that takes, until the network is quiet. */
export async function measureFirstView(page: Page, url: string): Promise<FirstView> {
  const origin = new URL(url).origin;
  const responses: Response[] = [];
  // The icon is asked for once for the whole site, and by some browsers only.
  page.on('response', (response) => !response.url().endsWith('/favicon.svg') && responses.push(response));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as LayoutShift).value);
    }).observe({ type: 'layout-shift', buffered: true });
    interface LayoutShift extends PerformanceEntry {
      readonly value: number;
    }
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(responses.map(weigh));
  const sum = (kind?: string): number =>
    loaded
      .filter(({ type }) => kind === undefined || type === kind)
      .reduce((all, { bytes }) => all + bytes, 0);
  return {
    html: sum('document'),
    css: sum('stylesheet'),
    js: sum('script'),
    transfer: sum(),
    requests: responses.length,
    nodes: await page.evaluate(() => document.querySelectorAll('*').length),
    shift: await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((all, one) => all + one, 0),
    ),
    foreign: responses.filter((response) => new URL(response.url()).origin !== origin).length,
    cookies: (await page.context().cookies()).length,
  };
}

/** The size as gzip sends it, whatever this server did. */
async function weigh(response: Response): Promise<{ type: string; bytes: number }> {
  const body = response.request().method() === 'HEAD' ? Buffer.alloc(0) : await response.body();
  return {
    type: response.request().resourceType(),
    bytes: body.length === 0 ? 0 : gzipSync(body, { level: 9 }).length,
  };
}
