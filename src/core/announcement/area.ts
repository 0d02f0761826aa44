import { fault, ok, toHalfWidth, type Kind, type Parsed } from './kind.ts';

type Unit = '平方米' | '公顷' | '亩' | '平方公里';

interface Measure {
  /** The number as decimal text. */
  value: string;
  unit: Unit;
}

/** An area as it was stated; `also` where a second unit is stated beside it, `about` where it is said to be rough. */
export interface Area extends Measure {
  also?: Measure;
  about?: true;
}

const UNITS: Readonly<Record<string, Unit>> = {
  平方米: '平方米',
  平米: '平方米',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  公顷: '公顷',
  亩: '亩',
  市亩: '亩',
  平方公里: '平方公里',
  平方千米: '平方公里',
  'km²': '平方公里',
  km2: '平方公里',
};

/** How many square metres a unit has. A mu is a fifteenth of a hectare. */
const SQUARE_METRES: Readonly<Record<Unit, number>> = {
  平方米: 1,
  公顷: 10_000,
  亩: 10_000 / 15,
  平方公里: 1_000_000,
};

const MEASURE = `(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(${Object.keys(UNITS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`;
const FORM = new RegExp(
  `^(约)?\\s*${MEASURE}\\s*(?:[(,]?\\s*(?:折合|合计|约合|合约|即|合|约|折)*\\s*${MEASURE}\\s*\\)?)?$`,
  'u',
);

/**
 * Reads an area: `12,345.6平方米`, `1.2公顷`, `18亩`, `0.0523平方千米`, or one in two units that agree,
 * `32917.91平方米（合49.38亩）`.
 */
function parseArea(text: string): Parsed<Area> {
  const match = FORM.exec(toHalfWidth(text).trim());
  if (!match) {
    const isBare = /^[\d,.]+$/u.test(text);
    return fault(
      'F306',
      isBare ? `面积“${text}”没有单位` : `看不懂面积“${text}”`,
      isBare ? `${text}平方米、${text}亩 或 ${text}公顷` : { example: '12345.6平方米、18亩、1.2公顷' },
    );
  }
  const [, about, number, unit, otherNumber, otherUnit] = match;
  const area: Area = { ...measure(number!, unit!), ...(about && { about: true as const }) };
  if (otherNumber === undefined) return ok(area);
  const also = measure(otherNumber, otherUnit!);
  if (also.unit === area.unit) return fault('F306', `面积“${text}”写了两个${area.unit}数`, '只留一个');
  if (isSame(area, also)) return ok({ ...area, also });
  return fault(
    'F306',
    `面积“${text}”前后不一致：${area.value}${area.unit}合 ${inUnit(area, also.unit)}${also.unit}`,
    '核对哪一个数写错了',
  );
}

const measure = (number: string, unit: string): Measure => ({
  value: number.replaceAll(',', '').replace(/^0+(?=\d)/u, ''),
  unit: UNITS[unit]!,
});

/** Two figures of one area may differ by what rounding takes away, and a thousandth. */
function isSame(one: Measure, other: Measure): boolean {
  const [a, b] = [metresOf(one), metresOf(other)];
  return Math.abs(a - b) <= (stepOf(one) + stepOf(other)) / 2 + Math.max(a, b) / 1000;
}

const metresOf = ({ value, unit }: Measure): number => Number(value) * SQUARE_METRES[unit];

const stepOf = ({ value, unit }: Measure): number =>
  SQUARE_METRES[unit] / 10 ** (value.split('.')[1]?.length ?? 0);

const inUnit = (area: Measure, unit: Unit): string => (metresOf(area) / SQUARE_METRES[unit]).toFixed(2);

const printed = ({ value, unit }: Measure): string =>
  `${value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/gu, ',')}${unit}`;

const CODES: Readonly<Record<Unit, string>> = { 平方米: 'm2', 公顷: 'ha', 亩: 'mu', 平方公里: 'km2' };

const coded = ({ value, unit }: Measure) => ({ value, unit: CODES[unit] });

export const areaKind: Kind<Area> = {
  name: 'area',
  parse: parseArea,
  print: ({ also, about, ...area }) =>
    `${about ? '约' : ''}${printed(area)}${also ? `（合${printed(also)}）` : ''}`,
  toJson: ({ also, about, ...area }) => ({
    ...coded(area),
    ...(also && { also: coded(also) }),
    ...(about && { about }),
  }),
  pattern: /^约?\s*[\d,]+(\.\d+)?\s*(平方|平米|㎡|m|公顷|亩|市亩|km)/u,
};
