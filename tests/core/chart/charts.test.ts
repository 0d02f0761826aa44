import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBars } from '../../../src/core/chart/bars.ts';
import { WIDTH } from '../../../src/core/chart/canvas.ts';
import { toColumns } from '../../../src/core/chart/columns.ts';
import { medianOf, toStrip } from '../../../src/core/chart/strip.ts';

const counts = fc.array(fc.nat(400), { minLength: 12, maxLength: 12 });

test('a column begins at zero, and its parts together are as high as its number', () => {
  fc.assert(
    fc.property(counts, counts, counts, (first, second, third) => {
      const series = [first, second, third].map((values, index) => ({ key: `s${index}`, values }));
      const { parts, unit, baseline } = toColumns({ labels: first.map(String), series });
      for (const column of first.keys()) {
        const own = parts.filter((part) => part.column === column);
        const total = first[column]! + second[column]! + third[column]!;
        expect(own.reduce((sum, { value }) => sum + value, 0)).toBe(total);
        if (total === 0) continue;
        expect(Math.max(...own.map(({ y, height }) => y + height))).toBeCloseTo(baseline, 1);
        expect(baseline - Math.min(...own.map(({ y }) => y))).toBeCloseTo(total * unit, 1);
      }
    }),
  );
});

test('each part of a column is as high as its number, but for the two units of white below it', () => {
  const { parts, unit } = toColumns({
    labels: ['1月', '2月'],
    series: [
      { key: 'a', values: [10, 40] },
      { key: 'b', values: [30, 0] },
    ],
  });
  expect(parts.map(({ key, column, height }) => ({ key, column, height: Math.round(height) }))).toEqual([
    { key: 'a', column: 0, height: Math.round(10 * unit) },
    { key: 'a', column: 1, height: Math.round(40 * unit) },
    { key: 'b', column: 0, height: Math.round(30 * unit) - 2 },
  ]);
});

test('the line of another year uses the same scale, and stays on the canvas where that year was the higher', () => {
  const { compare, unit, baseline } = toColumns({
    labels: ['1月', '2月'],
    series: [{ key: 'a', values: [10, 20] }],
    compare: { name: '2017年合计', values: [40, 5, 99] },
  });
  const heights = [...compare!.path.matchAll(/,([\d.]+)/gu)].map(([, y]) => baseline - Number(y));
  expect(heights.map((height) => Math.round(height / unit))).toEqual([40, 5]);
});

test('bars are as long as their numbers, and none reaches the edge where its number stands', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }), (values) => {
      const { bars } = toBars({ bars: values.map((value) => ({ label: 'x', value, text: String(value) })) });
      const longest = Math.max(...values);
      for (const [index, { width }] of bars.entries()) {
        expect(width).toBeLessThan(WIDTH - 100);
        if (longest > 0)
          expect(width).toBeCloseTo((values[index]! / longest) * bars[values.indexOf(longest)]!.width, 1);
      }
    }),
  );
});

test('bars of shares are measured against the whole', () => {
  const { bars } = toBars({ whole: 200, bars: [50, 200].map((value) => ({ label: 'x', value, text: '' })) });
  expect(bars[1]!.width).toBe(4 * bars[0]!.width);
});

test('a strip has one dot for each value, and every dot lies in its lane', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 300 }), (values) => {
      const { rows, height } = toStrip({
        rows: [{ label: 'x', key: 'land', values, line: { at: 20, label: '法定 20 日' } }],
        from: 0,
        to: 40,
        unit: '天',
      });
      const dots = [...rows[0]!.dots.matchAll(/M([\d.]+) ([\d.]+)h0/gu)];
      expect(dots).toHaveLength(values.length);
      for (const [, x, y] of dots) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(WIDTH);
        expect(Number(y)).toBeGreaterThan(0);
        expect(Number(y)).toBeLessThan(height);
      }
    }),
  );
});

test('the names of the median and of the legal line stand on different sides', () => {
  for (const value of [10, 30]) {
    const { rows } = toStrip({
      rows: [{ label: 'x', key: 'land', values: [value], line: { at: 20, label: '法定 20 日' } }],
      from: 0,
      to: 40,
      unit: '天',
    });
    expect(rows[0]!.median!.label.anchor).not.toBe(rows[0]!.line!.label.anchor);
  }
});

test.each([
  [[3], 3],
  [[4, 1], 2.5],
  [[9, 1, 5], 5],
  [[1, 2, 3, 10], 2.5],
])('the median of %j is %d', (values, median) => {
  expect(medianOf(values)).toBe(median);
});
