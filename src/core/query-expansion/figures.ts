import type { Fen } from '../announcement/money.ts';
import { sumOf, type Shelf } from '../search/shelf.ts';

/** Figures with or without grouping, and the unit of money behind them. */
const FIGURE = /(\d[\d,]*(?:\.\d+)?)(亿元|万元|亿|万|元)?/u;

/** Shorter numbers are years, days and numbers of rooms. */
const DIGITS_OF_A_SUM = 5;

/** Fen in a unit, as a power of ten. */
const UNITS: Readonly<Record<string, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/**
 * The other ways in which documents write the figure of a part: with and without grouping, and a sum of money in 元,
 * 万元 and 亿元: `1160万元` is 1,160万元, 11600000元, 11,600,000元, 11,600,000.00元 and 0.116亿元.
 */
export function figuresIn(part: string): readonly string[] {
  const found = FIGURE.exec(part);
  if (!found) return [];
  const [written, figure, unit] = found;
  const before = part.slice(0, found.index);
  const after = part.slice(found.index + written.length);
  if (unit === undefined && (/[a-z\-.:/第号]$/u.test(before) || /^[a-z\-.:/%年月日时分号]/u.test(after)))
    return [];
  const forms = unit === undefined ? unitless(figure!) : formsOf(figure!, unit);
  return [...new Set(forms)].map((form) => before + form + after).filter((form) => form !== part);
}

/** The announcements whose sum is what a part names and nothing else; nothing where it names none. */
export function ofSum(part: string, shelves: readonly Shelf[]): ReadonlySet<string> | undefined {
  const found = FIGURE.exec(part);
  if (!found || found[0] !== part || found[2] === undefined) return undefined;
  const fen = fenOf(found[1]!, found[2]);
  const ids = shelves.flatMap((shelf) =>
    shelf.catalogue.id.filter((_, row) => fen !== undefined && sumOf(shelf, row) === fen),
  );
  return ids.length === 0 ? undefined : new Set(ids);
}

/** A long number without a unit may be a sum in 元. */
const unitless = (figure: string): readonly string[] => [
  ...groupings(plain(figure)),
  ...(plain(figure).length < DIGITS_OF_A_SUM ? [] : formsOf(figure, '元')),
];

function formsOf(figure: string, unit: string): readonly string[] {
  const [place, isWhole] = unitOf(unit);
  return Object.entries(UNITS).flatMap(([other, power]) => {
    // 1160万 may be the beginning of 1160万元, and is no longer than it.
    const name = isWhole || other !== place ? other : unit;
    const moved = shifted(plain(figure), UNITS[place]! - power);
    const forms = groupings(moved);
    return [
      ...forms,
      ...(other === '元' && moved.indexOf('.') < 0 ? forms.map((form) => `${form}.00`) : []),
    ].map((form) => form + name);
  });
}

const unitOf = (unit: string): readonly [name: string, isWhole: boolean] =>
  unit in UNITS ? [unit, true] : [`${unit}元`, false];

function fenOf(figure: string, unit: string): Fen | undefined {
  const fen = Number(shifted(plain(figure), UNITS[unitOf(unit)[0]]!));
  return Number.isSafeInteger(fen) ? fen : undefined;
}

const plain = (figure: string): string => figure.split(',').join('');

/** A decimal number times a power of ten, exactly, without noughts that say nothing. */
function shifted(figure: string, power: number): string {
  const [whole = '', part = ''] = figure.split('.');
  const digits = power >= 0 ? part.padEnd(power, '0') : part;
  const all = power >= 0 ? whole + digits : whole.padStart(1 - power, '0') + digits;
  const point = power >= 0 ? whole.length + power : all.length - digits.length + power;
  const before = all.slice(0, point).replace(/^0+(?=\d)/u, '') || '0';
  const after = all.slice(point).replace(/0+$/u, '');
  return after === '' ? before : `${before}.${after}`;
}

/** A plain number as it is and with a comma after every third digit from the right. */
function groupings(figure: string): readonly string[] {
  const [whole = '', part] = figure.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return [figure, part === undefined ? grouped : `${grouped}.${part}`];
}
