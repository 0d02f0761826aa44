import { getWholePage } from '../display/whole-page.ts';
import { boot } from './page.ts';

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
    await getWholePage((page) => page.indexOf(` data-kiosk="${boot.kiosk}"`) >= 0);
    location.replace(location.pathname);
    return true;
  } catch {
    return false;
  }
}
