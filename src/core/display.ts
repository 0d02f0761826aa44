import { fault, halfWidthFault, ok, type Kind, type Parsed } from './announcement/kind.ts';

/** The glass of one screen. */
export interface Panel {
  /** Diagonal in inches. */
  inches: number;
  /** CSS pixels. */
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

/** Ink of a Chinese glyph as a part of its em, measured in Noto Sans CJK SC (0.88 to 0.94). */
const INK = 0.9;

const MM_PER_INCH = 25.4;

/** Smallest font size in CSS pixels at which a tier is legible on a panel. */
export function emPx(panel: Panel, tier: keyof typeof TIERS): number {
  const diagonalPx = Math.hypot(panel.width, panel.height);
  const mmPerPx = (panel.inches * MM_PER_INCH) / diagonalPx;
  return Math.ceil((TIERS[tier] * panel.distanceM) / (INK * mmPerPx));
}

/** Reading weight of a text in Chinese characters: a letter or digit counts half, punctuation nothing. */
export function readingWeight(text: string): number {
  let weight = 0;
  for (const char of text) {
    if (/\p{Script=Han}/u.test(char)) weight += 1;
    else if (/[\p{L}\p{N}]/u.test(char)) weight += 0.5;
  }
  return weight;
}

/** Characters a slow reader takes in per second: the mean of 259 a minute less two standard deviations. */
const CHARACTERS_PER_SECOND = 3;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Seconds that a page of a list stays: 2 s to find it, 1.2 s to scan a row, then one title is read.
 * Between 10 and 30 seconds, times the screen's own factor.
 */
export function listDwell(titles: readonly string[], factor = 1): number {
  const longest = Math.max(0, ...titles.map(readingWeight));
  return clamp(2 + 1.2 * titles.length + longest / CHARACTERS_PER_SECOND, 10, 30) * factor;
}

/** Longest time a full round of pages may take, in seconds: a visitor waits no longer for the first page to return. */
export const LONGEST_CYCLE = 180;

const number = (
  unit: RegExp,
  read: (value: number) => Parsed<number>,
  text: string,
): Parsed<number> | undefined => {
  const match = /^(\d+(?:\.\d+)?)\s*(.*)$/u.exec(text);
  return match && unit.test(match[2]!) ? read(Number(match[1])) : undefined;
};

const measure = (
  name: string,
  unit: RegExp,
  unitName: string,
  example: string,
  low: number,
  high: number,
): Kind<number> => {
  const parse = (text: string): Parsed<number> => {
    const within = (value: number): Parsed<number> =>
      value >= low && value <= high
        ? ok(value)
        : fault('S103', `“${text}”不在 ${low} 到 ${high}${unitName}之间`, example);
    const value = number(unit, within, text);
    if (value) return value;
    const half = halfWidthFault(text, parse);
    return half ? { fault: half } : fault('S103', `看不懂“${text}”`, `写成 ${example}`);
  };
  return { name, parse, print: (value) => `${value}${unitName}`, toJson: (value) => value };
};

export const inchesKind = measure('inches', /^(英寸|寸|")$/u, '英寸', '55英寸', 10, 200);
export const metresKind = measure('metres', /^米$/u, '米', '3米', 0.3, 30);
export const factorKind = measure('factor', /^$/u, '', '1', 0.6, 1.5);

/** Pixels of a screen, across and down, as it hangs: `1920×1080`. */
export const pixelsKind: Kind<{ width: number; height: number }> = {
  name: 'pixels',
  parse: (text) => {
    const match = /^(\d{2,5})\s*[×xX*]\s*(\d{2,5})$/u.exec(text);
    if (!match) return fault('S103', `看不懂像素“${text}”`, '写成 1920×1080（横向×纵向）');
    return ok({ width: Number(match[1]), height: Number(match[2]) });
  },
  print: ({ width, height }) => `${width}×${height}`,
  toJson: (value) => value,
};
