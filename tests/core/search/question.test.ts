import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionsOf } from '../../../src/core/search/conditions.ts';
import {
  addressOf,
  dependsOnClock,
  isEmpty,
  noQuestion,
  questionIn,
  SCOPES,
  SORTS,
  STATUSES,
  usualSort,
  type Question,
} from '../../../src/core/search/question.ts';
import { yearsFor } from '../../../src/core/search/years.ts';

const known = { types: ['tender-notice', 'award-notice'], regions: ['荷城街道', '更合镇'] };
const read = (search: string): Question => questionIn(search, known).question;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const words = fc
  .string({ unit: fc.constantFrom(...'道路 &=?#+%“'), maxLength: 5 })
  .map((text) => text.trim());
const bounds = <T extends string | number>(
  value: fc.Arbitrary<T>,
): fc.Arbitrary<readonly (T | undefined)[]> =>
  fc
    .tuple(maybe(value), maybe(value))
    .filter(([low, high]) => low === undefined || high === undefined || low <= high);
const day = fc.constantFrom('2018-01-01', '2026-02-28', '2026-11-22');

const questions: fc.Arbitrary<Question> = fc
  .record({
    words,
    scope: fc.constantFrom(...(Object.keys(SCOPES) as (keyof typeof SCOPES)[])),
    categories: fc.subarray(['construction', 'land'] as const),
    types: fc.subarray(known.types),
    regions: fc.subarray(known.regions),
    statuses: fc.subarray(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
    published: bounds(day),
    closes: bounds(day),
    sum: bounds(fc.nat({ max: Number.MAX_SAFE_INTEGER })),
    buyer: words,
    winner: words,
    smeOnly: fc.boolean(),
    code: words,
    latest: fc.boolean(),
    sort: fc.constantFrom(...(Object.keys(SORTS) as (keyof typeof SORTS)[])),
    inBodies: fc.boolean(),
    page: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ published: [from, to], closes: [closesFrom, closesTo], sum: [min, max], ...rest }) => ({
    ...noQuestion,
    ...rest,
    ...({ from, to, closesFrom, closesTo, min, max } as Partial<Question>),
  }));

test.each([
  ['?scope=open', true],
  ['?status=soon', true],
  ['?status=corrected', true],
  ['?q=道路&sort=deadline', true],
  ['?scope=all&sort=amount', false],
  ['?closesFrom=2026-11-22', false],
  ['?q=道路', false],
  ['', false],
])('whether the clock must be right before %s is answered: %s', (search, expected) => {
  expect(dependsOnClock(read(search))).toBe(expected);
});

test('without a wish, words are ordered by relevance, open calls by what closes next, the rest by publication', () => {
  expect(usualSort(read('?q=道路&scope=open'))).toBe('relevance');
  expect(usualSort(read('?scope=open&region=更合镇'))).toBe('deadline');
  expect(usualSort(read('?region=更合镇'))).toBe('published');
});

describe('an address', () => {
  test('holds the whole question, to the fen', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { question: found, ignored } = questionIn(addressOf(question), known);
        expect(ignored).toEqual([]);
        expect({ ...found, scope: found.scope ?? 'recent', sort: found.sort ?? usualSort(found) }).toEqual(
          question,
        );
        expect(addressOf(found)).toBe(addressOf(question));
      }),
    );
  });

  test.each([
    ['', true],
    ['?q=&min=&region=', true],
    ['?page=2&in=title', true],
    ['?scope=recent', false],
    ['?q=%E8%B7%AF', false],
    ['?latest=1', false],
  ])('%j asks nothing: %j', (search, nothing) => {
    expect(isEmpty(read(search))).toBe(nothing);
  });

  test('that a form without scripts has written is the same question in fewer words', () => {
    expect(addressOf(read('?q=&scope=recent&region=更合镇&from=&min=&sort=&code='))).toBe(
      addressOf({ ...noQuestion, regions: ['更合镇'] }),
    );
  });

  test.each([
    ['?scope=tomorrow', '范围“tomorrow”'],
    ['?category=roads', '业务类型“roads”'],
    ['?category=constructor', '业务类型“constructor”'],
    ['?type=unheard-of', '公告类型“unheard-of”'],
    ['?region=月球', '地区“月球”'],
    ['?status=toString', '状态“toString”'],
    ['?from=2026-02-30', '发布日期（起）“2026-02-30”'],
    ['?closesTo=soon', '截止日期（止）“soon”'],
    ['?min=abc', '金额下限“abc”'],
    ['?max=-5', '金额上限“-5”'],
    ['?max=0.0000001', '金额上限“0.0000001”'],
    ['?sort=up', '排序“up”'],
    ['?page=0', '页码“0”'],
  ])('%s is read as far as it means anything, and the rest is told', (search, told) => {
    const { question, ignored } = questionIn(`${search}&q=路`, known);
    expect(ignored).toEqual([told]);
    expect(question).toEqual({ ...noQuestion, words: '路' });
  });

  test('may have bounds the wrong way round and amounts as a Chinese keyboard writes them', () => {
    const { from, to, min, max } = read('?from=2026-03-01&to=2026-01-01&min=１２.５&max=1,000');
    expect({ from, to, min, max }).toEqual({
      from: '2026-01-01',
      to: '2026-03-01',
      min: 12_500_000,
      max: 1_000_000_000,
    });
  });
});

describe('the conditions of a question', () => {
  const question = read(
    '?q=道路&scope=open&category=land&type=tender-notice&region=更合镇&status=soon&from=2026-01-01&closesFrom=2026-01-01&closesTo=2026-02-01&max=500&buyer=小学&winner=建设&code=GM&sme=1&latest=1&page=3',
  );
  const conditions = conditionsOf(question, () => '招标公告');

  test('are told one by one', () => {
    expect(conditions.map(({ text }) => text)).toEqual([
      '“道路”',
      '土地',
      '招标公告',
      '更合镇',
      '即将截止',
      '2026-01-01 起发布',
      '2026-01-01 至 2026-02-01 截止',
      '500万元以下',
      '招标（采购、出让）人“小学”',
      '中标（成交）人“建设”',
      '编号“GM”',
      '面向中小企业',
      '同一项目只列最新一份',
    ]);
  });

  test('can each be given up alone, and all of them leave the scope', () => {
    for (const { text, without } of conditions) {
      const others = conditionsOf(without, () => '招标公告').map((other) => other.text);
      expect(others).toEqual(conditions.map((other) => other.text).filter((other) => other !== text));
      expect([without.page, without.scope]).toEqual([1, 'open']);
    }
  });
});

describe('the years to be looked through', () => {
  const years = [
    { year: '2026', lastDeadline: '2026-12-08T09:30' },
    { year: '2025', lastDeadline: '2025-12-31T17:00' },
    { year: '2024', lastDeadline: '2026-11-22T09:00' },
    { year: '2018', lastDeadline: '2018-12-01T09:00' },
  ];
  const asked = (search: string, now: string): string[] =>
    yearsFor(years, read(search), Date.parse(now)).map(({ year }) => year);

  test.each([
    ['', '2026-11-22T09:00:00+08:00', ['2026', '2025']],
    // Still the last day of 2026 in London.
    ['', '2026-12-31T16:30:00Z', ['2026']],
    ['?scope=all', '2026-11-22T09:00:00+08:00', ['2026', '2025', '2024', '2018']],
    ['?scope=all&from=2025-06-01', '2026-11-22T09:00:00+08:00', ['2026', '2025']],
    // A deadline of 2024's that has not passed yet, and none left out between.
    ['?scope=open', '2026-11-22T08:59:59+08:00', ['2026', '2025', '2024']],
    ['?scope=open', '2026-11-22T09:00:00+08:00', ['2026']],
    ['?scope=open', '2027-01-01T00:00:00+08:00', []],
  ])('for “%s” at %s are %j', (search, now, right) => {
    expect(asked(search, now)).toEqual(right);
  });
});
