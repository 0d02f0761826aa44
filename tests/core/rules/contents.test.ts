import { describe, expect, test } from 'vitest';
import { checkContentsWith, checkRules } from '../../../src/core/rules/judge.ts';
import { gatherMatters, type Facts, type Sources } from '../../../src/core/rules/matter.ts';
import type { Announcement } from '../../../src/core/announcement/schema.ts';

const tender: Facts = {
  title: '示例路改造工程施工招标公告',
  publishedAt: '2026-03-02T09:00:00+08:00',
  projectCode: 'GM-JS-2026-012',
  region: '荷城街道',
  buyer: '高明区示例街道建设办公室',
  budgetFen: 358_600_000,
  mustTender: true,
  consortium: false,
  documentsFrom: '2026-03-02',
  documentsUntil: '2026-03-09',
  bidDeadline: '2026-03-25T09:30:00+08:00',
};

function sources(body: string, facts: Facts = {}, files: readonly string[] = []): Sources {
  const announcement = {
    ...tender,
    ...facts,
    category: 'construction',
    type: 'tender-notice',
  } as unknown as Announcement;
  return {
    entries: [{ id: 'one', announcement, body, attachments: files.map((name) => ({ name })) }],
    effective: new Map([['one', { announcement, changes: [] }]]),
    calendar: new Map(),
    local: [],
  };
}

/** What is said of the contents, by code and severity. */
const told = (...given: Parameters<typeof sources>): readonly string[] =>
  checkRules(sources(...given))
    .findings.filter(({ code }) => code === 'D108' || code === 'D152')
    .map(({ code, severity, message }) => `${severity!} ${code} ${message}`);

const NOTHING = '现公开招标。';
const ALL =
  '招标内容、资金来源、计划工期、资格要求、招标文件的获取、投标文件的递交、招标人地址、联系人、联系电话：见下。';

describe('公告应当写明的内容', () => {
  test('少写的内容，一份公告只提醒一次，全部说出来', () => {
    expect(told(NOTHING)).toEqual([
      'warning D152 没有写明：招标内容、范围和规模；资金来源；工期；资格能力要求；获取文件的方式；递交方式；招标人地址；联系人；联系电话',
    ]);
  });

  test('写在栏目里或者正文里都行', () => {
    expect(told(ALL)).toEqual([]);
    expect(told(NOTHING, { scope: '道路 1.2 公里' })[0]).not.toContain('招标内容');
  });

  test.each([
    ['资格能力要求', '投标人资格要求'],
    ['资格能力要求', '供应商资格条件'],
    ['资格能力要求', '申请人的资格条件'],
    ['资格能力要求', '资质等级：三级'],
    ['工期', '服务期：一年'],
    ['工期', '2026年5月开工'],
    ['联系电话', '（0757-88880000转801）'],
    ['联系人', '采购代理：区工，0757-00000001'],
    ['招标人地址', '地　址：示例路'],
    ['招标人地址', '**住所** 示例大厦'],
    ['获取文件的方式', '登录示例平台报名'],
    ['资金来源', '区财政安排'],
  ])('%s也可以这样写：%s', (name, words) => {
    expect(told(NOTHING)[0]).toContain(name);
    expect(told(words).join('')).not.toContain(name);
  });

  test('不是依法必须招标的，只问每一份招标公告都要写的', () => {
    expect(told(NOTHING, { mustTender: false })).toEqual([
      'warning D108 没有写明：招标内容、范围和规模；工期；获取文件的方式；招标人地址',
    ]);
  });

  test('没有写是不是依法必须招标的，其余的只是说明', () => {
    const facts = { mustTender: undefined } as unknown as Facts;
    expect(told(NOTHING, facts).map((line) => line.slice(0, 12))).toEqual(['warning D108', 'info D152 公告']);
  });

  test('2018 年以前的公告，不用后来的办法要求', () => {
    expect(told(NOTHING, { publishedAt: '2017-03-02T09:00:00+08:00' })).toEqual([]);
  });

  test('转载的以原文为准，不问', () => {
    expect(told(NOTHING, { originalUrl: 'https://ggzy.example.cn/1' })).toEqual([]);
  });
});

describe('正文让读者看附件', () => {
  const withFile = sources('公告全文详见附件。', {}, ['招标公告.pdf']);
  const [matter] = gatherMatters(withFile);
  const read = (...texts: readonly string[]) =>
    checkContentsWith(
      matter,
      texts.map((text, index) => ({ file: `${index}.pdf`, texts: [text] })),
    ).map(({ code }) => code);

  test('附件在，先不提醒；没有附件的照样提醒', () => {
    expect(checkRules(withFile).findings.map(({ code }) => code)).not.toContain('D152');
    expect(told('公告全文详见附件。')).toHaveLength(1);
  });

  test('附件里写了的，没有话说；附件里也没有的，提醒', () => {
    expect(read(ALL)).toEqual([]);
    expect(read('第一页', ALL)).toEqual([]);
    expect(read('现公开招标。')).toEqual(['D152']);
  });

  test('附件的文字读不出来，就不知道有没有写', () => {
    expect(read('')).toEqual([]);
    expect(read('现公开招标。', '')).toEqual([]);
    expect(checkContentsWith(matter, [])).toEqual([]);
  });
});
