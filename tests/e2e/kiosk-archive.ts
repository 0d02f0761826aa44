import type { Page } from '@playwright/test';
import type { ArchiveYear } from '../bench/archive-years.ts';

/** Lets a kiosk's page find another archive than its site's: everything else stays the site's own. */
export async function giveArchive(page: Page, years: readonly ArchiveYear[]): Promise<void> {
  const manifest = years.map(({ catalogue: { year } }) => ({
    year,
    catalogue: `archive/catalogue-${year}.json`,
    spelling: `archive/pinyin-${year}.json`,
  }));
  await page.route(/\/kiosk\/[^/]+\/$/u, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/"years":\[[^\]]*\]/u, `"years":${JSON.stringify(manifest)}`);
    await route.fulfill({ response, body });
  });
  for (const { catalogue, spelling } of years) {
    await page.route(`**/archive/catalogue-${catalogue.year}.json`, (route) =>
      route.fulfill({ json: catalogue }),
    );
    await page.route(`**/archive/pinyin-${spelling.year}.json`, (route) => route.fulfill({ json: spelling }));
  }
}

/** Makes the page's processor so many times slower. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/**
 * Taps keys of the pad one after another.
 * @returns of each tap the milliseconds from the touch until the browser has painted what came of it, to 8 ms
 */
export async function timeTaps(page: Page, keys: string): Promise<readonly number[]> {
  const boxes = await Promise.all([...keys].map((key) => page.locator(`[data-key="${key}"]`).boundingBox()));
  const times: number[] = [];
  for (const box of boxes) {
    const painted = page.evaluate(nextInteraction);
    // Not by a locator: what it asks of the page meanwhile would be measured too.
    await page.touchscreen.tap(box!.x + box!.width / 2, box!.y + box!.height / 2);
    times.push(await painted);
  }
  return times;
}

/** Runs in the browser: how long the next tap takes, as Event Timing has it; it tells none that takes less than 16 ms. */
function nextInteraction(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const click = list.getEntries().find(({ name }) => name === 'click');
      if (!click) return;
      observer.disconnect();
      resolve(click.duration);
    });
    // TypeScript does not know the threshold yet.
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}
