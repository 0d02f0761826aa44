const KEPT_UNDER = 'desk-token';

/**
 * The token of this desk: it comes in the fragment of the first address, `#token=…`, which no server ever sees, and
 * moves from there into the tab's own storage, so that it stands in no history and no screenshot.
 */
export function takeToken(): string {
  const given = /^#token=([\w-]+)$/u.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(KEPT_UNDER) ?? '';
  sessionStorage.setItem(KEPT_UNDER, given);
  history.replaceState(null, '', location.pathname);
  return given;
}

const WINDOW_KEPT_UNDER = 'desk-window';

/** A name of this window, by which the desk knows which one writes a draft; it outlives a reload. */
export function windowName(): string {
  const kept = sessionStorage.getItem(WINDOW_KEPT_UNDER);
  if (kept !== null) return kept;
  const name = [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  sessionStorage.setItem(WINDOW_KEPT_UNDER, name);
  return name;
}
