/** A size in pixels of whichever kind, as it hangs. */
export interface Size {
  width: number;
  height: number;
}

/** A glass that is so nearly square hangs neither way. */
const NEARLY_SQUARE = 1.1;

/**
 * Whether a screen that is set for one way of hanging is shown on a glass that hangs the other way: a landscape page on
 * a portrait panel.
 */
export function isOnWrongGlass(set: Size, glass: Size): boolean {
  const [wanted, actual] = [wayOf(set), wayOf(glass)];
  return wanted !== undefined && actual !== undefined && wanted !== actual;
}

function wayOf({ width, height }: Size): 'landscape' | 'portrait' | undefined {
  if (width >= height * NEARLY_SQUARE) return 'landscape';
  return height >= width * NEARLY_SQUARE ? 'portrait' : undefined;
}
