/** Leaves those items of a list that are seen whole, and not fewer than `least`. Says how many. */
export function keepWhole(list: HTMLElement, least: number): number {
  const { bottom } = list.getBoundingClientRect();
  const items = Array.from(list.children);
  const whole = items.filter((item) => lowerEdge(item) <= bottom).length;
  const kept = Math.max(least, whole);
  for (const item of items.slice(kept)) item.remove();
  return kept;
}

/** Of what is in an item: the space below it may be cut off. */
const lowerEdge = (item: Element): number =>
  Math.max(...Array.from(item.children, (part) => part.getBoundingClientRect().bottom));
