import { describe, expect, expectTypeOf, test } from 'vitest';
import { categories, CATEGORIES, type Category } from '../../../src/core/announcement/category.ts';
import * as common from '../../../src/core/announcement/every-type.ts';
import type { Field } from '../../../src/core/announcement/field.ts';
import {
  announcementSchema,
  formOf,
  namesOf,
  typeNamed,
  types,
  typesIn,
  typesNamed,
  writtenTypesIn,
  type Announcement,
} from '../../../src/core/announcement/schema.ts';
import { announcementSnippets } from '../../../src/core/handbook/snippets.ts';
import type { Price } from '../../../src/core/announcement/price.ts';
import { typesWithNames } from '../../../src/core/announcement/type-names.ts';

/** 法定核验依据，第 3 节：every term that a clerk may look for, by category. */
const terms: Readonly<Record<Category, readonly string[]>> = {
  construction: [
    '招标计划',
    '资格预审公告',
    '招标公告',
    '投标邀请书',
    '澄清公告',
    '修改公告',
    '答疑公告',
    '变更公告',
    '更正公告',
    '最高投标限价公告',
    '资格预审结果',
    '开标记录',
    '中标候选人公示',
    '中标结果公示',
    '中标结果公告',
    '终止公告',
    '暂停公告',
    '流标公告',
    '合同公告',
    '合同订立公告',
    '合同变更公告',
    '履约公告',
    '竣工公告',
    '异议答复',
    '投诉处理决定',
  ],
  procurement: [
    '采购意向',
    '资格预审公告',
    '公开招标公告',
    '竞争性谈判公告',
    '竞争性磋商公告',
    '询价公告',
    '单一来源采购公示',
    '框架协议征集公告',
    '框架协议入围结果公告',
    '框架协议成交结果汇总公告',
    '更正公告',
    '终止公告',
    '废标公告',
    '流标公告',
    '中标结果公告',
    '成交结果公告',
    '合同公告',
    '合同变更公告',
    '履约验收公告',
    '投诉处理结果公告',
    '监督检查处理公告',
    '集中采购机构考核结果公告',
  ],
  land: [
    '供应计划',
    '出让公告',
    '补充公告',
    '变更公告',
    '中止公告',
    '终止公告',
    '成交公示',
    '协议出让意向公示',
    '协议出让结果公示',
    '划拨用地公示',
    '矿业权出让公告',
    '矿业权出让结果公示',
    '矿业权协议出让公示',
    '矿业权转让公示',
  ],
  property: [
    '产权转让预披露',
    '产权转让正式披露',
    '变更公告',
    '延期公告',
    '中止公告',
    '终结公告',
    '产权交易结果公告',
    '增资预披露',
    '增资披露',
    '增资结果公示',
    '资产转让公告',
    '资产转让结果公示',
    '资产租赁公告',
    '资产租赁结果公示',
    '拍卖公告',
  ],
  general: ['通知', '公告', '公示', '征求意见', '行政处罚公示', '更正公告'],
};

describe.each(categories)('%s', (category) => {
  test.each([...terms[category], '存量公告'])('有“%s”这种公告', (term) => {
    expect(typeNamed(category, term)?.category).toBe(category);
  });

  test('没有两种公告同名', () => {
    const names = typesIn(category).flatMap(({ term, also }) => [term, ...also]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const ids = typesIn(category).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('存量公告由导入程序写，写新公告时不会问到，也没有模板', () => {
  for (const category of categories) {
    expect(typesIn(category).filter((spec) => !writtenTypesIn(category).includes(spec))).toMatchObject([
      { id: 'legacy', term: '存量公告', link: 'may' },
    ]);
  }
  expect(Object.keys(announcementSnippets()).filter((name) => name.includes('存量'))).toEqual([]);
});

test('存量公告可以有本类别的每一栏，必填的只有四栏', () => {
  for (const category of categories) {
    const form = formOf(typeNamed(category, '存量公告')!);
    const labels = new Set(form.map(({ label }) => label));
    const all = typesIn(category).flatMap(formOf);
    expect(all.map(({ label }) => label).filter((label) => !labels.has(label))).toEqual([]);
    expect(form.flatMap(({ label, required }) => (required ? [label] : []))).toEqual([
      '标题',
      '类别',
      '类型',
      '原类型',
      '发布时间',
      '原文校验',
    ]);
  }
});

describe('平台、采购人用的叫法', () => {
  test.each([
    ['procurement', '中标（成交）结果公告', 'result-notice'],
    ['procurement', '中标(成交)结果公告', 'result-notice'],
    ['procurement', '中标、成交结果公告', 'result-notice'],
    ['procurement', '采购合同', 'contract-notice'],
    ['procurement', '政府采购合同公告', 'contract-notice'],
    ['procurement', '竞价公告', 'bidding-notice'],
    ['procurement', '网上竞价公告', 'bidding-notice'],
    ['procurement', '恢复公告', 'resumption-notice'],
    ['procurement', '采购活动恢复公告', 'resumption-notice'],
    ['procurement', '暂停公告', 'suspension-notice'],
    ['procurement', '中标结果更正公告', 'correction-notice'],
    ['procurement', '单一来源公示', 'single-source-notice'],
    ['procurement', '终止合同公告', 'contract-termination-notice'],
    ['procurement', '公开招标公告（第二次）', 'tender-notice'],
    ['construction', '中标结果更正公告', 'correction-notice'],
    ['construction', '恢复招标公告', 'resumption-notice'],
    ['construction', '招标公告 （二次）', 'tender-notice'],
    ['construction', '第二次招标公告', 'tender-notice'],
    ['construction', '澄清答疑公告', 'clarification'],
    ['construction', '开标记录公告', 'opening-record'],
    ['land', '国有建设用地使用权网上挂牌出让公告', 'land-grant-notice'],
    ['land', '恢复出让公告', 'resumption-notice'],
    ['land', '采矿权协议出让公示', 'mining-agreement-notice'],
    ['property', '招租公告', 'asset-lease'],
    ['property', '股权转让公告', 'property-transfer'],
    ['property', '恢复交易公告', 'resumption-notice'],
    ['general', '通告', 'public-notice'],
  ] as const)('%s 的“%s”', (category, term, id) => {
    expect(typeNamed(category, term)?.id).toBe(id);
  });

  test.each([
    ['procurement', '采购公告', ['tender-notice', 'competitive-negotiation', 'inquiry-notice']],
    ['property', '竞价公告', ['asset-transfer', 'asset-lease', 'auction-notice']],
    ['construction', '中标公示', ['candidate-notice', 'award-notice']],
    ['construction', '异常公告', ['failed-tender-notice', 'suspension-notice', 'termination-notice']],
  ] as const)('%s 的“%s”可以是几种，要问', (category, term, ids) => {
    expect(typesNamed(category, term).map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
    expect(typeNamed(category, term)).toBeUndefined();
  });

  test.each(categories)('%s 每一种叫法都属于写着的那一种，或者要问', (category) => {
    const lost = typesIn(category).flatMap((spec) =>
      namesOf(spec).filter((name) => !typesNamed(category, name).includes(spec)),
    );
    expect(lost).toEqual([]);
  });

  test('叫法表里的每一种公告都有', () => {
    const ids = new Set(types.map(({ category, id }) => `${category} ${id}`));
    expect(typesWithNames.filter((id) => !ids.has(id))).toEqual([]);
  });
});

const named = types.map((spec) => [`${CATEGORIES[spec.category]}：${spec.term}`, spec] as const);

describe.each(named)('%s', (_name, spec) => {
  const form = formOf(spec);
  const keys = form.map(({ key }) => key);

  test('栏目名不重复，列表里的也不重复；同名的只能一个写值、一个分栏', () => {
    const double = (fields: readonly Field[]) =>
      fields
        .map(({ label, shape }) => `${label} ${shape}`)
        .filter((label, at, all) => all.indexOf(label) !== at);
    expect([form, ...form.flatMap(({ fields }) => (fields ? [fields] : []))].flatMap(double)).toEqual([]);
  });

  test('每一栏的例子自己读得出来，每一栏都有说明', () => {
    const scalars = form.flatMap((field) => [field, ...(field.fields ?? [])]);
    for (const { label, help, example, kind } of scalars) {
      expect(help, label).toMatch(/。$/u);
      if (!kind) continue;
      const parsed = kind.parse(example!);
      expect('fault' in parsed ? parsed.fault.message : '', label).toBe('');
      if ('value' in parsed) expect(kind.print(parsed.value), label).not.toBe('');
      if (kind.pattern) expect(example, label).toMatch(kind.pattern);
    }
  });

  test('能接在哪些公告后面，写的都是本类别有的', () => {
    const known = typesIn(spec.category).map(({ id }) => id);
    expect(spec.follows.filter((id) => !known.includes(id))).toEqual([]);
    // 存量公告 may stand anywhere in the life of a matter.
    expect(Math.min(1, spec.follows.length)).toBe(spec.link === 'never' || spec.id === 'legacy' ? 0 : 1);
    expect(keys.includes('related')).toBe(spec.link !== 'never');
    expect(form.find(({ key }) => key === 'related')?.required ?? false).toBe(spec.link === 'must');
  });

  test('“几选一”的栏目都在，而且都可以不写', () => {
    for (const key of spec.oneOf.flat())
      expect(form.find((field) => field.key === key)?.required, key).toBe(false);
  });

  test('标题、类别、类型打头', () => {
    expect(keys.slice(0, 3)).toEqual(['title', 'category', 'type']);
  });
});

test('更正和终止总要写明是哪一份公告', () => {
  const loose = types.filter(
    ({ stage, link }) =>
      ['correction', 'termination', 'result', 'contract'].includes(stage) && link !== 'must',
  );
  // A plot of land can be allocated, and a single source be dealt with, without a call before it.
  expect(loose.map(({ term }) => term)).toEqual(['成交结果公告', '中标（成交）结果公告', '划拨用地公示']);
});

test('词汇表里声明的每一栏都有公告在用', async () => {
  const files = ['construction', 'procurement', 'land', 'property', 'general'] as const;
  const used = new Set(types.flatMap((spec) => formOf(spec).map(({ key }) => `${spec.category}.${key}`)));
  for (const category of files) {
    const source = await import(`../../../src/core/announcement/${category}.ts?raw`).then(
      ({ default: text }) => text as string,
    );
    const block = /^const fields = \{\n(.*?)^\} as const;/msu.exec(source)![1]!;
    const declared = [...block.matchAll(/^ {2}(\w+)[,:]/gmu)].map((match) => match[1]!);
    expect(declared.length).toBeGreaterThan(10);
    expect(
      declared.filter((key) => !used.has(`${category}.${key}`)),
      category,
    ).toEqual([]);
  }
  const all = new Set(types.flatMap((spec) => formOf(spec).map(({ key }) => key)));
  const head = Object.keys({ ...common.commonHead, ...common.commonTail });
  expect(head.filter((key) => !all.has(key))).toEqual([]);
});

test('没有登记的栏目，读公告时拒收', () => {
  const given = {
    category: 'general',
    type: 'notice',
    title: '甲',
    publishedAt: '2026-03-02 09:00',
    issuer: '乙',
  };
  expect(announcementSchema.safeParse(given).success).toBe(true);
  expect(announcementSchema.safeParse({ ...given, extra: '丙' }).success).toBe(false);
});

test('类别和类型定下来，有哪些栏就定下来了', () => {
  type Tender = Extract<Announcement, { category: 'construction'; type: 'tender-notice' }>;
  expectTypeOf<Tender['bidDeadline']>().toExtend<string>();
  expectTypeOf<Tender['budgetFen']>().toExtend<Price>();
  expectTypeOf<undefined>().toExtend<Tender['related']>();
  expectTypeOf<Tender>().not.toHaveProperty('winner');
  type Award = Extract<Announcement, { category: 'construction'; type: 'award-notice' }>;
  expectTypeOf<Award['related']>().toExtend<string | undefined>();
  expectTypeOf<Award>().not.toHaveProperty('bidDeadline');
  const narrowed = (one: Announcement): string | undefined =>
    one.category === 'procurement' && one.type === 'contract-notice' ? one.supplier : undefined;
  expect(narrowed({} as Announcement)).toBeUndefined();
});
