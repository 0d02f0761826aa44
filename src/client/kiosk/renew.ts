import type { Instant } from '../../core/announcement/instant.ts';
import { getWholePage } from '../screen/whole-page.ts';
import { boot } from './page.ts';

/** What screens keep of their last good data, if one box serves both. */
const OF_SCREENS = 'zhangbang.display.';

/** Forgets what a browser might keep of a visitor. The page itself keeps nothing there. */
export function forget(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.slice(0, OF_SCREENS.length) !== OF_SCREENS) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  getSelection()?.removeAllRanges();
}

/**
 * Puts a fresh document in the place of this one, without a trace in the history. Only when the server has it, whole:
 * to leave a page that works for one that does not come would leave the glass blank. The page takes a while to come:
 * only then `mayLeave` says whether nobody has begun anything meanwhile.
 * @param generated of the data that the page must bring; nothing if any will do
 */
export async function renew(mayLeave: () => boolean, generated?: Instant): Promise<void> {
  try {
    await getWholePage(
      (page) =>
        page.indexOf(` data-kiosk="${boot.kiosk}"`) >= 0 &&
        (generated === undefined || page.indexOf(`"generated":"${generated}"`) >= 0),
    );
    if (mayLeave()) location.replace(location.pathname);
  } catch {
    // The page that is there goes on.
  }
}
