import { get, textOf } from './get.ts';

/** Least time between two renewals, in milliseconds: a page that asks again and again must not flicker. */
const LEAST = 10 * 60_000;

/** Far above any page of ours, in bytes. */
const LARGEST_PAGE = 512 * 1024;

const KEY = 'zhangbang.display.renewed';

/**
 * Loads the page anew when the server has one of another shell, and only once that page has been seen whole:
 * leaving a page that works for one that does not would leave the screen dark.
 */
export async function renew(screen: string, shell: string): Promise<void> {
  const now = Date.now();
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Math.abs(now - last) < LEAST) return;
  sessionStorage.setItem(KEY, String(now));
  const page = textOf((await get('./', 20, LARGEST_PAGE)).bytes);
  const offered = /<html[^>]* data-screen="([^"]*)" data-shell="([^"]*)"/u.exec(page);
  const isWhole = /<\/html>\s*$/u.test(page);
  if (isWhole && offered?.[1] === screen && offered[2] !== shell) location.reload();
}
