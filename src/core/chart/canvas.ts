/** Width of every chart, in units of which text is 13 high: a phone shows them as they are, a wide page a little larger. */
export const WIDTH = 360;

/** Text at a place of a chart; `y` is its baseline. */
export interface Mark {
  x: number;
  y: number;
  text: string;
  /** Which part of the text stands at `x`; the start when absent. */
  anchor?: 'start' | 'end';
}

/** A hundredth of a unit is finer than any screen or printer, and keeps pages small and equal on all machines. */
export const rounded = (length: number): number => Math.round(length * 100) / 100;
