import { isCategory, type Category } from '../announcement/category.ts';
import type { PlainDate } from '../announcement/instant.ts';
import { fenOf, type Fen } from '../announcement/money.ts';
import { TIME_TAG, type HappeningKind, type TimeStatus } from '../status.ts';
import { HAPPENING_TAG } from '../status/happening-tag.ts';

/**
 * Which announcements are asked at all: calls that a newcomer can still join, calls that only those can who have taken
 * the documents, this year and last, or all years.
 */
export type Scope = 'open' | 'inside' | 'recent' | 'all';

/** Whether a scope has calls alone whose deadline is to come. */
export const isOfCalls = (scope: Scope | undefined): boolean => scope === 'open' || scope === 'inside';

export type Sort = 'published' | 'deadline' | 'amount' | 'relevance';

export type Status = TimeStatus | HappeningKind;

/** A question as the address holds it, whole. A list that is empty and a bound that is not given ask for nothing. */
export interface Question {
  /** As the reader typed it. */
  words: string;
  /** Nothing stands for `recent`; only a question that asks for nothing else must say so. */
  scope?: Scope;
  categories: readonly Category[];
  /** Identifiers of types; one stands for the types of that name in every category. */
  types: readonly string[];
  regions: readonly string[];
  statuses: readonly Status[];
  /** First and last day of publication, and of the deadline. */
  from?: PlainDate;
  to?: PlainDate;
  closesFrom?: PlainDate;
  closesTo?: PlainDate;
  min?: Fen;
  max?: Fen;
  /** Parts of the names of the buyer and of who won, and of the project code. */
  buyer: string;
  winner: string;
  code: string;
  /** Only procurement that is open to small and medium enterprises alone. */
  smeOnly: boolean;
  /** Of each project only the newest announcement. */
  latest: boolean;
  /** Nothing stands for the usual order of such a question (`usualSort`). */
  sort?: Sort;
  /** Whether the words of the announcements are searched, and not only title, code and parties. */
  inBodies: boolean;
  /** Page of the results, from 1. */
  page: number;
}

/** Names of conditions as readers see them, by their names in the address. */
export const LABELS = {
  q: '关键词',
  scope: '范围',
  category: '业务类型',
  type: '公告类型',
  region: '地区',
  status: '状态',
  from: '发布日期（起）',
  to: '发布日期（止）',
  closesFrom: '截止日期（起）',
  closesTo: '截止日期（止）',
  min: '金额下限',
  max: '金额上限',
  buyer: '招标（采购、出让）人',
  winner: '中标（成交）人',
  code: '项目编号',
  sme: '面向中小企业',
  latest: '同一项目只列最新一份',
  sort: '排序',
  in: '查找位置',
  page: '页码',
} as const;

export const SCOPES: Readonly<Record<Scope, string>> = {
  open: '可参与',
  inside: '已领取文件仍可投标',
  recent: '近两年',
  all: '全部年份',
};

export const SORTS: Readonly<Record<Sort, string>> = {
  relevance: '相关程度',
  published: '发布时间，新的在前',
  deadline: '截止时间，近的在前',
  amount: '金额，大的在前',
};

export const STATUSES: Readonly<Record<Status, string>> = { ...TIME_TAG, ...HAPPENING_TAG };

export const noQuestion: Question = {
  words: '',
  categories: [],
  types: [],
  regions: [],
  statuses: [],
  buyer: '',
  winner: '',
  code: '',
  smeOnly: false,
  latest: false,
  inBodies: true,
  page: 1,
};

/** Values that only the announcements know. */
export interface Known {
  types: readonly string[];
  regions: readonly string[];
}

/** Reads the question in an address's `?…`, and tells in the reader's words what was left out because it means nothing. */
export function questionIn(search: string, known: Known): { question: Question; ignored: readonly string[] } {
  const given = new URLSearchParams(search);
  const ignored: string[] = [];
  const read = <T>(name: keyof typeof LABELS, parse: (text: string) => T | undefined): readonly T[] =>
    given.getAll(name).flatMap((text) => {
      if (text.trim() === '') return [];
      const value = parse(text.trim());
      if (value === undefined) ignored.push(`${LABELS[name]}“${text}”`);
      return value === undefined ? [] : [value];
    });
  const text = (name: 'q' | 'buyer' | 'winner' | 'code'): string => (given.get(name) ?? '').trim();
  const oneOf =
    <T extends string>(names: Readonly<Record<T, unknown>>) =>
    (value: string): T | undefined =>
      Object.prototype.hasOwnProperty.call(names, value) ? (value as T) : undefined;
  const among =
    (values: readonly string[]) =>
    (value: string): string | undefined =>
      values.indexOf(value) >= 0 ? value : undefined;
  const [from, to] = inOrder(read('from', dayIn)[0], read('to', dayIn)[0]);
  const [closesFrom, closesTo] = inOrder(read('closesFrom', dayIn)[0], read('closesTo', dayIn)[0]);
  const [min, max] = inOrder(read('min', fenIn)[0], read('max', fenIn)[0]);
  const question: Question = {
    words: text('q'),
    scope: read('scope', oneOf(SCOPES))[0],
    categories: unique(read('category', (value) => (isCategory(value) ? value : undefined))),
    types: unique(read('type', among(known.types))),
    regions: unique(read('region', among(known.regions))),
    statuses: unique(read('status', oneOf(STATUSES))),
    from,
    to,
    closesFrom,
    closesTo,
    min,
    max,
    buyer: text('buyer'),
    winner: text('winner'),
    code: text('code'),
    smeOnly: read('sme', among(['1'])).length > 0,
    latest: read('latest', among(['1'])).length > 0,
    sort: read('sort', oneOf(SORTS))[0],
    inBodies: read('in', among(['title'])).length === 0,
    page: read('page', pageIn)[0] ?? 1,
  };
  return { question, ignored };
}

/** The `?…` that asks a question, or nothing for the empty one. What goes without saying is left out. */
export function addressOf(question: Question): string {
  const given = new URLSearchParams();
  const add = (name: keyof typeof LABELS, value: string | undefined): void => {
    if (value !== undefined && value !== '') given.append(name, value);
  };
  add('q', question.words);
  question.categories.forEach((category) => add('category', category));
  question.types.forEach((type) => add('type', type));
  question.regions.forEach((region) => add('region', region));
  question.statuses.forEach((status) => add('status', status));
  add('from', question.from);
  add('to', question.to);
  add('closesFrom', question.closesFrom);
  add('closesTo', question.closesTo);
  add('min', wanOf(question.min));
  add('max', wanOf(question.max));
  add('buyer', question.buyer);
  add('winner', question.winner);
  add('code', question.code);
  if (question.smeOnly) add('sme', '1');
  if (question.latest) add('latest', '1');
  if (question.scope !== 'recent' || given.toString() === '') add('scope', question.scope);
  if (given.toString() === '') return '';
  if (question.sort !== usualSort(question)) add('sort', question.sort);
  if (!question.inBodies) add('in', 'title');
  if (question.page > 1) add('page', String(question.page));
  return `?${given.toString()}`;
}

/** Whether nothing is asked. */
export const isEmpty = (question: Question): boolean => addressOf(question) === '';

/** The order of results where the question does not ask for one: what can still be joined is read by when it closes. */
export function usualSort({ words, scope }: Question): Sort {
  if (words !== '') return 'relevance';
  return isOfCalls(scope) ? 'deadline' : 'published';
}

/** Whether the clock decides what answers a question, or in which order. */
export const dependsOnClock = ({ scope, statuses, sort }: Question): boolean =>
  isOfCalls(scope) || statuses.length > 0 || sort === 'deadline';

/** An amount as the form takes it, a decimal number of 万元 without the unit: `358.6`. */
export const wanOf = (fen: Fen | undefined): string | undefined =>
  fen === undefined
    ? undefined
    : String(fen)
        .padStart(7, '0')
        .replace(/(\d{6})$/u, '.$1')
        .replace(/\.?0+$/u, '');

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Bounds the right way round. */
const inOrder = <T extends string | number>(
  low: T | undefined,
  high: T | undefined,
): readonly [T | undefined, T | undefined] =>
  low !== undefined && high !== undefined && low > high ? [high, low] : [low, high];

function dayIn(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const moment = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text ? text : undefined;
}

function fenIn(text: string): Fen | undefined {
  const fen = fenOf(`${text.normalize('NFKC')}万元`);
  return typeof fen === 'number' ? fen : undefined;
}

function pageIn(text: string): number | undefined {
  const page = Number(text);
  return Number.isSafeInteger(page) && page >= 1 ? page : undefined;
}
