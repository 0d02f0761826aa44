import { ok, plainForm, type Fault, type Kind, type Parsed } from './kind.ts';
import { printMoney, toYuan, type Fen } from './money.ts';
import { moneyKind, parseMoney } from './money-forms.ts';

/**
 * A price: a sum in fen, or what is no plain sum. Only sums are added; `sumIn` says which they are.
 * - `sum` with what the notice says of it: 含税, 或等值美元, 及其整倍数
 * - `unit-price` 单价: yuan as decimal text for one of each of `per`, `700元/亩/年`
 * - `rate` 费率、下浮率: per cent (or, with `per-mille`, ‰) as decimal text, of what it is a rate
 * - `parts` 组合报价: named parts with a price each, which nobody has added
 */
export type Price = Fen | NotedSum | UnitPrice | RatePrice | PriceParts;

interface NotedSum {
  kind: 'sum';
  fen: Fen;
  note: string;
}

interface UnitPrice {
  kind: 'unit-price';
  yuan: string;
  per: readonly string[];
  note?: string;
}

interface RatePrice {
  kind: 'rate';
  /** 下浮率, 折扣率, 费率; absent where the notice gives a bare percentage. */
  term?: string;
  /** What the rate is taken of: 评审后最终价. */
  of?: string;
  rate: string;
  sign: '%' | '‰';
  note?: string;
}

interface PriceParts {
  kind: 'parts';
  parts: readonly { name: string; price: Exclude<Price, PriceParts> }[];
}

/** The fen of a price that is a sum; nothing of a unit price, a rate or named parts. */
export function sumIn(price: Price | undefined): Fen | undefined {
  if (price === undefined || typeof price === 'number') return price;
  return price.kind === 'sum' ? price.fen : undefined;
}

/** The fen of a sum without a remark. One with tax is not held against one without. */
export const plainSumIn = (price: Price | undefined): Fen | undefined =>
  typeof price === 'number' ? price : undefined;

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';

/** What may stand behind a sum without making another thing of it; nothing that says a time or a quantity. */
const NOTE_OF_SUM =
  /\(?((?:不?含(?:\d+(?:\.\d+)?%)?(?:增值)?税(?:价|款)?|税前|税后|价税合计|暂定|暂定价|暂估价?)|(?:及|或)(?:其)?整数?倍数?|的整数倍|(?:或|或者)等[值额]的?(?:美元|港币|港元|欧元|外币|可自由兑换货币))\)?$/u;

/** Any other remark behind a sum, 可提交银行保函: nothing with a figure, a time, a quantity or a share in it. */
const REMARK = /[(,，]([^(),，\d〇一二三四五六七八九十%‰]{2,40})\)?$/u;
const MEASURES = /每|[年月日天季周时米亩吨克升人次台套个件份宗项户]|平方|单价|率|折|倍|合计|总/u;

const PER = '(?:[\\p{Script=Han}㎡㎥]|m[²³23]|k[gmW]|kWh|t|人次){1,8}';
const UNIT_PRICE = new RegExp(
  `^(?:单价:?)?(?:人民币)?(¥?)(${NUMBER})(亿元?|万元?|元)(?:/(${PER}(?:[/·.]${PER}){0,3})|/\\((${PER}(?:[·./]${PER}){1,3})\\)|(每${PER}(?:每${PER}){0,2}))$`,
  'u',
);
const EACH_FIRST = new RegExp(`^((?:每${PER}){1,3}?):?(?:人民币)?(¥?)(${NUMBER})(亿元?|万元?|元)$`, 'u');
const TRAILING_NOTE = /\(([^()]{1,40})\)$/u;
const TAX_NOTE = /[,，]?(不?含(?:增值)?税)$/u;
const RATE =
  /^(?:(?<of>[\p{Script=Han}A-Za-z0-9()《》〔〕]{1,40}?)的)?(?<term>[\p{Script=Han}]{0,12}(?:率|下浮|上浮|折扣|系数))?(?:为|是)?:?(?<rate>\d{1,4}(?:\.\d{1,8})?)(?<sign>%|‰)$/u;

/** Words before a percentage that make a bound of it, or a share of something that nobody pays. */
const NO_RATE = /不(?:低|高|少|超|大|小)|至少|最[高低多少]|以[上下]/u;

/** Reads a price in any of its forms. What is none of them is told as money is. */
export function parsePrice(text: string): Parsed<Price> {
  const money = parseMoney(text);
  if ('value' in money || money.fault.code === 'F333' || /^[\d,.]+$/u.test(text)) return money;
  const words = plainForm(text).replace(/ ?([\p{Script=Han}()%‰/:;¥]) ?/gu, '$1');
  const price = readOne(words) ?? readParts(words);
  if (price !== undefined) return ok(price);
  return { fault: wordsFor(money.fault) };
}

const wordsFor = (said: Fault): Fault =>
  said.help.startsWith('写成')
    ? {
        ...said,
        help: '写成 358.6万元、700元/亩/年、下浮率5.2%，或者 施工费：100万元；设计费：收费标准的80%',
      }
    : said;

function readOne(words: string): Exclude<Price, PriceParts> | undefined {
  const money = parseMoney(words);
  if ('value' in money) return money.value;
  return notedSum(words) ?? unitPrice(words) ?? rate(words);
}

function notedSum(words: string): NotedSum | undefined {
  const note = NOTE_OF_SUM.exec(words) ?? remarkIn(words);
  const money = note && parseMoney(words.slice(0, note.index).replace(/[,(]$/u, ''));
  return money && 'value' in money ? { kind: 'sum', fen: money.value, note: note[1]! } : undefined;
}

function remarkIn(words: string): RegExpExecArray | undefined {
  const remark = REMARK.exec(words);
  return remark && !MEASURES.test(remark[1]!) ? remark : undefined;
}

function unitPrice(words: string): UnitPrice | undefined {
  const { rest, note } = withoutNote(words);
  const after = UNIT_PRICE.exec(rest);
  const before = after ? null : EACH_FIRST.exec(rest);
  const inNote = /^每([\p{Script=Han}]{1,4})$/u.exec(note?.note ?? '')?.[1];
  if (!after && !before && inNote !== undefined) {
    const money = parseMoney(rest);
    return 'value' in money
      ? { kind: 'unit-price', yuan: short(toYuan(money.value)), per: [unitName(inNote)] }
      : undefined;
  }
  if (!after && !before) return undefined;
  const [number, unit, per] = after
    ? [after[2]!, after[3]!, after[4] ?? after[5] ?? after[6]!]
    : [before![3]!, before![4]!, before![1]!];
  return { kind: 'unit-price', yuan: inYuan(number, unit), per: unitsIn(per), ...note };
}

function rate(words: string): RatePrice | undefined {
  const { rest, note } = withoutNote(words);
  const match = RATE.exec(rest);
  if (!match || NO_RATE.test(rest)) return undefined;
  const {
    of,
    term,
    rate: number,
    sign,
  } = match.groups as { of?: string; term?: string; rate: string; sign: '%' | '‰' };
  const named = term === undefined || /率|系数$/u.test(term) ? term : `${term}率`;
  return {
    kind: 'rate',
    ...(named !== undefined && { term: named }),
    ...(of !== undefined && { of }),
    rate: short(number),
    sign,
    ...note,
  };
}

/** `施工部分：评审后最终价的97.67%；设计部分：收费标准的58.60%`: each part has a name and a price. */
function readParts(words: string): PriceParts | undefined {
  const pieces = words.split(/[;；\n]|[,、](?=\p{Script=Han}[^,;:]*:)/u).filter((piece) => piece !== '');
  const parts = pieces.map((piece) => {
    const [, name, value] = /^([^:]{1,40}):(.+)$/u.exec(piece.replace(/[。.]$/u, '')) ?? [];
    const price = value === undefined ? undefined : readOne(value);
    return price === undefined ? undefined : { name: name!, price };
  });
  if (parts.length < 2 || parts.includes(undefined)) return undefined;
  return { kind: 'parts', parts: parts.map((part) => part!) };
}

/** A remark in brackets, or the word for tax, behind a unit price or a rate. */
function withoutNote(words: string): { rest: string; note?: { note: string } } {
  const match = TRAILING_NOTE.exec(words) ?? TAX_NOTE.exec(words);
  if (!match || new RegExp(`^${PER}·`, 'u').test(match[1]!) || words[match.index - 1] === '/')
    return { rest: words };
  return { rest: words.slice(0, match.index), note: { note: match[1]! } };
}

const SYNONYMS: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  平米: '平方米',
  '㎥': '立方米',
  'm³': '立方米',
  m3: '立方米',
  kg: '千克',
  公斤: '千克',
  t: '吨',
  km: '公里',
};
const unitName = (unit: string): string => SYNONYMS[unit] ?? unit;

const unitsIn = (per: string): readonly string[] =>
  per
    .replace(/^每/u, '')
    .split(/[/·.]|每/u)
    .map(unitName);

/** Decimal yuan of a number in another unit, moved as text, so that no digit is rounded. */
function inYuan(number: string, unit: string): string {
  const power = unit.startsWith('亿') ? 8 : unit.startsWith('万') ? 4 : 0;
  const [whole = '', places = ''] = number.replaceAll(',', '').split('.');
  const moved = places.padEnd(power, '0');
  return short(`${whole}${moved.slice(0, power)}.${moved.slice(power)}`);
}

/** A decimal text without zeros that say nothing. */
const short = (number: string): string =>
  number
    .replace(/^0+(?=\d)/u, '')
    .replace(/(\.\d*?)0*$/u, '$1')
    .replace(/\.$/u, '');

const grouped = (number: string): string => number.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/gu, ',');

/** One normal form for each, which `parsePrice` reads back to the same price. */
export function printPrice(price: Price): string {
  if (typeof price === 'number') return printMoney(price);
  switch (price.kind) {
    case 'sum':
      return `${printMoney(price.fen)}${/^(?:及|或|的)/u.test(price.note) ? price.note : `（${price.note}）`}`;
    case 'unit-price':
      return `${grouped(price.yuan)}元/${price.per.join('/')}${noted(price)}`;
    case 'rate':
      return `${price.of === undefined ? '' : `${price.of}的`}${price.term ?? ''}${price.rate}${price.sign}${noted(price)}`;
    case 'parts':
      return price.parts.map(({ name, price: own }) => `${name}：${printPrice(own)}`).join('；');
  }
}

const noted = ({ note }: { note?: string }): string => (note === undefined ? '' : `（${note}）`);

/** What a machine gets of a price: money as it always was, anything else with the kind that it is. */
function toJson(price: Price): unknown {
  if (typeof price === 'number') return moneyKind.toJson(price);
  switch (price.kind) {
    case 'sum':
      return { kind: 'sum', amount: toYuan(price.fen), currency: 'CNY', note: price.note };
    case 'unit-price':
      return {
        kind: 'unit-price',
        amount: price.yuan,
        currency: 'CNY',
        per: price.per,
        note: price.note ?? null,
      };
    case 'rate':
      return {
        kind: 'rate',
        term: price.term ?? null,
        of: price.of ?? null,
        rate: price.rate,
        unit: price.sign,
        note: price.note ?? null,
      };
    case 'parts':
      return {
        kind: 'parts',
        parts: price.parts.map(({ name, price: own }) => ({ name, price: toJson(own) })),
      };
  }
}

export const priceKind: Kind<Price> = {
  name: 'price',
  parse: parsePrice,
  print: printPrice,
  toJson,
  pattern: /[元圆圓万亿¥￥%％‰]/u,
};
