import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateKind,
  instantKind,
  monthKind,
  timeOf,
  weekdayOf,
} from '../../../src/core/announcement/instant.ts';
import type { Kind } from '../../../src/core/announcement/kind.ts';
import { moneyKind, toYuan } from '../../../src/core/announcement/money.ts';
import {
  areaKind,
  countKind,
  daysKind,
  percentKind,
  ratioKind,
  termKind,
  workingDaysKind,
} from '../../../src/core/announcement/quantity.ts';
import {
  choiceKind,
  codeKind,
  noticeKind,
  oldAddressKind,
  phoneKind,
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
  return 'value' in parsed ? parsed.value : `${parsed.fault.code} ${parsed.fault.help}`;
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
  ])('“%s”是 %s', (text, value) => {
    expect(read(instantKind, text)).toBe(value);
  });

  test.each([
    ['2026-02-30 09:30', 'F302'],
    ['2025-02-29 09:30', 'F302'],
    ['2026-13-01 09:30', 'F302'],
    ['0206-03-25 09:30', 'F302'],
    ['2026-03-25', 'F301'],
    ['2026-03-25 24:00', 'F301'],
    ['2026-03-25 24:30', 'F301'],
    ['2026-03-25 25:00', 'F301'],
    ['2026-03-25 09:60', 'F301'],
    ['2026-03-25 09:30:60', 'F301'],
    ['2026-03-2509:30', 'F301'],
    ['2026-03-25 09:30+99:00', 'F301'],
    ['2026-03-25 上午9时', 'F301'],
    ['3月25日 9时', 'F301'],
    ['2026/3/25 09:30', 'F301'],
    ['２０２６-03-25 09:30', 'F114'],
    ['2026-03-25 09：30', 'F114'],
    ['2026—03—25 09:30', 'F114'],
  ])('“%s”读不出来（%s）', (text, code) => {
    expect(codeOf(instantKind, text)).toBe(code);
  });

  test('改成的写法可以直接照抄', () => {
    expect(read(instantKind, '2026年03月25日　09：30')).toBe('F114 2026年03月25日 09:30');
    expect(read(instantKind, '2026-03-25')).toBe('F301 2026-03-25 09:30（补上几时几分）');
    expect(read(instantKind, '2026-03-25 24:00')).toBe('F301 2026-03-25 23:59，或次日 00:00');
    expect(read(dateKind, '2026/3/2')).toBe('F303 2026-03-02');
    expect(read(dateKind, '2026-03-02 09:30')).toBe('F303 2026-03-02');
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
  ])('日期和月份：$1', (kind, text, value) => {
    expect(read(kind, text)).toBe(value);
  });

  test.each([
    [dateKind, '2026-02-30', 'F302'],
    [dateKind, '2026.3.2', 'F303'],
    [dateKind, '明天', 'F303'],
    [monthKind, '2026-13', 'F303'],
    [monthKind, '２０２６-04', 'F114'],
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
  ])('“%s”是 %i 分', (text, fen) => {
    expect(read(moneyKind, text)).toBe(fen);
  });

  test.each([
    ['3586000', 'F304'],
    ['358.6', 'F304'],
    ['0.001元', 'F305'],
    ['-1元', 'F305'],
    ['叁佰万元', 'F305'],
    ['358.6万', 'F305'],
    ['35,86,000元', 'F305'],
    ['约300万元', 'F305'],
    ['99999999亿元', 'F305'],
    ['３５８．６万元', 'F114'],
    ['3，586，000元', 'F114'],
  ])('“%s”读不出来（%s）', (text, code) => {
    expect(codeOf(moneyKind, text)).toBe(code);
  });

  test('没写单位的，两种单位都列出来，由经办人选', () => {
    expect(read(moneyKind, '3586000')).toBe('F304 3586000元 或 3586000万元');
    expect(read(moneyKind, '358.6万')).toBe('F305 358.6万元');
    expect(read(moneyKind, '3，586，000元')).toBe('F114 3,586,000元');
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
    expect([1, 435, 999_999, 1_000_000, 358_600_000, 12_000_000_000].map(moneyKind.print)).toEqual([
      '0.01元',
      '4.35元',
      '9,999.99元',
      '1万元',
      '358.6万元',
      '12,000万元',
    ]);
  });
});

describe('面积、比例、年限、天数', () => {
  test.each<[Readable, string, unknown]>([
    [areaKind, '12,345.60平方米', { value: '12345.60', unit: '平方米' }],
    [areaKind, '18亩', { value: '18', unit: '亩' }],
    [areaKind, '1.2公顷', { value: '1.2', unit: '公顷' }],
    [areaKind, '100㎡', { value: '100', unit: '平方米' }],
    [areaKind, '100', 'F306 100平方米（单位可写平方米、公顷、亩）'],
    [areaKind, ',亩', 'F306 12345.6平方米（单位可写平方米、公顷、亩）'],
    [areaKind, '１８亩', 'F114 18亩'],
    [percentKind, '33.5%', 33.5],
    [percentKind, '100%', 100],
    [percentKind, '100.1%', 'F307 核对数字，写成 0% 到 100%'],
    [percentKind, '20', 'F307 20%'],
    [percentKind, '20％', 'F114 20%'],
    [ratioKind, '1.0-2.5', '1.0-2.5'],
    [ratioKind, '≤2.5', '≤2.5'],
    [ratioKind, '1.0—2.5', 'F114 1.0-2.5'],
    [ratioKind, '约2', 'F310 写成 2.5、≤2.5 或 1.0-2.5'],
    [termKind, '40年', 480],
    [termKind, '3年6个月', 42],
    [termKind, '18个月', 18],
    [termKind, '40', 'F308 40年'],
    [termKind, '三年', 'F308 用阿拉伯数字写成 40年 或 3年6个月'],
    [daysKind, '180日历天', 180],
    [daysKind, '180天', 180],
    [daysKind, '180', 'F309 180日历天'],
    [workingDaysKind, '5个工作日', 5],
    [workingDaysKind, '5天', 'F309 5个工作日'],
    [countKind, '5家', 5],
    [countKind, '五家', 'F310 用阿拉伯数字写成整数，例如 3'],
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
    [codeKind, 'GM 01', 'F313'],
    [codeKind, '高明01', 'F313'],
    [codeKind, '-01', 'F313'],
    [phoneKind, '88880000', 'F315'],
    [phoneKind, '13800000000', 'F315'],
    [phoneKind, '０７５７-88880000', 'F114'],
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

  test.each<[Readable, string]>([
    [codeKind, '0123'],
    [codeKind, '001'],
    [codeKind, 'GM-JS-2026-012'],
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

  test('手机号不完整地印出来', () => {
    const parsed = phoneKind.parse('13812345678');
    expect('fault' in parsed && parsed.fault.message).toBe('“138…78”是个人手机号');
  });

  test('公告标识写错的，给出改好的', () => {
    expect(read(referenceKind, 'GM_JS_2026.md')).toBe('F401 gm-js-2026');
  });

  test('看上去相同的字算同一个字', () => {
    expect(read(textKind, 'e\u0301')).toBe('\u00e9');
  });
});
