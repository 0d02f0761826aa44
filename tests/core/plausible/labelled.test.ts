import { describe, expect, test } from 'vitest';
import { checkAttachedText, checkMatters } from '../../../src/core/plausible.ts';
import type { Facts, Matter } from '../../../src/core/rules/matter.ts';

const facts: Facts = {
  title: '示例路改造工程施工招标公告',
  publishedAt: '2026-03-02T09:00:00+08:00',
  projectCode: 'GM-JS-2026-012',
  budgetFen: 358_600_000,
  priceCeilingFen: 350_000_000,
  bidDeadline: '2026-03-25T09:30:00+08:00',
  openingAt: '2026-03-25T09:30:00+08:00',
};

const tender = (body: string, given: Partial<Matter> = {}): Matter => {
  const matter: Matter = {
    id: 'one',
    category: 'construction',
    type: 'tender-notice',
    facts,
    body,
    attachments: [],
    changes: [],
    calendar: new Map(),
    local: [],
    correctionsBy: () => undefined,
    ...given,
  };
  return { ...matter, call: matter };
};

const told = (body: string, given?: Partial<Matter>): readonly string[] =>
  checkMatters([tender(body, given)]).map(({ code, at }) => `${code} ${at}`);

describe('正文与栏目不一样', () => {
  test.each([
    ['投标文件递交的截止时间：2026年4月8日9时30分', 'bidDeadline'],
    ['投标截止时间（北京时间）为2026-03-25 10:30', 'bidDeadline'],
    ['投标截止时间：2026年3月25日下午2:30', 'bidDeadline'],
    ['投标截止时间：2026年3月25日下午三点半', 'bidDeadline'],
    ['投标截止时间：二〇二六年三月二十五日上午十时', 'bidDeadline'],
    ['投标截止时间（开标时间）：2026年元月4日9时30分', 'bidDeadline openingAt'],
    ['递交投标文件截止时间：2026年4月8日9时30分', 'bidDeadline'],
    ['| 开标时间 | 2026年3月26日 |', 'openingAt'],
    ['**开标时间**：２０２６年３月２６日９时３０分', 'openingAt'],
    ['预算金额：358.6元', 'budgetFen'],
    ['项目预算金额（人民币）：3,586,001元', 'budgetFen'],
    ['最高投标限价为 360万元', 'priceCeilingFen'],
    ['项目编号：GM-JS-2026-021', 'projectCode'],
  ])('%s', (body, keys) => {
    expect(told(`一、概况\n\n${body}\n`)).toEqual(keys.split(' ').map((key) => `C213 ${key}`));
  });

  test('说出两处各写了什么', () => {
    const [finding] = checkMatters([tender('投标截止时间：2026年4月8日9时30分')]);
    expect(finding!.message).toBe(
      '正文写的是“投标截止时间:2026年4月8日9时30分”，“投标截止”一栏是 2026年3月25日（星期三）09:30',
    );
  });
});

describe('没有话说', () => {
  test.each([
    '投标截止时间：2026年3月25日9时30分',
    '投标截止时间（开标时间）：2026年3月25日上午九点半',
    '投标截止时间：二〇二六年三月二十五日上午9:30时整',
    '投标截止时间：2026年3月25日9:00-9:30',
    '投标截止时间：2026年3月25日',
    '投标截止时间15日前，招标人可以修改招标文件。',
    '投标人应在2026年3月9日前下载文件。',
    '预算金额：3,586,000.00元',
    '预算金额：人民币358.6万元',
    '预算金额的 2% 作为保证金，最低 5万元。',
    '最高限价见招标文件。',
    '最高投标限价：350万元',
    '最高投标限价：3600元/平方米',
    '项目编号：gm-js-2026-012（第二次）',
    '投标截止时间：2026年3月25日9时30分；原投标截止时间：2026年3月20日9时30分',
    '预算金额：01包 60万元',
  ])('%s', (body) => {
    expect(told(body)).toEqual([]);
  });

  test('正文写的是标段的预算', () => {
    const lots = { ...facts, lots: [{ code: '01', name: '道路', budgetFen: 60_000_000 }] } as Facts;
    expect(told('预算金额：60万元', { facts: lots })).toEqual([]);
    expect(told('预算金额：61万元', { facts: lots })).toEqual(['C213 budgetFen']);
  });

  test('限价带说明的，对照金额；是单价、费率的，没有金额可以对照', () => {
    const given = (priceCeilingFen: unknown) => ({ facts: { ...facts, priceCeilingFen } as Facts });
    const noted = given({ kind: 'sum', fen: 350_000_000, note: '含税' });
    expect(told('最高投标限价：350万元', noted)).toEqual([]);
    expect(told('最高投标限价：360万元', noted)).toEqual(['C213 priceCeilingFen']);
    expect(told('最高投标限价：360万元', given({ kind: 'rate', rate: '3', sign: '%' }))).toEqual([]);
  });

  test('更正以后，原公告正文里还是原来的时间', () => {
    const values = { from: '2026-03-20T09:30:00+08:00', to: facts.bidDeadline };
    const changes = [{ by: 'two', field: 'bidDeadline', values }];
    expect(told('投标截止时间：2026年3月20日9时30分', { changes })).toEqual([]);
    expect(told('投标截止时间：2026年3月21日9时30分', { changes })).toEqual(['C213 bidDeadline']);
  });
});

test('PDF 附件里的文字也对照，别的附件不对照', () => {
  const texts = ['招标文件', '投标截止时间：\n2026年4月8日 9:30'];
  const found = checkAttachedText(tender(''), [{ file: '招标文件.pdf', texts }]);
  expect(found.map(({ code, at, message }) => [code, at, message.slice(0, 20)])).toEqual([
    ['C213', 'bidDeadline', '附件“招标文件.pdf”写的是“投标截止'],
  ]);
  expect(checkAttachedText(tender(''), [{ file: '清单.xlsx', texts }])).toEqual([]);
  expect(checkAttachedText(tender(''), [{ file: '招标文件.pdf', texts: ['招标文件', '第一章'] }])).toEqual(
    [],
  );
});

describe('正文里的联系电话', () => {
  const phone = (contactPhone: string, body: string): readonly string[] =>
    told(body, { facts: { ...facts, contactPhone } as Facts });

  test.each([
    ['0757-88880000', '联系人：麦工，联系电话：0757-88880001。'],
    ['0757-88880000转801', '| 电话 | （0757）88880001 |'],
    ['0757-88880000、88880002', '联系方式：麦工 0757-88880001转8'],
  ])('%s，正文写的是 %s', (field, body) => {
    expect(phone(field, body)).toEqual(['C213 contactPhone']);
  });

  test.each([
    ['0757-88880000', '联系电话：0757-88880000转801。'],
    ['0757-88880000转801', '联系电话：88880000。'],
    ['0757-88880000、88880001', '联系电话：0757-88880001'],
    ['0757-88880000', '电话：0757-88880001（采购人）、0757-88880003（代理机构）'],
    ['0757-88880000', '监督电话：0757-88880001。'],
    ['0757-88880000', '平台客服电话：4001234567'],
    ['0757-88880000', '质疑函送示例路 88880001 号信箱'],
    ['0757-88880000', '没有写号码，电话见招标文件。'],
  ])('%s，正文写 %s，没有话说', (field, body) => {
    expect(phone(field, body)).toEqual([]);
  });
});
