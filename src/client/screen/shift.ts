const MINUTE = 60_000;

/** How long a picture stands in one place, in milliseconds. */
const STEP = 5 * MINUTE;

/** A way round the place where the picture belongs, in pixels of the panel: nowhere farther than 8 from the first step. */
const WAY = [
  [-4, -4],
  [0, -4],
  [4, -4],
  [4, 0],
  [4, 4],
  [0, 4],
  [-4, 4],
  [-4, 0],
] as const;

/**
 * Moves what always stands on the glass by a few pixels, so that it does not burn in: the style sheet adds these
 * numbers to the place of the texts in the bars, which have room for it. Also a sign of life for who watches from afar.
 */
export function shiftAfter(milliseconds: number): void {
  const [x, y] = WAY[Math.floor(milliseconds / STEP) % WAY.length]!;
  const { style } = document.documentElement;
  style.setProperty('--shift-x', String(x));
  style.setProperty('--shift-y', String(y));
}
