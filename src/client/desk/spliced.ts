/** A list without `gone` items from a place on, and with others in it; `toSpliced`, which browsers of 2022 lack. */
export function spliced<T>(
  list: readonly T[],
  at: number,
  gone: number,
  ...come: readonly T[]
): readonly T[] {
  const copy = [...list];
  copy.splice(at, gone, ...come);
  return copy;
}
