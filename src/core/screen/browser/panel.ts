/** The glass of one screen. */
export interface Panel {
  /** Diagonal in inches. */
  inches: number;
  /** Across and down, as it hangs. CSS pixels or dots: what is drawn takes the same part of the glass either way. */
  width: number;
  height: number;
  /** From the viewer's eye to the glass, in metres. */
  distanceM: number;
}

/**
 * Visible height of a Chinese character per metre of distance, in millimetres.
 * floor 24 arcmin: critical print size for Chinese reading with normal sight; body ×1.4 for acuity 0.5;
 * key ×1.75 for acuity 0.4, which is also EN 301 549's 0.7 degrees.
 */
export const TIERS = { floor: 7, body: 10, key: 12.2 } as const;

type Tier = keyof typeof TIERS;

/** Ink of a Chinese glyph as a part of its em, measured in Noto Sans CJK SC (0.88 to 0.94). */
const INK = 0.9;

const MM_PER_INCH = 25.4;

/** Size of one of the panel's pixels on its glass, in millimetres. */
export const mmPerPx = ({ inches, width, height }: Panel): number =>
  (inches * MM_PER_INCH) / Math.hypot(width, height);

/**
 * Smallest font size in the panel's pixels at which a tier is legible on it.
 * @param ink what of the em must be so high: all of a Chinese character, unless it says otherwise
 */
export const emPx = (panel: Panel, tier: Tier, ink = INK): number =>
  Math.ceil((TIERS[tier] * panel.distanceM) / (ink * mmPerPx(panel)));
