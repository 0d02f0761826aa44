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
