/** Chance that repeats itself: the same seed gives the same draws. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number between two, both included. */
  int: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True with this probability. */
  is: (probability: number) => boolean;
  /** Different members of a list, at most `count`. */
  some: <T>(list: readonly T[], count: number) => T[];
}

/** Mulberry32, seeded by FNV-1a of the text: small, and good enough to mix words. */
export function chanceOf(seed: string): Chance {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 16777619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    is: (probability) => next() < probability,
    some: (list, count) => {
      const rest = [...list];
      const taken = [];
      while (taken.length < count && rest.length > 0) taken.push(...rest.splice(int(0, rest.length - 1), 1));
      return taken;
    },
  };
}
