/**
 * Which file each missing one probably became: names that are written and not there, each with a name that is there and
 * not written. Only where no other could be meant: names that differ in capitals or in the ending, else the only two of
 * one ending.
 */
export function renamedAmong(
  wanted: readonly string[],
  present: readonly string[],
): ReadonlyMap<string, string> {
  const there = new Set(present.map(composed));
  const missing = [...new Set(wanted)].filter((name) => !there.has(name));
  const written = new Set(wanted);
  const unnamed = present.filter((name) => !written.has(composed(name)));
  const renamed = new Map<string, string>();
  for (const keyOf of [inSmallLetters, stemOf, endingOf]) {
    const open = missing.filter((name) => !renamed.has(name));
    const free = unnamed.filter((name) => ![...renamed.values()].includes(name));
    const before = Map.groupBy(open, keyOf);
    for (const [key, names] of Map.groupBy(free, keyOf)) {
      const [name, ...others] = before.get(key) ?? [];
      if (name !== undefined && others.length === 0 && names.length === 1) renamed.set(name, names[0]!);
    }
  }
  return renamed;
}

const composed = (name: string): string => name.normalize('NFC');

const inSmallLetters = (name: string): string => composed(name).toLowerCase();

const stemOf = (name: string): string => composed(name).replace(/\.[^.]*$/u, '');

const endingOf = (name: string): string => /\.[^.]*$/u.exec(name)?.[0].toLowerCase() ?? '';
