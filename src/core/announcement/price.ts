import { ok, plainForm, type Fault, type Kind, type Parsed } from './kind.ts';
import { printMoney, toYuan, type Fen } from './money.ts';
import { discountIn } from './discount.ts';
import { moneyKind, parseMoney } from './money-forms.ts';
import { boundIn, wordOf, type Bound } from './price-bound.ts';
import { LONGEST } from './line.ts';
import { behindPrice, inFullWidth, isRemark, remarksIn } from './price-remark.ts';
import { isStated } from './price-stated.ts';

/**
 * A price: a sum in fen, or what is no plain sum. Only exact sums are added; `sumIn` says which they are.
 * - `sum` with what the notice says of it: 含税, 或等值美元, 及其整倍数; with a bound it is not exact, 约1.26亿元
 * - `unit-price` 单价: yuan as decimal text for one of each of `per`, `700元/亩/年`
 * - `rate` 费率、下浮率: per cent (or, with `per-mille`, ‰) as decimal text, of what it is a rate
 * - `parts` 组合报价: named parts with a price each, which no one has added
 * - `words` what a notice says in place of a figure: 以实际结算为准, 不收取
 */
export type Price = Fen | NotedSum | UnitPrice | RatePrice | PriceParts | StatedPrice;

interface NotedSum {
  kind: 'sum';
  fen: Fen;
  bound?: Bound;
  note?: string;
}

interface UnitPrice {
  kind: 'unit-price';
  bound?: Bound;
  yuan: string;
  per: readonly string[];
  note?: string;
}

interface RatePrice {
  kind: 'rate';
  bound?: Bound;
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

interface StatedPrice {
  kind: 'words';
  text: string;
}

/** The fen of a price that is an exact sum; nothing of 约 and other bounds, a unit price, a rate, parts or words. */
export function sumIn(price: Price | undefined): Fen | undefined {
  if (price === undefined || typeof price === 'number') return price;
  return price.kind === 'sum' && price.bound === undefined ? price.fen : undefined;
}

/** The fen of a sum that need not be exact, 约1.26亿元: for an order or a range, never to be added. */
export const roughSumIn = (price: Price | undefined): Fen | undefined =>
  typeof price === 'object' && price.kind === 'sum' ? price.fen : sumIn(price);

/** The fen of a sum without a remark. One with tax is not held against one without. */
export const plainSumIn = (price: Price | undefined): Fen | undefined =>
  typeof price === 'number' ? price : undefined;

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';

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

/** Reads a price in any of its forms. What is none of them is told as money is. */
export function parsePrice(text: string): Parsed<Price> {
  const money = parseMoney(text);
  if ('value' in money || money.fault.code === 'F333' || /^[\d,.]+$/u.test(text)) return money;
  if (text.length > LONGEST) return { fault: wordsFor(money.fault) };
  const words = plainForm(text).replace(/ ?([\p{Script=Han}()%‰/:;¥≤≥<>]) ?/gu, '$1');
  const price = readOne(words) ?? readParts(words);
  if (price !== undefined) return ok(price);
  if (isStated(words)) return ok({ kind: 'words', text: text.trim() });
  return { fault: wordsFor(money.fault) };
}

const wordsFor = (said: Fault): Fault =>
  said.code === 'F305' && said.example !== undefined
    ? { ...said, example: '358.6万元、700元/亩/年、下浮率5.2%、施工费：100万元；设计费：收费标准的80%' }
    : said;

type OnePrice = Exclude<Price, PriceParts | StatedPrice>;

/** Most remarks of one price: each is taken off by itself, in any order. */
const MOST_REMARKS = 4;

function readOne(words: string, remarks = MOST_REMARKS): OnePrice | undefined {
  return bare(words) ?? bounded(words) ?? (remarks > 0 ? noted(words, remarks - 1) : undefined);
}

function bare(words: string): OnePrice | undefined {
  const money = parseMoney(words);
  return 'value' in money ? money.value : (unitPrice(words) ?? rate(words));
}

/** A price said to be 约, at most or at least so much. */
function bounded(words: string): OnePrice | undefined {
  const found = boundIn(words);
  const price = found && bare(found.rest);
  if (price === undefined) return undefined;
  return typeof price === 'number'
    ? { kind: 'sum', fen: price, bound: found!.bound }
    : { ...price, bound: found!.bound };
}

/** A price with remarks before or behind it. */
function noted(words: string, more: number): OnePrice | undefined {
  for (const { rest, note } of remarksIn(words)) {
    const price = isRemark(note) ? readOne(rest, more) : undefined;
    if (price === undefined) continue;
    if (typeof price === 'number') return { kind: 'sum', fen: price, note };
    return { ...price, note: price.note === undefined ? note : `${price.note}，${note}` };
  }
  return undefined;
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
  const discount = discountIn(rest);
  if (discount !== undefined) return { kind: 'rate', term: '折扣率', rate: discount, sign: '%', ...note };
  const match = RATE.exec(rest);
  if (!match || boundIn(rest)) return undefined;
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
  return { rest: words.slice(0, match.index), note: { note: inFullWidth(match[1]!) } };
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
      return `${wordOf(price.bound)}${printMoney(price.fen)}${behindPrice(price.note)}`;
    case 'unit-price':
      return `${wordOf(price.bound)}${grouped(price.yuan)}元/${price.per.join('/')}${behindPrice(price.note)}`;
    case 'rate':
      return `${price.of === undefined ? '' : `${price.of}的`}${price.term ?? ''}${wordOf(price.bound)}${price.rate}${price.sign}${behindPrice(price.note)}`;
    case 'words':
      return price.text;
    case 'parts':
      return price.parts.map(({ name, price: own }) => `${name}：${printPrice(own)}`).join('；');
  }
}

/** What a machine gets of a price: money as it always was, anything else with the kind that it is. */
function toJson(price: Price): unknown {
  if (typeof price === 'number') return moneyKind.toJson(price);
  switch (price.kind) {
    case 'sum':
      return {
        kind: 'sum',
        ...boundOf(price),
        amount: toYuan(price.fen),
        currency: 'CNY',
        note: price.note ?? null,
      };
    case 'unit-price':
      return {
        kind: 'unit-price',
        ...boundOf(price),
        amount: price.yuan,
        currency: 'CNY',
        per: price.per,
        note: price.note ?? null,
      };
    case 'rate':
      return {
        kind: 'rate',
        ...boundOf(price),
        term: price.term ?? null,
        of: price.of ?? null,
        rate: price.rate,
        unit: price.sign,
        note: price.note ?? null,
      };
    case 'words':
      return price;
    case 'parts':
      return {
        kind: 'parts',
        parts: price.parts.map(({ name, price: own }) => ({ name, price: toJson(own) })),
      };
  }
}

const boundOf = ({ bound }: { bound?: Bound }): { bound?: Bound } => (bound === undefined ? {} : { bound });

export const priceKind: Kind<Price> = {
  name: 'price',
  parse: parsePrice,
  print: printPrice,
  toJson,
  // Figures alone say no unit; an editor need not warn of anything else.
  pattern: /[^\d,.\s]/u,
};
