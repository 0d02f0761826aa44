/**
 * Closes the ways out that a page can close: menus, zoom, selection, drag and drop, print, the keys of a browser. The
 * others are closed by the browser's policies (docs/deploy/kiosk/chromium-policy.json) and by there being no link.
 */
export function closeWaysOut(): void {
  const refuse = (event: Event): void => event.preventDefault();
  for (const name of [
    'contextmenu',
    'dragstart',
    'dragover',
    'drop',
    'selectstart',
    'auxclick',
    'gesturestart',
  ])
    addEventListener(name, refuse);
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  addEventListener('touchstart', (event) => event.touches.length > 1 && event.preventDefault(), {
    passive: false,
  });
  addEventListener('keydown', (event) => isOfBrowser(event) && event.preventDefault(), true);
}

/** Whether a key is meant for the browser: print, save, find, zoom, address, history, windows, tools. */
const isOfBrowser = ({ ctrlKey, altKey, metaKey, key }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey || /^(F\d+|Browser\w+|ContextMenu|Print\w*|Launch\w+|Escape)$/u.test(key);
