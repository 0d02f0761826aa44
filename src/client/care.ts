import { CARE_KEY } from '../core/care.ts';

/**
 * 长辈模式 is entered and left without loading the page anew. Its two links stand in every header and work by
 * themselves too: the script in the head reads their address.
 */

const root = document.documentElement;

/** Tells the rest of the page; fired on the document. */
export const CARE_CHANGED = 'care-changed';

export const isCaring = (): boolean => root.dataset['care'] === 'on';

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-care-to]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const to = link.dataset['careTo']!;
    root.dataset['care'] = to;
    remember(to === 'on' ? '1' : '0');
    document.dispatchEvent(new Event(CARE_CHANGED));
    document.querySelector<HTMLElement>(`[data-care-to]:not([data-care-to=${to}])`)?.focus();
  });
}

function remember(choice: string): void {
  try {
    localStorage.setItem(CARE_KEY, choice);
  } catch {
    // A browser that keeps nothing shows the mode on this page alone.
  }
}
