import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printMoney } from '../../../src/core/announcement/money.ts';
import { parseBalance } from '../../../src/core/announcement/money-forms.ts';
import {
  parsePrice,
  priceKind,
  printPrice,
  roughSumIn,
  sumIn,
  type Price,
} from '../../../src/core/announcement/price.ts';

/** The price, or the code of the fault. */
function read(text: string): unknown {
  const parsed = parsePrice(text);
  return 'value' in parsed ? parsed.value : parsed.fault.code;
}

const perYear = { kind: 'unit-price', yuan: '700', per: ['亩', '年'] };
const about = { kind: 'sum', fen: 12_600_000_000, bound: 'about' };
const actual = '以实际结算为准';
const reduced = (rate: string) => ({ kind: 'rate', term: '下浮率', rate, sign: '%' });
const paid = (rate: string) => ({ kind: 'rate', term: '折扣率', rate, sign: '%' });
const parts = {
  kind: 'parts',
  parts: [
    { name: '施工部分', price: { kind: 'rate', of: '评审后最终价', rate: '97.67', sign: '%' } },
    { name: '设计部分', price: { kind: 'rate', of: '收费标准', rate: '58.6', sign: '%' } },
  ],
};

test.each<[string, unknown, string]>([
  ['198万元', 198_000_000, '198万元'],
  ['人民币壹佰玖拾捌万元整（¥1980000.00）', 198_000_000, '198万元'],
  ['198万元（含税）', { kind: 'sum', fen: 198_000_000, note: '含税' }, '198万元（含税）'],
  ['人民币300万元或等值美元', { kind: 'sum', fen: 300_000_000, note: '或等值美元' }, '300万元或等值美元'],
  [
    '502.1万元（可提交银行保函）',
    { kind: 'sum', fen: 502_100_000, note: '可提交银行保函' },
    '502.1万元（可提交银行保函）',
  ],
  [
    '贰拾万元整，可采用电子保函',
    { kind: 'sum', fen: 20_000_000, note: '可采用电子保函' },
    '20万元（可采用电子保函）',
  ],
  ['5万元及其整倍数', { kind: 'sum', fen: 5_000_000, note: '及其整倍数' }, '5万元及其整倍数'],
  ['700元/亩/年', perYear, '700元/亩/年'],
  ['700元／亩·年', perYear, '700元/亩/年'],
  ['700 元 / 亩 / 年', perYear, '700元/亩/年'],
  ['¥700.00元/(亩·年)', perYear, '700元/亩/年'],
  ['每亩每年700元', perYear, '700元/亩/年'],
  ['700元每亩每年', perYear, '700元/亩/年'],
  ['700元/亩/年（不含税）', { ...perYear, note: '不含税' }, '700元/亩/年（不含税）'],
  ['700元/亩/年，不含税', { ...perYear, note: '不含税' }, '700元/亩/年（不含税）'],
  ['3500元/㎡', { kind: 'unit-price', yuan: '3500', per: ['平方米'] }, '3,500元/平方米'],
  ['286.6元/工日', { kind: 'unit-price', yuan: '286.6', per: ['工日'] }, '286.6元/工日'],
  ['0.0035元/度', { kind: 'unit-price', yuan: '0.0035', per: ['度'] }, '0.0035元/度'],
  ['1.2万元/年', { kind: 'unit-price', yuan: '12000', per: ['年'] }, '12,000元/年'],
  ['198万元（每年）', { kind: 'unit-price', yuan: '1980000', per: ['年'] }, '1,980,000元/年'],
  ['97.67%', { kind: 'rate', rate: '97.67', sign: '%' }, '97.67%'],
  ['９７．６７％', { kind: 'rate', rate: '97.67', sign: '%' }, '97.67%'],
  ['下浮率 12.5%', { kind: 'rate', term: '下浮率', rate: '12.5', sign: '%' }, '下浮率12.5%'],
  ['下浮12.5%', { kind: 'rate', term: '下浮率', rate: '12.5', sign: '%' }, '下浮率12.5%'],
  ['费率：3‰', { kind: 'rate', term: '费率', rate: '3', sign: '‰' }, '费率3‰'],
  [
    '施工部分：评审后最终价的97.67%；设计部分：收费标准的58.60%',
    parts,
    '施工部分：评审后最终价的97.67%；设计部分：收费标准的58.6%',
  ],
  [
    '施工费：100万元，设计费：5万元',
    {
      kind: 'parts',
      parts: [
        { name: '施工费', price: 100_000_000 },
        { name: '设计费', price: 5_000_000 },
      ],
    },
    '施工费：100万元；设计费：5万元',
  ],
  ['约1.26亿元', about, '约12,600万元'],
  ['大约 1.26 亿元', about, '约12,600万元'],
  ['约人民币12600万元', about, '约12,600万元'],
  ['人民币约12600万元', about, '约12,600万元'],
  ['1.26亿元左右', about, '约12,600万元'],
  ['126,000,000元（约）', about, '约12,600万元'],
  ['约壹亿贰仟陆佰万元整', about, '约12,600万元'],
  ['约1.26亿元（含税）', { ...about, note: '含税' }, '约12,600万元（含税）'],
  ['不超过500万元', { kind: 'sum', fen: 500_000_000, bound: 'at-most' }, '不超过500万元'],
  ['≤500万元', { kind: 'sum', fen: 500_000_000, bound: 'at-most' }, '不超过500万元'],
  ['500万元以内', { kind: 'sum', fen: 500_000_000, bound: 'at-most' }, '不超过500万元'],
  ['不低于20万元', { kind: 'sum', fen: 20_000_000, bound: 'at-least' }, '不低于20万元'],
  ['20万元以上', { kind: 'sum', fen: 20_000_000, bound: 'at-least' }, '不低于20万元'],
  ['约700元/亩/年', { ...perYear, bound: 'about' }, '约700元/亩/年'],
  ['至少700元/亩/年', { ...perYear, bound: 'at-least' }, '不低于700元/亩/年'],
  ['下浮率不低于5%', { ...reduced('5'), bound: 'at-least' }, '下浮率不低于5%'],
  ['85折', paid('85'), '折扣率85%'],
  ['8.5折', paid('85'), '折扣率85%'],
  ['八五折', paid('85'), '折扣率85%'],
  ['九折优惠', paid('90'), '折扣率90%'],
  ['以实际结算为准，下浮率12.5%', { ...reduced('12.5'), note: actual }, `下浮率12.5%（${actual}）`],
  ['下浮率12.5%，以实际结算为准', { ...reduced('12.5'), note: actual }, `下浮率12.5%（${actual}）`],
  ['下浮率12.5%（以实际结算为准）', { ...reduced('12.5'), note: actual }, `下浮率12.5%（${actual}）`],
  ['198万元，以实际结算为准', { kind: 'sum', fen: 198_000_000, note: actual }, `198万元（${actual}）`],
  [
    '198万元（含暂列金额 5.5 万元）',
    { kind: 'sum', fen: 198_000_000, note: '含暂列金额5.5万元' },
    '198万元（含暂列金额5.5万元）',
  ],
  [
    '198万元（暂定，由财政统一支付）',
    { kind: 'sum', fen: 198_000_000, note: '暂定，由财政统一支付' },
    '198万元（暂定，由财政统一支付）',
  ],
  [actual, { kind: 'words', text: actual }, actual],
  ['按成交金额的1.5%收取', { kind: 'words', text: '按成交金额的1.5%收取' }, '按成交金额的1.5%收取'],
  ['不收取', { kind: 'words', text: '不收取' }, '不收取'],
  ['本项目不收取投标保证金', { kind: 'words', text: '本项目不收取投标保证金' }, '本项目不收取投标保证金'],
  ['/', { kind: 'words', text: '/' }, '/'],
  ['详见采购需求', { kind: 'words', text: '详见采购需求' }, '详见采购需求'],
])('“%s”读成一个意思，印成一种写法', (text, price, printed) => {
  expect(read(text)).toEqual(price);
  expect(printPrice(price as Price)).toBe(printed);
});

test.each([
  ['100', 'F304'],
  ['198万元（十年）', 'F305'],
  ['0.85折', 'F305'],
  ['10折', 'F305'],
  ['近300万元', 'F305'],
  ['198万元，每年递增5%', 'F305'],
  ['100-200万元', 'F305'],
  ['-5元', 'F305'],
  ['施工费：100万元；设计费：面议', 'F305'],
  ['人民币叁佰万元整（¥3000001.00）', 'F333'],
])('“%s”不猜（%s）', (text, code) => {
  expect(read(text)).toBe(code);
});

describe('印出来再读，还是同一个价格', () => {
  const decimal = fc
    .tuple(fc.nat(99_999_999), fc.stringMatching(/^(?:\d{0,3}[1-9])?$/u))
    .map(([whole, places]) => (places === '' ? String(whole) : `${whole}.${places}`));
  const percent = fc.tuple(fc.nat(200), fc.constantFrom('', '.5', '.67')).map((two) => two.join(''));
  const unit = fc.constantFrom('平方米', '亩', '年', '月', '工日', '人次', '间', '吨', '立方米');
  const note = fc.option(fc.constantFrom('不含税', '含税', '含9%增值税', '按实结算'), { nil: undefined });
  const bound = fc.option(fc.constantFrom('about', 'at-most', 'at-least'), { nil: undefined });
  const bounded = <T extends object>(price: T, said: string | undefined) =>
    said === undefined ? price : { ...price, bound: said };
  const withNote = <T extends object>(price: T, said: string | undefined) =>
    said === undefined ? price : { ...price, note: said };
  const single: fc.Arbitrary<Price> = fc.oneof(
    fc.maxSafeNat(),
    fc
      .tuple(fc.maxSafeNat(), fc.constantFrom('含税', '暂定', '或等值港币', '及其整倍数', actual), bound)
      .map(([fen, said, end]) => bounded({ kind: 'sum' as const, fen, note: said }, end) as Price),
    fc
      .tuple(fc.maxSafeNat(), fc.constantFrom('about', 'at-most', 'at-least'))
      .map(([fen, end]) => bounded({ kind: 'sum' as const, fen }, end) as Price),
    fc
      .tuple(decimal, fc.array(unit, { minLength: 1, maxLength: 3 }), note, bound)
      .map(
        ([yuan, per, said, end]) =>
          bounded(withNote({ kind: 'unit-price' as const, yuan, per }, said), end) as Price,
      ),
    fc
      .tuple(
        percent,
        fc.constantFrom<'%' | '‰'>('%', '‰'),
        fc.option(fc.constantFrom('下浮率', '费率', '折扣率'), { nil: undefined }),
        fc.option(fc.constantFrom('收费标准', '评审后最终价'), { nil: undefined }),
        note,
        bound,
      )
      .map(
        ([rate, sign, term, of, said, end]) =>
          bounded(
            withNote(
              {
                kind: 'rate' as const,
                ...(term !== undefined && { term }),
                ...(of !== undefined && { of }),
                rate,
                sign,
              },
              said,
            ),
            end,
          ) as Price,
      ),
  );
  const several = fc
    .array(fc.tuple(fc.constantFrom('施工部分', '设计费', '勘察', '第一包'), single), {
      minLength: 2,
      maxLength: 4,
    })
    .map((list) => ({
      kind: 'parts' as const,
      parts: list.map(([name, price]) => ({ name, price: price as number })),
    }));

  test('每一种都是', () => {
    fc.assert(
      fc.property(fc.oneof(single, several), (price) => {
        expect(read(printPrice(price))).toEqual(price);
      }),
      { numRuns: 2000 },
    );
  });

  test('同一笔钱怎么写都是同一笔', () => {
    const ways: readonly ((money: string) => string)[] = [
      (money) => `人民币${money}`,
      (money) => `${money}整`,
      (money) => `${money}（人民币）`,
      (money) => money.replace(/[\d.,]/gu, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0)),
      (money) => ` ${money.replace(/(?=[万元])/u, '\u00a0')} `.trim(),
    ];
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...ways), (fen, way) => {
        expect(read(way(printMoney(fen)))).toBe(fen);
      }),
    );
  });

  test('随便什么字都不会让它出错', () => {
    const word = fc.constantFrom(
      ...'元万亿%‰/每年亩：；，（）¥-.大写小写整壹佰 12含税率的约折',
      '或等值',
      '不超过',
      '以上',
      '为准',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const parsed = parsePrice(words.join(''));
        if ('fault' in parsed) return;
        expect(read(printPrice(parsed.value))).toEqual(parsed.value);
      }),
      { numRuns: 5000 },
    );
  });
});

test('只有确数能加，带“约”的、单价、费率和分项不能', () => {
  expect(
    ['198万元', '198万元（含税）', '约198万元', '700元/亩/年', '97.67%', '面议'].map((text) =>
      sumIn(read(text) as Price),
    ),
  ).toEqual([198_000_000, 198_000_000, undefined, undefined, undefined, undefined]);
  expect(roughSumIn(read('约198万元') as Price)).toBe(198_000_000);
});

test('给机器的说明是哪一种价格', () => {
  expect(priceKind.toJson(198_000_000)).toEqual({ amount: '1980000.00', currency: 'CNY' });
  expect(priceKind.toJson(perYear as Price)).toEqual({
    kind: 'unit-price',
    amount: '700',
    currency: 'CNY',
    per: ['亩', '年'],
    note: null,
  });
});

test.each([
  ['-6,996.89万元', -6_996_890_000],
  ['－5元', -500],
  ['负5万元', -5_000_000],
  ['358.6万元', 358_600_000],
])('可以小于零的金额：“%s”', (text, fen) => {
  expect(parseBalance(text)).toEqual({ value: fen });
  expect(parseBalance(printMoney(fen))).toEqual({ value: fen });
});

test('给机器的说明金额不是确数', () => {
  expect(priceKind.toJson(about as Price)).toEqual({
    kind: 'sum',
    bound: 'about',
    amount: '126000000.00',
    currency: 'CNY',
    note: null,
  });
});
