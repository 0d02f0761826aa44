import type { Page } from '@playwright/test';

/** What stood on a glass, from a moment on until the next. */
export interface Seen {
  /** By the page's clock, in milliseconds since 1970. */
  at: number;
  text: string;
  /** Classes of the page: live, late, stale, quiet, suspended. */
  state: string;
  clock: string;
}

/** Notes in the page itself whenever something else stands on the glass. */
export const record = (page: Page): Promise<unknown> => page.addInitScript(watchGlass);

/** Takes what was noted since it was last taken. */
export const taken = (page: Page): Promise<readonly Seen[]> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen.splice(0));

/** Runs in the page. */
function watchGlass(): void {
  const seen: Seen[] = [];
  Object.assign(globalThis, { seen });
  const visible = (selector: string): string => {
    const place = document.querySelector<HTMLElement>(selector);
    return place && place.getClientRects().length > 0 ? place.innerText : '';
  };
  let last = '';
  const look = (): void => {
    const state = document.documentElement.className;
    const text = visible('main')
      .replace(/[\u200b\u2060]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
    if (text + state === last || text === '') return;
    last = text + state;
    seen.push({ at: Date.now(), text, state, clock: visible('[data-clock]').trim() });
  };
  setInterval(look, 2000);
}
