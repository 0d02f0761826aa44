import { fault, halfWidthFault, ok, toHalfWidth, type Kind, type Parsed } from '../../announcement/kind.ts';
import { countKind } from '../../announcement/quantity.ts';

const number = (
  unit: RegExp,
  read: (value: number) => Parsed<number>,
  text: string,
): Parsed<number> | undefined => {
  const match = /^(\d+(?:\.\d+)?)\s*(.*)$/u.exec(text);
  return match && unit.test(match[2]!) ? read(Number(match[1])) : undefined;
};

/** Other units that are written for one of ours, and how much of ours each is. */
type OtherUnits = Readonly<Record<string, number>>;

/** A number with its unit, within limits. */
export const measure = (
  name: string,
  unit: RegExp,
  unitName: string,
  example: string,
  [low, high]: readonly [low: number, high: number],
  others: OtherUnits = {},
): Kind<number> => {
  const isWithin = (value: number): boolean => value >= low && value <= high;
  const parse = (text: string): Parsed<number> => {
    const within = (value: number): Parsed<number> =>
      isWithin(value)
        ? ok(value)
        : fault('S103', `“${text}”不在 ${low} 到 ${high}${unitName}之间`, {
            help: '核对数字和单位',
            example,
          });
    const value = number(unit, within, text);
    if (value) return value;
    const half = halfWidthFault(text, parse);
    if (half) return { fault: half };
    const meant = inOurs(text, others);
    const isMeant = meant !== undefined && isWithin(meant);
    return fault('S103', `看不懂“${text}”`, isMeant ? { fix: `${meant}${unitName}` } : { example });
  };
  return { name, parse, print: (value) => `${value}${unitName}`, toJson: (value) => value };
};

/** What a number without a unit, or with another one, comes to in ours, to two places. */
function inOurs(text: string, others: OtherUnits): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(.*)$/u.exec(toHalfWidth(text));
  const factor = match?.[2] === '' ? 1 : others[match?.[2] ?? ''];
  return match && factor !== undefined ? Math.round(Number(match[1]) * factor * 100) / 100 : undefined;
}

export const METRES_ELSEWHERE = {
  m: 1,
  M: 1,
  公尺: 1,
  厘米: 0.01,
  cm: 0.01,
  毫米: 0.001,
  mm: 0.001,
} as const;

export const inchesKind = measure('inches', /^(英寸|寸|")$/u, '英寸', '55英寸', [10, 200], {
  吋: 1,
  厘米: 1 / 2.54,
  cm: 1 / 2.54,
  毫米: 1 / 25.4,
});
export const pitchKind = measure('pitch', /^(毫米|mm)$/u, '毫米', '4.75毫米', [0.5, 50], {
  厘米: 10,
  cm: 10,
});
export const metresKind = measure('metres', /^米$/u, '米', '3米', [0.3, 30], METRES_ELSEWHERE);
/** How long openings last 开标时长. */
export const minutesKind = measure('minutes', /^分钟?$/u, '分钟', '60分钟', [5, 480], {
  小时: 60,
  时: 60,
  h: 60,
  min: 1,
});
export const factorKind = measure('factor', /^$/u, '', '1', [0.6, 1.5], { 倍: 1, '%': 0.01 });

/** A count of days or of announcements to be shown. */
export const atLeastOneKind: Kind<number> = {
  ...countKind,
  parse: (text) => {
    const parsed = countKind.parse(text);
    return 'value' in parsed && parsed.value === 0
      ? fault('S103', `写“${text}”就什么也不显示`, '写 1 以上的整数；不写就用平常的数')
      : parsed;
  },
};

/** Pixels of a screen, across and down, as it hangs: `1920×1080`. */
export const pixelsKind: Kind<{ width: number; height: number }> = {
  name: 'pixels',
  parse: (text) => {
    const match = /^(\d{2,5})\s*[×xX*]\s*(\d{2,5})$/u.exec(text);
    if (!match) {
      const [, width, height] = /^(\d{2,5})\D+(\d{2,5})\D*$/u.exec(toHalfWidth(text)) ?? [];
      const remedy = width && height ? { fix: `${width}×${height}` } : { example: '1920×1080（横向×纵向）' };
      return fault('S103', `看不懂像素“${text}”`, remedy);
    }
    return ok({ width: Number(match[1]), height: Number(match[2]) });
  },
  print: ({ width, height }) => `${width}×${height}`,
  toJson: (value) => value,
};
