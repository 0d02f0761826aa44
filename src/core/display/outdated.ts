import type { Item, Part } from './feed.ts';
import type { ShownPart } from './parts.ts';

/**
 * Whether something on the glass was withdrawn or changed meanwhile, so that it must not stay until its page is over:
 * a moved deadline, a call that was taken back. An announcement may stand in several parts, in each with its own moment.
 */
export function isOutdated(
  { kind, items }: Pick<ShownPart, 'kind' | 'items'>,
  inForce: readonly Part[],
): boolean {
  const known = new Set(inForce.filter((part) => part.kind === kind).flatMap((part) => part.items.map(sign)));
  return items.some((item) => !known.has(sign(item)));
}

const sign = (item: Item): string => JSON.stringify(item);
