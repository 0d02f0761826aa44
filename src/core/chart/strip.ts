import { scaleLinear } from 'd3-scale';
import { rounded, WIDTH, type Mark } from './canvas.ts';

/** Rows of dots on one axis, one dot a thing; equal ones are piled up. */
interface StripData {
  rows: readonly {
    label: string;
    key: string;
    values: readonly number[];
    /** Where a line is drawn and what it is called: a legal minimum. */
    line?: { at: number; label: string } | undefined;
  }[];
  /** Where the axis begins and ends at least. */
  from: number;
  to: number;
  /** What stands behind the numbers of the axis. */
  unit: string;
}

export interface StripChart {
  width: number;
  height: number;
  rows: readonly {
    key: string;
    label: Mark;
    /** Dots as one path of strokes without length and with round ends. */
    dots: string;
    median: Marker | undefined;
    line: Marker | undefined;
    baseline: number;
  }[];
  ticks: readonly (Mark & { top: number })[];
}

/** An upright line through a row, with its name beside it. */
interface Marker {
  x: number;
  from: number;
  to: number;
  label: Mark;
}

const HEAD = 38;
const LANE = 40;
const MARGIN = 14;
const AXIS = 24;

/** Dots are this wide; those nearer than half of it lie in one pile. */
export const DOT = 6;

/** Lays strips out one under the other. */
export function toStrip({ rows, from, to, unit }: StripData): StripChart {
  const all = rows.flatMap(({ values, line }) => [...values, ...(line ? [line.at] : [])]);
  const x = scaleLinear([Math.min(from, ...all), Math.max(to, ...all)], [MARGIN, WIDTH - MARGIN]).nice(6);
  const bottom = rows.length * (HEAD + LANE);
  return {
    width: WIDTH,
    height: bottom + AXIS,
    rows: rows.map(({ label, key, values, line }, row) => {
      const top = row * (HEAD + LANE);
      const baseline = top + HEAD + LANE - 5;
      const span = { from: top + HEAD - 4, to: baseline + 5 };
      const middle = values.length === 0 ? undefined : medianOf(values);
      const isLow = middle !== undefined && line !== undefined && middle < line.at;
      const mark = (at: number, text: string, anchor: 'start' | 'end'): Marker => ({
        x: rounded(x(at)),
        ...span,
        label: beside(x(at), top + 31, text, anchor),
      });
      return {
        key,
        label: { x: 0, y: top + 15, text: label },
        dots: piled(
          values.map((value) => x(value)),
          baseline,
          LANE - DOT,
        ),
        median:
          middle === undefined
            ? undefined
            : mark(middle, `中位数 ${round1(middle)}${unit}`, isLow ? 'end' : 'start'),
        line: line && mark(line.at, line.label, isLow ? 'start' : 'end'),
        baseline,
      };
    }),
    ticks: x
      .ticks(6)
      .map((value) => ({ x: rounded(x(value)), y: bottom + 16, text: `${value}${unit}`, top: bottom })),
  };
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

const round1 = (value: number): number => Math.round(value * 10) / 10;

/** How wide characters of these labels are; the estimate only decides on which side there is room. */
const HAN = 11.5;
const OTHER = 6.5;

const widthOf = (text: string): number =>
  [...text].reduce((width, char) => width + (char > '\u2e7f' ? HAN : OTHER), 0);

/** A label on one side of a line, or on the other where it would leave the canvas. */
function beside(x: number, y: number, text: string, wanted: 'start' | 'end'): Mark {
  const fits = wanted === 'start' ? x + widthOf(text) <= WIDTH : x >= widthOf(text);
  const anchor = fits ? wanted : opposite(wanted);
  return { x: rounded(x + SIDE[anchor]), y, text, anchor };
}

/** Between a line and its label. */
const SIDE = { start: 4, end: -4 } as const;

const opposite = (anchor: 'start' | 'end'): 'start' | 'end' => (anchor === 'start' ? 'end' : 'start');

/** Piles the dots from the baseline up; a pile that would leave its lane is pressed together. */
function piled(places: readonly number[], baseline: number, room: number): string {
  const piles = Map.groupBy(places, (place) => Math.round(place / (DOT / 2)));
  const highest = Math.max(1, ...[...piles.values()].map((pile) => pile.length));
  const step = Math.min(DOT, room / highest);
  return [...piles]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, pile]) =>
      pile
        .toSorted((a, b) => a - b)
        .map((place, index) => `M${rounded(place)} ${rounded(baseline - DOT / 2 - index * step)}h0`),
    )
    .join('');
}
