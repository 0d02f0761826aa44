import type { Item, Part } from './feed.ts';

/**
 * Whether something of a turn is not in these parts. Of what is on the glass it was withdrawn or changed meanwhile, and
 * must not stay until its page is over: a moved deadline, a call that was taken back. Of newer data it is new. An
 * announcement may stand in several parts, in each with its own moment.
 */
export function isForeign(
  { kind, kinds = [kind], items }: { kind: string; kinds?: readonly string[]; items: readonly Item[] },
  parts: readonly Part[],
): boolean {
  const known = new Set(
    parts.filter((part) => kinds.indexOf(part.kind) >= 0).flatMap((part) => part.items.map(sign)),
  );
  return items.some((item) => !known.has(sign(item)));
}

const sign = (item: Item): string => JSON.stringify(item);
