import { scaleLinear } from 'd3-scale';
import { rounded, WIDTH, type Mark } from './canvas.ts';

/** Bars from a common zero, each under its name, with its number at its end. */
interface BarsData {
  bars: readonly { label: string; value: number; text: string; key?: string }[];
  /** What the whole width stands for; the longest bar when absent. */
  whole?: number;
}

export interface BarsChart {
  width: number;
  height: number;
  bars: readonly { key: string; y: number; width: number; height: number; label: Mark; value: Mark }[];
}

const ROW = 45;
const LABEL = 17;
const THICK = 14;

/** Room for the number behind the longest bar: `12 个，3,456.78 亿元`. */
const VALUE = 132;

/** Lays bars out in their order. */
export function toBars({ bars, whole }: BarsData): BarsChart {
  const longest = Math.max(1, whole ?? 0, ...bars.map(({ value }) => value));
  const x = scaleLinear([0, longest], [0, WIDTH - VALUE]);
  return {
    width: WIDTH,
    height: bars.length * ROW,
    bars: bars.map(({ label, value, text, key = 'plain' }, row) => {
      const y = row * ROW + LABEL + 4;
      const width = rounded(x(value));
      return {
        key,
        y,
        width,
        height: THICK,
        label: { x: 0, y: row * ROW + LABEL - 1, text: label },
        value: { x: rounded(width + 7), y: y + THICK - 2, text },
      };
    }),
  };
}
