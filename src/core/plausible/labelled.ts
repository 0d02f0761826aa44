import type { Field } from '../announcement/field.ts';
import { parseDate } from '../announcement/instant-forms.ts';
import { toHalfWidth, type Kind } from '../announcement/kind.ts';
import { DAY_IN_TEXT, HOUR_ENDS, HOUR_IN_TEXT } from '../announcement/moment-in-text.ts';
import { sumIn, type Price } from '../announcement/price.ts';
import { formOf, typeOf } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import type { Matter } from '../rules/matter.ts';

/** How texts call the values that matter most, by the key of the field. */
const LABELS: Readonly<Record<string, string>> = {
  projectCode: '(?:采购|招标|交易)?项目编号|(?:采购|招标)编号',
  budgetFen: '(?:项目|采购)?预算(?:金额|总金额)|采购预算',
  priceCeilingFen: '最高(?:投标)?限价|招标控制价|投标控制价',
  applicationDeadline: '(?:资格预审)?申请(?:文件)?(?:递交|提交)?(?:的)?截止(?:时间|日期)?',
  bidDeadline: '投标(?:文件)?(?:递交|提交)?(?:的)?截止(?:时间|日期)?',
  responseDeadline: '(?:首次)?响应(?:文件)?(?:递交|提交)?(?:的)?截止(?:时间|日期)?',
  openingAt: '开标(?:时间|日期)',
  registrationDeadline: '报名截止(?:时间|日期)?|竞买申请截止(?:时间|日期)?',
  listingFrom: '挂牌(?:报价)?(?:开始|起始)(?:时间|日期)',
  listingUntil: '挂牌(?:报价)?截止(?:时间|日期)',
  auctionAt: '拍卖(?:会)?(?:时间|日期)',
};

/** What may stand between a label and its value: signs, a cell's border, brackets. */
const BETWEEN = '(?:[\\s*_|:：为是均“"）)]|（[^（）\\n]{0,24}）|\\([^()\\n]{0,24}\\)|人民币|[¥￥])*';
/** What else a label may join that says the same moment: 投标截止时间及开标时间, 开标时间和地点. */
const JOINED =
  '(?:[、和及与/／暨兼即]\\s*(?:(?:投标|响应)文件)?(?:(?:开标|开启)?(?:时间|日期|地点)|投标截止时间?))*';

/** A sum, not what one of something costs: 700元/亩, 每年. */
const SUM = '([\\d,，]+(?:\\.\\d+)?)\\s*(亿元|万元|元)(?!\\s*[/／每])';

const PATTERNS: Readonly<Record<string, string>> = {
  instant: `(${DAY_IN_TEXT}(?:${HOUR_IN_TEXT}${HOUR_ENDS})?)`,
  money: SUM,
  price: SUM,
  code: '([A-Za-z0-9][A-Za-z0-9〔〕\\[\\]()\\-_/]{3,})',
};

const patterns = new Map(
  Object.entries(LABELS).flatMap(([key, label]) =>
    Object.entries(PATTERNS).map(
      ([kind, value]) =>
        [`${key} ${kind}`, new RegExp(`(?:${label})${JOINED}${BETWEEN}${value}`, 'gu')] as const,
    ),
  ),
);

/** One value that a text states under a label, as it stands there and as it can be compared. */
interface Stated {
  text: string;
  value: string;
  index: number;
}

/**
 * Values that a text states under their label and that no value of the announcement is, in force or before a
 * correction. A text without the label is silent, and so is one that states the right value too: lots have their own.
 * `where` is what the text is, for the message.
 */
export const checkLabelled = (matter: Matter, text: string, where: string): readonly Finding[] =>
  statedOtherwise(matter, text).map(({ field: { key, label }, said, known }) => ({
    code: 'C213',
    id: matter.id,
    at: key,
    message: `${where}写的是“${said}”，“${label}”一栏是 ${known}`,
    help: '核对原件，改错的那一处；已经更正过的不用改正文',
  }));

/** A field, what it says in print, and what a text says in its place. */
interface StatedOtherwise {
  field: Field;
  known: string;
  said: string;
  /** Where in the text it is said, in UTF-16 units. */
  index: number;
}

/** The same as values: see `checkLabelled`. */
export function statedOtherwise(matter: Matter, text: string): readonly StatedOtherwise[] {
  const half = toHalfWidth(text);
  return formOf(typeOf(matter.category, matter.type)).flatMap((field): StatedOtherwise[] => {
    const { key, kind } = field;
    const pattern = patterns.get(`${key} ${kind?.name ?? ''}`);
    if (!kind || !pattern) return [];
    const known = valuesOf(matter, field);
    if (known.length === 0) return [];
    const stated = [...half.matchAll(pattern)].flatMap((match) => read(kind, match) ?? []);
    const right = known.map((value) => comparable(kind.name, value));
    if (stated.some(({ value }) => right.some((one) => isSame(kind.name, one, value)))) return [];
    const [first] = stated;
    if (!first) return [];
    return [{ field, known: kind.print(known[0]), said: first.text, index: first.index }];
  });
}

/** The value in force, then those it had before corrections, then those of the lots. */
function valuesOf({ facts, changes }: Matter, { key, kind }: Field): readonly unknown[] {
  const own = (facts as Readonly<Record<string, unknown>>)[key];
  if (own === undefined) return [];
  const before = changes.flatMap(({ field, values }) => (field === key && values ? [values.from] : []));
  const lots = (facts.lots ?? []) as readonly Readonly<Record<string, unknown>>[];
  const all = [own, ...before, ...lots.flatMap((lot) => lot[key] ?? [])];
  // A unit price or a rate has no sum that a text could state.
  return kind?.name === 'price' && all.some((value) => sumIn(value as Price) === undefined) ? [] : all;
}

/** Nothing of what looks like a value and is none. */
function read(kind: Kind<unknown>, match: RegExpExecArray): Stated | undefined {
  const { 0: found, index } = match;
  const parts = match.slice(1);
  const text = found.replaceAll(/\s+/gu, ' ').replaceAll('|', ' ').trim();
  if (kind.name === 'money' || kind.name === 'price') {
    const [figure = '', unit = ''] = parts;
    const power = unit === '亿元' ? 8 : unit === '万元' ? 4 : 0;
    return {
      text,
      index,
      value: String(Math.round(Number(figure.replaceAll(/[,，]/gu, '')) * 10 ** power * 100)),
    };
  }
  if (kind.name === 'code') return { text, index, value: (parts[0] ?? '').toUpperCase() };
  const moment = momentIn(kind, parts[0] ?? '');
  return moment === undefined ? undefined : { text, index, value: moment };
}

/** A day, or a moment as the field reads it; what stands in brackets between them changes neither. */
function momentIn(kind: Kind<unknown>, written: string): string | undefined {
  const plain = written.replace(/（[^（）]*）|\([^()]*\)/gu, ' ').trim();
  const day = parseDate(plain);
  if ('value' in day) return day.value;
  const moment = kind.parse(plain);
  return 'value' in moment ? comparable(kind.name, moment.value) : undefined;
}

const INSTANT_LENGTH = '2026-03-25T09:30'.length;

const comparable = (kind: string, value: unknown): string =>
  kind === 'instant'
    ? String(value).slice(0, INSTANT_LENGTH)
    : kind === 'code'
      ? toHalfWidth(String(value)).toUpperCase()
      : kind === 'price'
        ? String(sumIn(value as Price))
        : String(value);

/** A text may name the day alone, and a code with what stands around it. */
const isSame = (kind: string, right: string, stated: string): boolean =>
  kind === 'instant'
    ? right.startsWith(stated)
    : kind === 'code'
      ? right.includes(stated) || stated.includes(right)
      : right === stated;
