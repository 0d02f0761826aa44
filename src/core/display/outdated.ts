import type { Item } from './feed.ts';

/**
 * Whether something on the glass was withdrawn or changed meanwhile, so that it must not stay until its page is over:
 * a moved deadline, a call that was taken back.
 */
export function isOutdated(onGlass: readonly Item[], inForce: readonly Item[]): boolean {
  const known = new Map(inForce.map((item) => [item.id, JSON.stringify(item)]));
  return onGlass.some((item) => known.get(item.id) !== JSON.stringify(item));
}
