import { fault, ok, toHalfWidth, type Kind, type Parsed } from './kind.ts';
import { withSign } from './quantity.ts';

/** What stands for a sign. By the Civil Code, article 1259, 以上, 以下 and 以内 include the number itself. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/大于或?等于|不小于|不低于|不少于|>=|[≧⩾]/gu, '≥'],
  [/小于或?等于|不大于|不高于|不超过|<=|[≦⩽]/gu, '≤'],
  [/大于|高于|超过/gu, '>'],
  [/小于|低于/gu, '<'],
  [/且|并且|和/gu, ','],
  [/至|到|~|－|—/gu, '-'],
];

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
/** What the bound is of, as a formula has it between its signs. */
const NAME = String.raw`[\p{Script=Han}A-Za-z]*`;

/**
 * Makes the reader of a bound: a number, an end or a range, as plans and land listings write them. Read are `2.5`,
 * `≤2.5`, `不大于2.5`, `2.5以下`, `1.0-2.5`, `1.0≤容积率≤2.5`, `>1且≤2.5`; the normal form has the sign before the number,
 * `-` between two that are included and `且` between others.
 * @param unit behind each number, such as `%`; none with ''
 * @param otherwise what is said of a text that is none
 */
function boundParser(unit: '' | '%', otherwise: (text: string) => Parsed<string>) {
  const one = `${NUMBER}${unit === '' ? '' : `${unit}?`}`;
  const last = `${NUMBER}${unit}`;
  const forms = {
    exact: new RegExp(`^=?${last}$`, 'u'),
    end: new RegExp(`^${NAME}([≥≤<>])${last}$`, 'u'),
    behind: new RegExp(`^${last}(?:\\(含\\))?(以上|以下|以内)(?:\\(含(?:本数)?\\))?$`, 'u'),
    range: new RegExp(`^${one}-${last}$`, 'u'),
    rising: new RegExp(`^${one}([≤<])${NAME}([≤<])${last}$`, 'u'),
    falling: new RegExp(`^${one}([≥>])${NAME}([≥>])${last}$`, 'u'),
    both: new RegExp(`^${NAME}([≥>])${one},?${NAME}([≤<])${last}$`, 'u'),
  };
  return (text: string): Parsed<string> => {
    const plain = SIGNS.reduce(
      (rest, [form, sign]) => rest.replace(form, sign),
      toHalfWidth(text).replace(/\s/gu, ''),
    );
    const range = (from: string, low: string, high: string, to: string): Parsed<string> => {
      if (Number(from) > Number(to)) return fault('F310', `“${text}”的下限比上限大`, '核对两个数有没有写反');
      return ok(
        low === '≥' && high === '≤'
          ? `${from}${unit}-${to}${unit}`
          : `${low}${from}${unit}且${high}${to}${unit}`,
      );
    };
    const up = (sign: string): string => (sign === '≤' ? '≥' : '>');
    const down = (sign: string): string => (sign === '≥' ? '≤' : '<');
    let match = forms.exact.exec(plain);
    if (match) return ok(`${match[1]!}${unit}`);
    if ((match = forms.end.exec(plain))) return ok(`${match[1]!}${match[2]!}${unit}`);
    if ((match = forms.behind.exec(plain)))
      return ok(`${match[2] === '以上' ? '≥' : '≤'}${match[1]!}${unit}`);
    if ((match = forms.range.exec(plain))) return range(match[1]!, '≥', '≤', match[2]!);
    if ((match = forms.rising.exec(plain))) return range(match[1]!, up(match[2]!), match[3]!, match[4]!);
    if ((match = forms.falling.exec(plain))) return range(match[4]!, match[3]!, down(match[2]!), match[1]!);
    if ((match = forms.both.exec(plain))) return range(match[2]!, match[1]!, match[3]!, match[4]!);
    return otherwise(text);
  };
}

/** Reads a ratio such as a plot ratio 容积率: `2.5`, `1.0-2.5`, `≤2.5`, `1≤容积率≤2.5`. */
const parseRatio = boundParser('', (text) =>
  fault('F310', `看不懂比率“${text}”`, { example: '2.5、≤2.5、1.0-2.5' }),
);

const parseShareText = boundParser('%', (text) =>
  fault('F307', `看不懂百分比“${text}”`, withSign(text) ?? { example: '30%、≤30%、35%-60%' }),
);

/** Reads a bound in per cent, 建筑密度 or 绿地率: `30%` is the number 30, and `≤30%` or `35%-60%` stay text. */
function parseShare(text: string): Parsed<number | string> {
  const parsed = parseShareText(text);
  if ('fault' in parsed) return parsed;
  if (parsed.value.match(/\d+(?:\.\d+)?/gu)!.some((number) => Number(number) > 100))
    return fault('F307', `百分比“${text}”超过了 100%`, '核对数字，写成 0% 到 100%');
  return ok(
    /^\d/u.test(parsed.value) && !parsed.value.includes('-')
      ? Number(parsed.value.slice(0, -1))
      : parsed.value,
  );
}

const same = <T>(value: T): T => value;

export const ratioKind: Kind<string> = { name: 'ratio', parse: parseRatio, print: same, toJson: same };

export const shareKind: Kind<number | string> = {
  name: 'share',
  parse: parseShare,
  print: (value) => (typeof value === 'number' ? `${value}%` : value),
  toJson: same,
};
