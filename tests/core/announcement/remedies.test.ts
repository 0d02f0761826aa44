import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaKind } from '../../../src/core/announcement/area.ts';
import { ratioKind, shareKind } from '../../../src/core/announcement/bound.ts';
import { discountKind } from '../../../src/core/announcement/discount.ts';
import type { Field } from '../../../src/core/announcement/field.ts';
import { instantAt } from '../../../src/core/announcement/instant.ts';
import {
  dateKind,
  deadlineKind,
  instantKind,
  monthKind,
  startKind,
} from '../../../src/core/announcement/instant-forms.ts';
import type { Kind } from '../../../src/core/announcement/kind.ts';
import { balanceKind } from '../../../src/core/announcement/money-forms.ts';
import { phoneKind } from '../../../src/core/announcement/phone.ts';
import { priceKind, type Price } from '../../../src/core/announcement/price.ts';
import { countKind, percentKind, workingDaysKind } from '../../../src/core/announcement/quantity.ts';
import { formOf, types } from '../../../src/core/announcement/schema.ts';
import { daysKind, termKind } from '../../../src/core/announcement/term.ts';
import { codeKind, referenceKind, usccKind, yesNoKind } from '../../../src/core/announcement/text.ts';

/*
 * A proposal never changes a meaning: a value is written in each way that is known and in each that is broken; what is
 * read of it, or of what is offered in its place, is the value. An example is never offered in its place.
 */

const minute = fc
  .integer({ min: 0, max: 100 * 365 * 1440 })
  .map((minutes) => instantAt(Date.parse('2000-01-01T00:00:00+08:00') + minutes * 60_000));
const day = minute.map((moment) => moment.slice(0, 10));
const decimal = fc.tuple(fc.nat(99_999), fc.constantFrom('', '.5', '.25')).map((parts) => parts.join(''));
const price: fc.Arbitrary<Price> = fc.oneof(
  fc.nat(9_999_999_999),
  fc
    .tuple(fc.nat(9_999_999), fc.constantFrom('about', 'at-most', 'at-least'))
    .map(([fen, bound]) => ({ kind: 'sum' as const, fen, bound })) as fc.Arbitrary<Price>,
  fc.tuple(decimal, fc.constantFrom('亩', '平方米', '月')).map(([yuan, per]) => ({
    kind: 'unit-price' as const,
    yuan: yuan.replace(/\.?0+$/u, '') || '0',
    per: [per],
  })),
  fc.tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom('下浮率', '费率')).map(([rate, term]) => ({
    kind: 'rate' as const,
    term,
    rate: String(rate),
    sign: '%' as const,
  })),
);

const values: readonly [string, Kind<unknown>, fc.Arbitrary<unknown>][] = [
  ['时间', instantKind, minute],
  ['截止时间', deadlineKind, minute.filter((moment) => !moment.includes('T00:00'))],
  ['开始时间', startKind, minute],
  ['日期', dateKind, day],
  ['月份', monthKind, day.map((date) => date.slice(0, 7))],
  ['价格', priceKind as Kind<unknown>, price],
  ['可以为负的金额', balanceKind, fc.integer({ min: -9_999_999, max: 9_999_999 })],
  ['面积', areaKind as Kind<unknown>, decimal.map((value) => ({ value, unit: '亩' }))],
  ['百分比', percentKind, fc.integer({ min: 0, max: 100 })],
  ['折扣', discountKind, fc.integer({ min: 1, max: 100 })],
  ['上限下限', shareKind, fc.integer({ min: 0, max: 100 })],
  ['比率', ratioKind, fc.constantFrom('2.5', '≤2.5', '1.0-2.5', '>1且≤3')],
  ['年限', termKind as Kind<unknown>, fc.integer({ min: 1, max: 900 })],
  ['工期', daysKind as Kind<unknown>, fc.integer({ min: 1, max: 2000 })],
  ['工作日', workingDaysKind, fc.integer({ min: 1, max: 99 })],
  ['数量', countKind, fc.integer({ min: 0, max: 9999 })],
  ['电话', phoneKind, fc.constantFrom('0757-88880000', '0757-88880000、0757-88880001', '400-000-0000')],
  ['编号', codeKind, fc.constantFrom('GM-JS-2026-012', '0123')],
  ['信用代码', usccKind, fc.constantFrom('91440608MA0000000L', '12440608000000000N')],
  ['标识', referenceKind, fc.constantFrom('gm-js-2026-012-tender', 'a1')],
  ['是否', yesNoKind, fc.boolean()],
];

/** Ways of writing, known and broken, that leave a value what it is or leave it open. */
const ways: readonly [string, (text: string) => string][] = [
  ['照印', (text) => text],
  ['全角', (text) => text.replace(/[!-~]/gu, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0))],
  ['空格', (text) => text.replace(/(?<=\d)(?=[\p{Script=Han}%])/gu, ' ')],
  ['不写单位', (text) => text.replace(/[\p{Script=Han}%/]+$/u, '')],
  ['句号', (text) => `${text}。`],
  ['人民币', (text) => `人民币${text}`],
  ['大写字母', (text) => text.toUpperCase()],
  ['下划线', (text) => text.replaceAll('-', '_')],
  ['点号', (text) => text.replaceAll('-', '.')],
  ['年月日', (text) => text.replace(/^(\d{4})-(\d\d)-(\d\d)/u, '$1年$2月$3日')],
  ['量词', (text) => `${text}条`],
  ['天', (text) => `${text}天`],
  ['说明', (text) => `${text}（以合同为准）`],
  ['只剩一半', (text) => text.slice(0, Math.ceil(text.length / 2))],
];

/** Ways that change or halve a value: what is offered for these need not be it, but must be readable. */
const CHANGING = new Set(['天', '只剩一半', '不写单位']);

describe.each(values)('%s', (_name, kind, value) => {
  test.each(ways)('%s：读出来的、改出来的，都是原来的意思', (way, written) => {
    fc.assert(
      fc.property(value, (original) => {
        const right = kind.print(original);
        const text = written(right);
        const parsed = kind.parse(text);
        if ('value' in parsed) {
          // What is kept in the words of the notice says what it said; a remark stands behind the value.
          const read = kind.print(parsed.value);
          if (!CHANGING.has(way)) expect([right, text, `${right}（以合同为准）`]).toContain(read);
          return;
        }
        const { fix, help, example } = parsed.fault;
        expect([fix, help, example].some((one) => one !== undefined)).toBe(true);
        if (fix === undefined) return;
        const again = kind.parse(fix);
        expect(again, fix).toHaveProperty('value');
        if (way !== '天' && way !== '只剩一半')
          expect(kind.print((again as { value: unknown }).value)).toBe(right);
      }),
      { numRuns: 60 },
    );
  });
});

test('什么也读不出来的时候，给的是例子，不是改法', () => {
  for (const [name, kind] of values) {
    const parsed = kind.parse('？？');
    if ('fault' in parsed) expect(parsed.fault.fix, name).toBeUndefined();
  }
});

test('不猜三个工作日是五个，也不替人补钟点、选单位', () => {
  expect(workingDaysKind.parse('三日')).toMatchObject({ fault: { example: '5个工作日' } });
  expect(instantKind.parse('2026-03-25')).toMatchObject({ fault: { example: '2026-03-25 09:30' } });
  for (const [kind, text] of [
    [instantKind, '2026-03-25'],
    [priceKind, '100'],
    [termKind, '40'],
    [percentKind, '0.3'],
    [dateKind, '2026-03-02 09:30'],
  ] as const) {
    const parsed = (kind as Kind<unknown>).parse(text);
    expect('fault' in parsed && parsed.fault.fix, text).toBeUndefined();
  }
});

const all: readonly Field[] = types.flatMap(formOf).flatMap((field) => [field, ...(field.fields ?? [])]);

test('栏目自己的写法，每一种都读得出来', () => {
  const bad = new Set<string>();
  for (const { label, forms, kind } of all)
    for (const form of forms?.split('、') ?? [])
      if ('fault' in kind!.parse(form)) bad.add(`${label} ${form}`);
  expect([...bad]).toEqual([]);
  expect(all.filter(({ forms }) => forms !== undefined).length).toBeGreaterThan(20);
});
