import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCapitalMoney } from '../../src/core/announcement/capital-money.ts';
import { checkWording } from '../../src/core/wording/check-wording.ts';

const found = (text: string, isProcurementResult = false) =>
  checkWording(text, { isProcurementResult }).map(({ code }) => code);
const marked = (text: string) => {
  const [finding] = checkWording(text, { isProcurementResult: true });
  return (
    finding &&
    [...text.split('\n')[finding.line - 1]!]
      .slice(finding.column - 1, finding.column - 1 + finding.length)
      .join('')
  );
};

/** Writes money in capitals as the rules for bills ask, so that the reader has somebody to agree with. */
function toCapitals(fen: number): string {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const four = (value: number): string =>
    [...String(value).padStart(4, '0')]
      .map((digit, index) => (digit === '0' ? '零' : digits[Number(digit)]! + ['仟', '佰', '拾', ''][index]!))
      .join('');
  const yuan = Math.floor(fen / 100);
  const parts = [
    [Math.floor(yuan / 1e8), '亿'],
    [Math.floor(yuan / 1e4) % 1e4, '万'],
    [yuan % 1e4, '元'],
  ] as const;
  const whole = parts
    .map(([value, unit]) => (value === 0 && unit !== '元' ? '零' : four(value) + unit))
    .join('');
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  const rest = `${jiao ? `${digits[jiao]}角` : '零'}${cents ? `${digits[cents]}分` : ''}`;
  const text = whole
    .replace(/零+/gu, '零')
    .replace(/零(?=[万元])/gu, '')
    .replace(/^零/u, '');
  const head = text.startsWith('元') ? `零${text}` : text;
  return head + (jiao + cents === 0 ? '整' : rest);
}

describe('大写金额', () => {
  test.each([
    ['叁佰肆拾壹万贰仟元整', 341_200_000],
    ['壹拾万元正', 10_000_000],
    ['拾万元整', 10_000_000],
    ['壹亿零伍佰圆整', 10_000_050_000],
    ['壹万亿元整', 100_000_000_000_000],
    ['贰仟零壹元零伍分', 200_105],
    ['伍角', undefined],
    ['零元伍角', 50],
    ['壹佰贰佰元整', undefined],
    ['万元整', undefined],
    ['壹佰', undefined],
    ['壹佰元元', undefined],
    ['', undefined],
  ])('%s', (text, fen) => expect(parseCapitalMoney(text)).toBe(fen));

  test('写成大写再读回来，一分不差', () => {
    const amount = fc.integer({ min: 1, max: 999_999_999_999 });
    fc.assert(
      fc.property(amount, (fen) => {
        expect(parseCapitalMoney(toCapitals(fen)), toCapitals(fen)).toBe(fen);
      }),
    );
  });

  test('换掉任何一个数字都会被看出来', () => {
    const amount = fc.integer({ min: 100, max: 99_999_999_999 });
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        fc.pre(one !== other);
        expect(found(`合同价 ${(one / 100).toFixed(2)}元（大写：${toCapitals(other)}）`)).toEqual(['C202']);
        expect(found(`合同价 ${(one / 100).toFixed(2)}元（大写：${toCapitals(one)}）`)).toEqual([]);
      }),
    );
  });

  test.each([
    ['| 341.2万元（大写：叁佰肆拾壹万贰仟元整） |', []],
    ['| 341.2万元（大写：叁佰肆拾壹万元整） |', ['C202']],
    ['中标价 ￥3,412,000.00（大写人民币叁佰肆拾壹万贰仟元整）', []],
    ['人民币叁佰肆拾壹万贰仟元整（小写：3412000元）', []],
    ['人民币叁佰肆拾壹万贰仟元整（¥341.2）', ['C202']],
    ['合同价 341.2万元（叁佰万元）', []],
    ['保证金 7万元，合同价（大写）叁佰肆拾壹万贰仟元整', []],
    ['共 3 个标段，第壹标段 5 元', []],
  ])('%s', (text, codes) => expect(found(text)).toEqual(codes));
});

describe('质疑期限', () => {
  test.each([
    ['供应商可以自本公告发布之日起七个工作日内提出质疑。', '自本公告发布之日起七个工作日'],
    ['有质疑的，自中标结果公告之日起 7 个工作日内提出。', '自中标结果公告之日起 7 个工作日'],
    ['质疑应当在结果公布之日起7个工作日内提出。', '在结果公布之日起7个工作日'],
  ])('%s', (text, guilty) => {
    expect(found(text, true)).toEqual(['C201']);
    expect(marked(text)).toBe(guilty);
    expect(found(text, false)).toEqual([]);
  });

  test.each([
    '供应商可以自公告期限届满之日起七个工作日内提出质疑。',
    '公告期限为 1 个工作日，届满之日起七个工作日内可以书面质疑。',
    '自本公告发布之日起七个工作日内签订合同。质疑见下文。',
    '本公告期限自发布之日起 1 个工作日，质疑自期限届满之日起七个工作日内提出。',
  ])('%s', (text) => expect(found(text, true)).toEqual([]));
});

describe('星期', () => {
  test.each([
    ['2026年3月25日（星期四）9时30分', '星期四'],
    ['2026-03-25(周四)', '周四'],
    ['2026年3月25日9:30（星期天）', '星期天'],
    ['自2026年3月25日（星期三）至3月30日（星期二）', '星期二'],
    ['2026年2月30日（星期一）', '2026年2月30日（星期一'],
  ])('%s', (text, guilty) => {
    expect(found(text)).toEqual(['C203']);
    expect(marked(text)).toBe(guilty);
  });

  test.each([
    '2026年3月25日（星期三）9时30分',
    '自2026年3月25日（星期三）至3月30日（星期一）',
    '2026年3月25日 上午9时30分（周三）',
    '3月25日（星期五）',
    '每周三 9:00 办理；2026年3月25日、周末除外',
    '2026年3月25日一周内',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('占比', () => {
  const table = (heading: string, value: string) => `| 股东 | ${heading} |\n| --- | --- |\n| 甲 | ${value} |`;
  test.each([
    [table('持股比例', '490%'), ['C205']],
    [table('权重', '100.5％'), ['C205']],
    [table('持股比例', '100%'), []],
    [table('同比增长比例', '490%'), []],
    [table('资产负债率', '120%'), []],
    ['甲持股比例为 490%。', ['C205']],
    ['甲持股比例为 49%，完成年度计划的 130%。', []],
  ])('%s', (text, codes) => expect(found(text)).toEqual(codes));
});

describe('文字里的日期是日历上有的一天', () => {
  test.each([
    ['定于2026年2月29日开标', 'C208'],
    ['2026年13月1日', 'C208'],
    ['4月31日前提交', 'C208'],
    ['2026 年 6 月 31 日', 'C208'],
    ['定于2206年3月25日开标', 'C207'],
    ['0206年3月25日', 'C207'],
    ['2026年2月30日（星期一）', 'C203'],
  ])('%s', (text, code) => expect(found(text)).toEqual([code]));
  test.each([
    '定于2024年2月29日开标',
    '2月29日',
    '12月31日',
    '工期13个月30日历天',
    '每月3日',
    '农历十二月三十日',
    '出让至2096年3月25日',
    '1949年10月1日',
  ])('%s 没有问题', (text) => expect(found(text)).toEqual([]));
});
