import { fault, halfWidthFault, ok, type Kind, type Parsed } from '../announcement/kind.ts';

const number = (
  unit: RegExp,
  read: (value: number) => Parsed<number>,
  text: string,
): Parsed<number> | undefined => {
  const match = /^(\d+(?:\.\d+)?)\s*(.*)$/u.exec(text);
  return match && unit.test(match[2]!) ? read(Number(match[1])) : undefined;
};

/** A number with its unit, within limits. */
export const measure = (
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
export const pitchKind = measure('pitch', /^(毫米|mm)$/u, '毫米', '4.75毫米', 0.5, 50);
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
