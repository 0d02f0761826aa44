import { describe, expect, test } from 'vitest';
import {
  checkPersonal,
  findPersonal,
  identityCheckDigit,
  luhn,
  maskPersonal,
} from '../../src/core/privacy.ts';
import { processorSeconds } from '../processor.ts';

/** Numbers that nobody has: the specimen of GB 11643, the specimen mobile number, a card with Luhn's digit. */
const ID = '11010519491231002X';
const MOBILE = '13800138000';
const CARD = '6222000000000000001'.slice(0, 18);
const card = CARD + String([...'0123456789'].find((digit) => luhn(CARD + digit)));

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0));
const between = (mark: string, text: string): string => [...text].join(mark);
const kinds = (line: string): readonly string[] => checkPersonal(line).map(({ code }) => code);

/** Each table has as many lines that are fine as lines that are not. */
const PERSONAL: Readonly<Record<string, { fires: readonly string[]; passes: readonly string[] }>> = {
  P101: {
    fires: [
      `法定代表人 李某，身份证号 ${ID}`,
      `身份证：${ID.toLowerCase()}`,
      `${ID}`,
      `张某${ID}`,
      `110105 19491231 002X`,
      `110105-19491231-002X`,
      `1101 0519 4912 3100 2X`,
      between(' ', ID),
      wide(ID),
      between('\u200b', ID),
      `110105**19491231**002X`,
      `110105\u00a01949\u30001231\u2011002X`,
      `&#49;10105194912310&#48;2X`,
      `身份证号码：110105194912310021`,
      `身份证号：110105491231002`,
      `身份证号 110105194913310021`,
      `公民身份号码：990105194902300021`,
      `身份证：110105999999999999`,
      `身份证号码110105491332002`,
      `法定代表人身份证（复印件） 110105194902300021`,
      `| 李某 | ${ID} |`,
      `附件: 李某${ID}.pdf`,
      `𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐X`,
      `外国人永久居留证 9111241981080300${'2'}${identityCheckDigit('91112419810803002')}`,
    ],
    passes: [
      '统一社会信用代码：914403001922038216',
      '统一社会信用代码 91110000802100433B',
      '91440300708461136T',
      '中标人统一社会信用代码: 91440608MA0000007A',
      '统一社会信用代码：121101194912310028'.slice(0, 9) + '12110119491231002' + '0',
      '项目编号 GM-JS-2026-012',
      '投资项目统一代码 2401-440608-04-01-123456',
      '标识码 A01-12440608000000000X-20260302-000001-Y',
      '招标项目编号 E4401002701502243001',
      '110105194913310021',
      '990105194912310021',
      '110105194912310021',
      '1101051949123100211234',
      '身份证号 110***********002X',
      '面积 110105.1949 平方米，造价 123100.21 元',
      '2026-03-25 09:30 至 2026-04-14 17:00',
      '凭身份证领取，编号 440608202600010001',
      '凭身份证原件到场，项目代码 440608202613450012',
      '身份证明书编号 440608202613450012',
      '证件号码另附，合同编号：440608202613450012',
      '凭身份证查询，档案编号 110105199913320021',
      '建造师注册编号 粤1442017201812345',
      '编号 110105491231002',
      '土地编号 TD2026(GM)WG0012',
    ],
  },
  P102: {
    fires: [
      `联系人陈工 ${MOBILE}`,
      `电话：${MOBILE}。`,
      `手机+86 ${MOBILE}`,
      `手机 0086-138-0013-8000`,
      `138-0013-8000`,
      `138 0013 8000`,
      `138 00138000`,
      `138.0013.8000`,
      between(' ', MOBILE),
      wide(MOBILE),
      between('\u200c', MOBILE),
      `138\u00ad0013\u00ad8000`,
      `0757-88880000/${MOBILE}`,
      `tel:${MOBILE}`,
      `[电话](tel:${MOBILE})`,
      `微信同号${MOBILE}`,
      `| 陈工 | ${MOBILE} |`,
      `**138**0013**8000**`,
      `文件: 陈工${MOBILE}.pdf`,
      `联系电话: 0${MOBILE}`,
    ],
    passes: [
      '电话 0757-88880000',
      '电话 0757-88880000转801',
      '传真：0757－88889999',
      '400-000-0000',
      '项目编号: 13800138000',
      '合同编号：HT-13800138000',
      '合同编号 13800138000-1',
      '预算 13800138000元',
      '预算 13,800,138,000 元',
      '造价 13800138000.00',
      '138 0013 80',
      '手机 138****8000',
      'https://www.example.gov.cn/notice/13800138000.html',
      '12800138000',
      '账号 13800138000',
      '邮编 528500 2026-03-25',
      '2026-03-25 13:00 138 00',
      '150 20260325',
      '13 800 138 000',
      '统一社会信用代码 914403001922038216',
    ],
  },
  P103: {
    fires: [
      `收款账号：${card}`,
      `开户行 某银行 ${card}`,
      `银行卡号${card.replace(/\d{4}(?=\d)/gu, '$& ')}`,
      `卡号 ${wide(card)}`,
      `退还至 ${between('\u200b', card)}`,
      `卡号 ${between('-', card)}`,
      `户名 李某 ${card}（工资卡）`,
    ],
    passes: [
      `项目编号 ${card}`,
      `合同编号：${card}`,
      `共计 ${card}`,
      `收款账号：${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`,
      '对公账号：44050166738800000123',
      '保证金账号 2013014209200000123',
      '银行 622200',
    ],
  },
};

describe.each(Object.entries(PERSONAL))('%s', (code, { fires, passes }) => {
  test('对的例子与错的例子一样多', () => expect(passes.length).toBe(fires.length));
  test.each(fires)('%j 要拦下', (line) => expect(kinds(line)).toEqual([code]));
  test.each(passes)('%j 不拦', (line) => expect(kinds(line)).toEqual([]));
});

test('两个号码并排写，两个都找到', () => {
  expect(kinds(`${MOBILE} 13900139000`)).toEqual(['P102', 'P102']);
  expect(kinds(`${MOBILE}/13900139000，${ID}`)).toEqual(['P102', 'P102', 'P101']);
});

test('表格里的号码按它那一列的表头来认', () => {
  const table = (heading: string, value: string) =>
    `| 姓名 | ${heading} |\n| --- | --- |\n| 李某 | ${value} |`;
  expect(kinds(table('银行卡号', card))).toEqual(['P103']);
  expect(kinds(table('流水', card))).toEqual([]);
  expect(kinds(table('项目编号', MOBILE))).toEqual([]);
  expect(kinds(table('电话', MOBILE))).toEqual(['P102']);
});

test('指出的正是号码所在的行、列和长度', () => {
  const [found] = checkPersonal(`第一行\n联系人𠮷工 ${wide('138')}\u200b-0013-8000。`);
  expect(found).toMatchObject({ code: 'P102', line: 2, column: 7, length: 14 });
});

test('结果里从不印出完整的号码', () => {
  const [found] = checkPersonal(`身份证 ${ID}`);
  expect(found?.message).toContain('110***********002X');
  expect(JSON.stringify(found)).not.toContain(ID);
  for (const { fires } of Object.values(PERSONAL)) {
    for (const line of fires) {
      const masked = maskPersonal(line);
      expect(findPersonal(masked), masked).toEqual([]);
      expect([...masked]).toHaveLength([...line].length);
    }
  }
});

test('五十万个数字连成一行，几秒之内看完', () => {
  const seconds = processorSeconds(() => {
    checkPersonal('1 '.repeat(250_000));
    checkPersonal('62'.repeat(250_000));
    checkPersonal('13800138000-'.repeat(20_000));
  });
  expect(seconds).toBeLessThan(5);
});
