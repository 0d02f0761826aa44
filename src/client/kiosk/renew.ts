import { get, textOf } from '../display/get.ts';
import { boot } from './page.ts';

/** Far above any page of ours, in bytes. */
const LARGEST_PAGE = 512 * 1024;

/** Forgets what a browser might keep of a visitor. The page itself keeps nothing there. */
export function forget(): void {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  getSelection()?.removeAllRanges();
}

/**
 * Puts a fresh document in the place of this one, without a trace in the history. Only when the server has it, whole:
 * to leave a page that works for one that does not come would leave the glass blank. Gives whether it does.
 */
export async function renew(): Promise<boolean> {
  try {
    const page = textOf((await get('./', 10, LARGEST_PAGE)).bytes);
    const isOurs = page.includes(` data-kiosk="${boot.kiosk}"`) && /<\/html>\s*$/u.test(page);
    if (isOurs) location.replace(location.pathname);
    return isOurs;
  } catch {
    return false;
  }
}
