import type { CDPSession, Page } from '@playwright/test';
import type { ArchiveYear } from '../bench/archive-years.ts';
import { workOf } from './thread.ts';

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

/** Makes the page's processor so many times slower, until the caller detaches what it is given. */
export async function slowDown(page: Page, times: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  return session;
}

/**
 * Taps keys of the pad one after another.
 * @returns of each tap the milliseconds from the touch until the browser has painted what came of it
 */
export async function timeTaps(page: Page, keys: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (const place of await placesOf(page, keys)) times.push(await tap(page, place));
  return times;
}

/**
 * Taps keys of the pad one after another.
 * @returns of each tap the milliseconds of work until the browser has painted what came of it
 */
export async function workOfTaps(page: Page, keys: string): Promise<readonly number[]> {
  const works: number[] = [];
  for (const place of await placesOf(page, keys)) works.push(await workOf(page, () => tap(page, place)));
  return works;
}

type Place = readonly [x: number, y: number];

const placesOf = (page: Page, keys: string): Promise<readonly Place[]> =>
  Promise.all(
    [...keys].map(async (key): Promise<Place> => {
      const { x, y, width, height } = (await page.locator(`[data-key="${key}"]`).boundingBox())!;
      return [x + width / 2, y + height / 2];
    }),
  );

/** Milliseconds from the touch until what came of it has been painted. */
async function tap(page: Page, [x, y]: Place): Promise<number> {
  // Waited for: a browser hears a finger before it hears a question.
  const painted = await page.evaluateHandle(nextTap);
  // Not by a locator: what it asks of the page meanwhile would be measured too.
  await page.touchscreen.tap(x, y);
  return painted.evaluate(({ time }) => time);
}

/** Runs in the browser: how long after the touch of the next tap the frame that answers it has been painted. */
function nextTap(): { time: Promise<number> } {
  // The clock of a test may stand still; the time stamps of events never do.
  const now = (): number => new Event('now').timeStamp;
  const time = new Promise<number>((resolve) => {
    const answered = ({ timeStamp }: Event): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // A message that is sent before a frame comes after it.
        port1.onmessage = () => resolve(now() - timeStamp);
        port2.postMessage('');
      });
    };
    document.addEventListener('click', answered, { capture: true, once: true });
  });
  return { time };
}
