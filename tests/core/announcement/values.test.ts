import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, instantAt, timeOf, weekdayOf } from '../../../src/core/announcement/instant.ts';
import {
  dateKind,
  deadlineKind,
  instantKind,
  monthKind,
} from '../../../src/core/announcement/instant-forms.ts';
import type { Kind } from '../../../src/core/announcement/kind.ts';
import { toYuan } from '../../../src/core/announcement/money.ts';
import { moneyKind } from '../../../src/core/announcement/money-forms.ts';
import { areaKind } from '../../../src/core/announcement/area.ts';
import { ratioKind, shareKind } from '../../../src/core/announcement/bound.ts';
import { phoneKind } from '../../../src/core/announcement/phone.ts';
import { countKind, percentKind, workingDaysKind } from '../../../src/core/announcement/quantity.ts';
import { daysKind, termKind } from '../../../src/core/announcement/term.ts';
import {
  choiceKind,
  codeKind,
  noticeKind,
  oldAddressKind,
  referenceKind,
  textKind,
  urlKind,
  usccKind,
  yesNoKind,
} from '../../../src/core/announcement/text.ts';

type Readable = Pick<Kind<unknown>, 'name' | 'parse'>;

/** The value, or the code of the fault with what is to be written instead. */
function read(kind: Pick<Kind<unknown>, 'parse'>, text: string): unknown {
  const parsed = kind.parse(text);
  if ('value' in parsed) return parsed.value;
  const { code, fix, help, example } = parsed.fault;
  return [
    `${code} ${[fix, help].filter(Boolean).join('；')}`.trim(),
    ...(example ? [`例如 ${example}`] : []),
  ].join('；');
}

const codeOf = (kind: Pick<Kind<unknown>, 'parse'>, text: string): string =>
  String(read(kind, text)).slice(0, 4);

describe('时间', () => {
  test.each([
    ['2026-03-25 09:30', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日 9时30分', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日9时30分', '2026-03-25T09:30:00+08:00'],
    ['2026-03-25T09:30+08:00', '2026-03-25T09:30:00+08:00'],
    ['2026-3-25 9:30', '2026-03-25T09:30:00+08:00'],
    ['2026-03-25 23:59:59', '2026-03-25T23:59:59+08:00'],
    ['2026年12月31日 17时', '2026-12-31T17:00:00+08:00'],
    ['2026-03-25T01:30Z', '2026-03-25T09:30:00+08:00'],
    ['2026-03-25T01:30:00+0000', '2026-03-25T09:30:00+08:00'],
    ['2026-12-31T18:30-05:00', '2027-01-01T07:30:00+08:00'],
    ['2024-02-29 00:00', '2024-02-29T00:00:00+08:00'],
    ['2026-03-25 24:00', '2026-03-26T00:00:00+08:00'],
    ['2026年3月25日上午9时30分', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日下午2时30分', '2026-03-25T14:30:00+08:00'],
    ['2026年3月25日下午14:30', '2026-03-25T14:30:00+08:00'],
    ['2026年3月25日中午12:00', '2026-03-25T12:00:00+08:00'],
    ['2026年3月25日9点30分', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日 09时30分00秒', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日9点半', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日17时整', '2026-03-25T17:00:00+08:00'],
    ['2026年03月25号9:30分', '2026-03-25T09:30:00+08:00'],
    ['2026.3.25 9:30', '2026-03-25T09:30:00+08:00'],
    ['2026/3/25 09:30', '2026-03-25T09:30:00+08:00'],
    ['2026 年 3 月 25 日 9 时 30 分', '2026-03-25T09:30:00+08:00'],
    ['二〇二六年三月二十五日上午九时', '2026-03-25T09:00:00+08:00'],
    ['2026年3月25日（星期三）09:30', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日09:30（北京时间）', '2026-03-25T09:30:00+08:00'],
    ['北京时间2026年3月25日09:30', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日09:30前', '2026-03-25T09:30:00+08:00'],
    ['２０２６-03-25 09:30', '2026-03-25T09:30:00+08:00'],
    ['2026-03-25 09：30', '2026-03-25T09:30:00+08:00'],
    ['2026—03—25 09:30', '2026-03-25T09:30:00+08:00'],
    ['2027年元月4日下午三点半', '2027-01-04T15:30:00+08:00'],
    ['2026年3月25日下午3:30', '2026-03-25T15:30:00+08:00'],
    ['二〇二六年十二月三十一日上午九时三十分', '2026-12-31T09:30:00+08:00'],
    ['2026年3月25日9点一刻', '2026-03-25T09:15:00+08:00'],
    ['2026年3月25日下午2点三刻', '2026-03-25T14:45:00+08:00'],
    ['2026年3月25日上午9:30时', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日上午9:30时整', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日 9 : 30', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日上午（北京时间）9点30分', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日（北京时间）上午9点30分', '2026-03-25T09:30:00+08:00'],
    ['2026年3月25日早晨8点', '2026-03-25T08:00:00+08:00'],
    ['2026年3月25日午后2点', '2026-03-25T14:00:00+08:00'],
    ['2026年3月25日晚间8时', '2026-03-25T20:00:00+08:00'],
    ['2026年3月25日零时', '2026-03-25T00:00:00+08:00'],
  ])('“%s”是 %s', (text, value) => {
    expect(read(instantKind, text)).toBe(value);
  });

  test.each([
    ['2026-02-30 09:30', 'F302'],
    ['2025-02-29 09:30', 'F302'],
    ['2026-13-01 09:30', 'F302'],
    ['0206-03-25 09:30', 'F302'],
    ['2026-03-25', 'F301'],
    ['2026-03-25 24:30', 'F301'],
    ['2026-03-25 25:00', 'F301'],
    ['2026-03-25 09:60', 'F301'],
    ['2026-03-25 09:30:60', 'F301'],
    ['2026-03-2509:30', 'F301'],
    ['2026-03-25 09:30+99:00', 'F301'],
    ['3月25日 9时', 'F301'],
    ['2026年3月25日上午12时', 'F301'],
    ['2026年3月25日上午14:30', 'F301'],
    ['2026年3月25日下午0时', 'F301'],
    ['2026年3月25日（星期四）09:30', 'F301'],
    ['2026年腊月25日9时30分', 'F301'],
    ['2026年3月25日9:00-12:00', 'F301'],
    ['2026年3月25日9:15一刻', 'F301'],
    ['2026年3月25日17:00（以到账时间为准）', 'F301'],
  ])('“%s”读不出来（%s）', (text, code) => {
    expect(codeOf(instantKind, text)).toBe(code);
  });

  test('改成的写法可以直接照抄', () => {
    expect(read(instantKind, '2026-03-25')).toBe('F301 补上几时几分；例如 2026-03-25 09:30');
    expect(read(deadlineKind, '2026-03-25')).toBe(
      'F301 到当天下班的写 2026-03-25 17:30 这样的时刻，全天都可以的写 2026-03-25 24:00',
    );
    expect(read(deadlineKind, '2026年4月1日17时（以到账时间为准）')).toBe(
      'F301 2026-04-01 17:00（“(以到账时间为准)”写到正文或者“其他事项”）',
    );
    expect(read(dateKind, '2026-03-02 09:30')).toBe('F303 只写日期 2026-03-02，时刻写到正文或者“其他事项”');
  });

  test('作截止时间的零时是前一天的24时，数日子、印出来都按前一天', () => {
    for (const text of ['2026年03月21日 00:00', '2026-03-20 24:00', '2026年3月20日24时'])
      expect(read(deadlineKind, text), text).toBe('2026-03-20T24:00:00+08:00');
    const end = '2026-03-20T24:00:00+08:00';
    expect(deadlineKind.print(end)).toBe('2026年3月20日（星期五）24:00');
    expect(dayOf(end)).toBe('2026-03-20');
    expect(Date.parse(end)).toBe(Date.parse('2026-03-21T00:00:00+08:00'));
    expect(deadlineKind.toJson(end)).toBe('2026-03-21T00:00:00+08:00');
  });

  test('印出来再读，还是同一个时刻', () => {
    const minutes = fc
      .integer({ min: 0, max: 200 * 365 * 1440 })
      .map((minute) => instantAt(Date.parse('1995-01-01T00:00:00+08:00') + minute * 60_000));
    for (const kind of [instantKind, deadlineKind])
      fc.assert(
        fc.property(minutes, (moment) => {
          const value = read(kind, moment) as string;
          expect(read(kind, kind.print(value))).toBe(value);
        }),
        { numRuns: 300 },
      );
  });

  test('印出来带星期，有秒的带秒', () => {
    expect(instantKind.print('2026-03-25T09:30:00+08:00')).toBe('2026年3月25日（星期三）09:30');
    expect(instantKind.print('2026-03-25T23:59:59+08:00')).toBe('2026年3月25日（星期三）23:59:59');
    expect(timeOf('2026-03-25T00:00:00+08:00')).toBe('00:00');
    expect(weekdayOf('2026-11-22')).toBe('星期日');
  });

  test.each([
    [dateKind, '2026-03-02', '2026-03-02'],
    [dateKind, '2026年3月2日', '2026-03-02'],
    [monthKind, '2026-4', '2026-04'],
    [monthKind, '2026年12月', '2026-12'],
    [monthKind, '２０２６-04', '2026-04'],
    [monthKind, '2026年04月份', '2026-04'],
    [dateKind, '2026.3.2', '2026-03-02'],
    [dateKind, '2026/3/2', '2026-03-02'],
    [dateKind, '2026年03月02号', '2026-03-02'],
  ])('日期和月份：$1', (kind, text, value) => {
    expect(read(kind, text)).toBe(value);
  });

  test.each([
    [dateKind, '2026-02-30', 'F302'],
    [dateKind, '明天', 'F303'],
    [monthKind, '2026-13', 'F303'],
  ])('日期和月份读不出来：$1', (kind, text, code) => {
    expect(codeOf(kind, text)).toBe(code);
  });
});

describe('金额', () => {
  test.each([
    ['358.6万元', 358_600_000],
    ['3,586,000元', 358_600_000],
    ['3586000元', 358_600_000],
    ['1.2亿元', 12_000_000_000],
    ['0.01元', 1],
    ['0元', 0],
    ['0.10元', 10],
    ['1.10万元', 1_100_000],
    ['0.000001万元', 1],
    ['12,345.67元', 1_234_567],
    ['4.35元', 435],
    ['358.6 万元', 358_600_000],
    ['358.6万', 358_600_000],
    ['３５８．６万元', 358_600_000],
    ['3，586，000元', 358_600_000],
    ['358.6\u00a0万元', 358_600_000],
    ['人民币358.6万元', 358_600_000],
    ['人民币：358.6万元整', 358_600_000],
    ['RMB 358.6万元', 358_600_000],
    ['358.6万元（人民币）', 358_600_000],
    ['3586000元人民币', 358_600_000],
    ['¥3,586,000.00', 358_600_000],
    ['￥3586000元', 358_600_000],
    ['3586000圆整', 358_600_000],
    ['叁佰伍拾捌万陆仟元整', 358_600_000],
    ['人民币（大写）叁佰伍拾捌万陆仟元整', 358_600_000],
    ['人民币叁佰伍拾捌万陆仟元整（¥3586000.00）', 358_600_000],
    ['3586000元（大写：人民币叁佰伍拾捌万陆仟元整）', 358_600_000],
    ['大写：叁佰伍拾捌万陆仟元整，小写：3,586,000元', 358_600_000],
  ])('“%s”是 %i 分', (text, fen) => {
    expect(read(moneyKind, text)).toBe(fen);
  });

  test.each([
    ['3586000', 'F304'],
    ['358.6', 'F304'],
    ['0.001元', 'F305'],
    ['-1元', 'F305'],
    ['35,86,000元', 'F305'],
    ['约300万元', 'F305'],
    ['不超过300万元', 'F305'],
    ['300万元至400万元', 'F305'],
    ['人民币3586000', 'F304'],
    ['人民币叁佰万元整（¥3000001.00）', 'F333'],
    ['300万元（大写：叁佰壹拾万元整）', 'F333'],
    ['99999999亿元', 'F305'],
  ])('“%s”读不出来（%s）', (text, code) => {
    expect(codeOf(moneyKind, text)).toBe(code);
  });

  test('没写单位的，两种单位都列出来，由经办人选', () => {
    expect(read(moneyKind, '3586000')).toBe('F304 3586000元 或 3586000万元');
  });

  test('印出来再读，一分不差', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (fen) => read(moneyKind, moneyKind.print(fen)) === fen));
  });

  test('给机器的是两位小数的元', () => {
    expect(moneyKind.toJson(358_600_000)).toEqual({ amount: '3586000.00', currency: 'CNY' });
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        (fen) =>
          toYuan(fen)
            .replace('.', '')
            .replace(/^0+(?=\d)/u, '') === String(fen),
      ),
    );
  });

  test('印出来的金额', () => {
    expect(
      [1, 435, 999_999, 1_000_000, 358_600_000, 12_000_000_000, 244_647_504, 199_990_000].map(
        moneyKind.print,
      ),
    ).toEqual([
      '0.01元',
      '4.35元',
      '9,999.99元',
      '1万元',
      '358.6万元',
      '12,000万元',
      '2,446,475.04元',
      '199.99万元',
    ]);
  });
});

describe('面积、比例、年限、天数', () => {
  test.each<[Readable, string, unknown]>([
    [areaKind, '12,345.60平方米', { value: '12345.60', unit: '平方米' }],
    [areaKind, '18亩', { value: '18', unit: '亩' }],
    [areaKind, '1.2公顷', { value: '1.2', unit: '公顷' }],
    [areaKind, '100㎡', { value: '100', unit: '平方米' }],
    [areaKind, '980 m²', { value: '980', unit: '平方米' }],
    [areaKind, '1.55平方公里', { value: '1.55', unit: '平方公里' }],
    [areaKind, '0.0523平方千米', { value: '0.0523', unit: '平方公里' }],
    [areaKind, '约200亩', { value: '200', unit: '亩', about: true }],
    [
      areaKind,
      '32917.91平方米(合49.38亩)',
      { value: '32917.91', unit: '平方米', also: { value: '49.38', unit: '亩' } },
    ],
    [
      areaKind,
      '49.38亩（折合约32,917.91㎡）',
      { value: '49.38', unit: '亩', also: { value: '32917.91', unit: '平方米' } },
    ],
    [areaKind, '32917.91平方米(合94.38亩)', 'F306 核对哪一个数写错了'],
    [areaKind, '100', 'F306 100平方米、100亩 或 100公顷'],
    [areaKind, ',亩', 'F306；例如 12345.6平方米、18亩、1.2公顷'],
    [areaKind, '１８亩', { value: '18', unit: '亩' }],
    [percentKind, '33.5%', 33.5],
    [percentKind, '100%', 100],
    [percentKind, '100.1%', 'F307 核对数字，写成 0% 到 100%'],
    [percentKind, '20', 'F307 20%'],
    [percentKind, '20％', 20],
    [shareKind, '30%', 30],
    [shareKind, '≤30%', '≤30%'],
    [shareKind, '不大于20%', '≤20%'],
    [shareKind, '30%以下', '≤30%'],
    [shareKind, '35%≤建筑密度≤60%', '35%-60%'],
    [shareKind, '35%<建筑密度≤60%', '>35%且≤60%'],
    [shareKind, '130%', 'F307 核对数字，写成 0% 到 100%'],
    [shareKind, '30', 'F307 30%'],
    [ratioKind, '1.0-2.5', '1.0-2.5'],
    [ratioKind, '≤2.5', '≤2.5'],
    [ratioKind, '1.0—2.5', '1.0-2.5'],
    [ratioKind, '>=1.2', '≥1.2'],
    [ratioKind, '1≤容积率≤2.5', '1-2.5'],
    [ratioKind, '2.5≥容积率≥1', '1-2.5'],
    [ratioKind, '容积率不小于1.0且不大于2.5', '1.0-2.5'],
    [ratioKind, '大于1.0，不超过2.5', '>1.0且≤2.5'],
    [ratioKind, '2.5-1.0', 'F310 核对两个数有没有写反'],
    [ratioKind, '约2', 'F310；例如 2.5、≤2.5、1.0-2.5'],
    [termKind, '40年', 480],
    [termKind, '3年6个月', 42],
    [termKind, '18个月', 18],
    [termKind, '40', 'F308 40年 或 40个月'],
    [termKind, '三年', 36],
    [termKind, '一年半', 18],
    [termKind, '12个月', 12],
    [termKind, '7.5年', 90],
    [termKind, '7.2年（含基建期1年）', { text: '7.2年（含基建期1年）' }],
    [termKind, '商业40年、住宅70年', { text: '商业40年、住宅70年' }],
    [termKind, '自2026年4月1日起至2029年3月31日止', { text: '自2026年4月1日起至2029年3月31日止' }],
    [termKind, '很久', 'F308；例如 40年、18个月'],
    [daysKind, '180日历天', 180],
    [daysKind, '180天', 180],
    [daysKind, '180', 'F309 180日历天 或 180个月'],
    [daysKind, '一百八十日', 180],
    [daysKind, '240个日历天', 240],
    [daysKind, '18个月', { text: '18个月' }],
    [daysKind, '与施工工期同步', { text: '与施工工期同步' }],
    [daysKind, '达到招标文件的要求', { text: '达到招标文件的要求' }],
    [workingDaysKind, '5个工作日', 5],
    [workingDaysKind, '三个工作日', 3],
    [workingDaysKind, '自本公告发布之日起5个工作日', 5],
    [workingDaysKind, '5天', 'F309 按日历天算的写到正文；例如 5个工作日'],
    [countKind, '5家', 5],
    [countKind, '五家', 5],
    [countKind, '第一名', 1],
    [countKind, '第二中标候选人', 2],
    [countKind, '若干', 'F310 只写一个整数；例如 3'],
  ])('$0.name：“$1”', (kind, text, value) => {
    expect(read(kind, text)).toEqual(value);
  });

  test('印出来再读，还是同一个值', () => {
    fc.assert(fc.property(fc.nat(1200), (months) => read(termKind, termKind.print(months)) === months));
    fc.assert(fc.property(fc.nat(99999), (days) => read(daysKind, daysKind.print(days)) === days));
    const hundredths = fc.nat(10_000).map((value) => value / 100);
    fc.assert(fc.property(hundredths, (share) => read(percentKind, percentKind.print(share)) === share));
    const number = fc.tuple(fc.nat(), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(number, fc.constantFrom('平方米', '公顷', '亩'), (value, unit) => {
        const area = { value, unit } as const;
        expect(read(areaKind, areaKind.print(area))).toEqual(area);
      }),
    );
  });
});

describe('编号、代码、电话、网址', () => {
  test.each(['914403001922038216', '91110000802100433B', '91440300708461136T'])(
    '统一社会信用代码 %s 是真的，错一位就不对',
    (code) => {
      expect(read(usccKind, code)).toBe(code);
      for (let place = 0; place < code.length; place += 1) {
        const other = code[place] === '7' ? '8' : '7';
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        expect(codeOf(usccKind, wrong), wrong).toBe('F312');
      }
    },
  );

  test.each<[Readable, string, string]>([
    [usccKind, '9144030070846113', 'F311'],
    [usccKind, '91440300708461136I', 'F311'],
    [usccKind, '91440300708461136t', 'F114'],
    [usccKind, '９1440300708461136T', 'F114'],
    [codeKind, 'ＧＭ-01', 'F114'],
    [codeKind, 'GM—01', 'F114'],
    [codeKind, '——', 'F313'],
    [codeKind, `GM号${'0'.repeat(120)}`, 'F313'],
    [codeKind, 'GM\n01', 'F118'],
    [codeKind, 'GМ-01', 'F313'],
    [codeKind, '示采[2026]⼀号', 'F313'],
    [phoneKind, '88880000', 'F315'],
    [phoneKind, '0757-888', 'F315'],
    [phoneKind, '黄小姐 0757-88880000', 'F315'],
    [phoneKind, '110101199003070011', 'F315'],
    [urlKind, 'www.example.cn', 'F316'],
    [urlKind, 'javascript:alert(1)', 'F316'],
    [urlKind, 'https://a b', 'F316'],
    [oldAddressKind, 'jyxx/1.html', 'F318'],
    [oldAddressKind, '//other.example.cn/', 'F318'],
    [oldAddressKind, '/a"b', 'F318'],
    [oldAddressKind, '/a{b}', 'F318'],
    [oldAddressKind, '/a\\b', 'F318'],
    [oldAddressKind, 'ftp://old.example.cn/1', 'F318'],
    [referenceKind, 'GM-1', 'F401'],
    [referenceKind, 'a_b.md', 'F401'],
    [textKind, 'a\u202eb', 'F117'],
    [textKind, 'a\u0000b', 'F117'],
    [textKind, '长'.repeat(501), 'F317'],
    [textKind, '\u0958'.repeat(260), 'F317'],
    [noticeKind, '提'.repeat(61), 'F317'],
    [noticeKind, '今天下午的开标\n改到三室', 'F118'],
    [noticeKind, '今天下午的开标\t改到三室', 'F118'],
    [yesNoKind, '有', 'F205'],
    [choiceKind({ open: '公开招标' }), '公开', 'F205'],
  ])('$0.name 不能写“$1”', (kind, text, code) => {
    expect(codeOf(kind, text)).toBe(code);
  });

  test.each([
    ['是', true],
    ['否', false],
    ['接受', true],
    ['不接受', false],
    ['不接受联合体投标', false],
    ['本项目不接受联合体投标。', false],
    ['本次采购接受联合体参加', true],
    ['允许', true],
    ['非专门面向中小企业采购', false],
    ['本项目专门面向中小企业采购', true],
    ['不是', false],
    ['是，联合体成员不超过3家', 'F205 是（后面的话写到正文或者“其他事项”）'],
    ['联合体', 'F205 是 或 否'],
  ])('“%s”读成“%s”', (text, value) => {
    expect(read(yesNoKind, text)).toBe(value);
  });

  test.each<[Readable, string]>([
    [codeKind, '0123'],
    [codeKind, '001'],
    [codeKind, 'GM-JS-2026-012'],
    [codeKind, '粤财采购[2026]0123号'],
    [codeKind, '[440608]FJZHJS[GK]2026003'],
    [codeKind, '示自然资告字〔2026〕12号'],
    [codeKind, 'GM_JS-2026-012'],
    [codeKind, 'GM-1、GM-2、GM-3'],
    [codeKind, '采购包1'],
    [phoneKind, '0757-88880000转801'],
    [phoneKind, '400-000-0000'],
    [phoneKind, '12345'],
    [urlKind, 'https://www.example.cn/a?b=1#c'],
    [referenceKind, 'gm-js-2026-012-tender'],
    [textKind, '长'.repeat(500)],
    [noticeKind, `${'提'.repeat(59)}𬭎`],
  ])('$0.name 可以写“$1”，一字不改', (kind, text) => {
    expect(read(kind, text)).toBe(text);
  });

  test.each([
    ['0757-88880000、88880001', '0757-88880000、0757-88880001'],
    ['0757-88880000，0757-88880001', '0757-88880000、0757-88880001'],
    ['0757-88880001、88880002转802', '0757-88880001、0757-88880002转802'],
    ['（0757）88880000', '0757-88880000'],
    ['(0757) 8888 0000', '0757-88880000'],
    ['0757 88880000', '0757-88880000'],
    ['０７５７－88880000', '0757-88880000'],
    ['075788880000', '0757-88880000'],
    ['+86-757-88880000', undefined],
    ['0757-88880000-801', '0757-88880000转801'],
    ['4000000000', '400-000-0000'],
    ['138 0000 0000', '13800000000'],
    ['0757-88880000/13800000000', '0757-88880000、13800000000'],
  ])('电话“%s”读成“%s”', (text, value) => {
    expect(read(phoneKind, text)).toEqual(value ?? expect.stringContaining('F315'));
    if (value !== undefined) expect(read(phoneKind, value)).toBe(value);
  });

  test('电话里写了人名的，告诉他分成两栏', () => {
    expect(read(phoneKind, '黄小姐 0757-88880000')).toBe(
      'F315 联系人: 黄小姐，下一行 联系电话: 0757-88880000',
    );
  });

  test('公告标识写错的，给出改好的', () => {
    expect(read(referenceKind, 'GM_JS_2026.md')).toBe('F401 gm-js-2026');
  });

  test('看上去相同的字算同一个字', () => {
    expect(read(textKind, 'e\u0301')).toBe('\u00e9');
  });
});
