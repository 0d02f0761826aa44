import { scaleBand, scaleLinear } from 'd3-scale';
import { line, stack } from 'd3-shape';
import { rounded, WIDTH, type Mark } from './canvas.ts';

/** Columns of stacked parts, all from a common zero; a thin line compares them with another row of numbers. */
interface ColumnsData {
  /** Under the columns. */
  labels: readonly string[];
  /** From the bottom up. `values` has one number a column. */
  series: readonly { key: string; values: readonly number[] }[];
  compare?: { name: string; values: readonly number[] } | undefined;
}

export interface ColumnsChart {
  width: number;
  height: number;
  /** Heights are in proportion to numbers: a part is `unit` high for each one. */
  unit: number;
  parts: readonly {
    key: string;
    column: number;
    value: number;
    x: number;
    y: number;
    width: number;
    height: number;
  }[];
  totals: readonly Mark[];
  labels: readonly Mark[];
  baseline: number;
  /** One line over all columns, and what it stands for. */
  compare: { path: string; name: string } | undefined;
}

const HEIGHT = 250;
const TOP = 26;
const BOTTOM = 24;

/** White between two parts, taken from the upper one, so that neighbours are told apart without colour. */
const GAP = 2;

/** Lays columns out on a canvas `WIDTH` wide. Parts of nothing are left out. */
export function toColumns({ labels, series, compare }: ColumnsData): ColumnsChart {
  const columns = labels.map((_, column) =>
    Object.fromEntries(series.map(({ key, values }) => [key, values[column] ?? 0])),
  );
  const totals = columns.map((column) => Object.values(column).reduce((a, b) => a + b, 0));
  const highest = Math.max(1, ...totals, ...(compare?.values ?? []));
  const baseline = HEIGHT - BOTTOM;
  const y = scaleLinear([0, highest], [baseline, TOP]);
  const x = scaleBand(
    labels.map((_, column) => String(column)),
    [0, WIDTH],
  ).padding(0.22);
  const centre = (column: number): number => x(String(column))! + x.bandwidth() / 2;
  const parts = stack<Readonly<Record<string, number>>>()
    .keys(series.map(({ key }) => key))(columns)
    .flatMap((layer) =>
      layer.flatMap(([from, to], column) => {
        if (from === to) return [];
        const height = y(from) - y(to);
        return [
          {
            key: layer.key,
            column,
            value: to - from,
            x: rounded(x(String(column))!),
            y: rounded(y(to)),
            width: rounded(x.bandwidth()),
            height: rounded(height > 2 * GAP && from > 0 ? height - GAP : height),
          },
        ];
      }),
    );
  return {
    width: WIDTH,
    height: HEIGHT,
    unit: (baseline - TOP) / highest,
    parts,
    totals: totals.flatMap((total, column) =>
      total === 0 ? [] : [{ x: rounded(centre(column)), y: rounded(y(total) - 5), text: String(total) }],
    ),
    labels: labels.map((text, column) => ({ x: rounded(centre(column)), y: HEIGHT - 7, text })),
    baseline,
    compare: compare && comparison(compare, labels.length, centre, y),
  };
}

function comparison(
  { name, values }: NonNullable<ColumnsData['compare']>,
  count: number,
  x: (column: number) => number,
  y: (value: number) => number,
): ColumnsChart['compare'] {
  const points = values
    .slice(0, count)
    .map((value, column): [number, number] => [rounded(x(column)), rounded(y(value))]);
  return { path: line()(points) ?? '', name };
}
