import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { typesIn } from '../../src/core/announcement/schema.ts';
import type { TypeSpec } from '../../src/core/announcement/type.ts';
import { toCsv } from '../../src/core/csv.ts';
import type { Disposal } from '../../src/core/disposals/disposal.ts';
import { ROWS, rowOf } from '../../src/core/disposals/rows.ts';
import type { Edition } from '../../src/core/edition.ts';
import { projectTable } from '../../src/site/data.ts';
import {
  disposalMonths,
  DISPOSALS,
  disposalsOfMonth,
  disposalsSchemaOf,
  disposalTable,
  disposalYears,
} from '../../src/site/disposals.ts';
import { ANNOUNCEMENTS } from '../../src/site/units/announcements.ts';
import { base, type Tree } from '../core/fixtures.ts';
import { writtenExample } from '../core/written-example.ts';
import { editionFrom, sampleEdition } from './edition.ts';

const sample = sampleEdition();

const all = (edition: Edition): readonly Disposal[] =>
  edition.keys(DISPOSALS).flatMap((month) => edition.values(DISPOSALS, month).flat());

const of = (edition: Edition, id: string): Disposal => all(edition).find((one) => one.id === id)!;

const site = { ...base };
const put = (category: string, id: string, text: string): Tree => ({
  [`announcements/${category}/2026/${id}.md`]: text,
});

describe('every type of land and property has its place', () => {
  const specs = [...typesIn('land'), ...typesIn('property')];

  test('a row for each, and no row for what is none', () => {
    const ids = [...Object.keys(ROWS.land), ...Object.keys(ROWS.property)];
    expect(ids).toEqual(specs.map(({ id }) => id));
    expect(rowOf('construction', 'tender-notice')).toBeUndefined();
  });

  /** A type with what it must follow, the earliest first. */
  const lineOf = (spec: TypeSpec): readonly TypeSpec[] =>
    spec.link === 'must'
      ? [...lineOf(typesIn(spec.category).find(({ id }) => id === spec.follows.at(0))!), spec]
      : [spec];

  test.each(specs.map((spec) => [`${spec.category} ${spec.id}`, spec] as const))('%s', (_, spec) => {
    const line = lineOf(spec);
    const tree = line.reduce<Tree>((before, one, at) => {
      const given = {
        标题: `示例${one.term}`,
        发布时间: `2026-0${at + 1}-05 09:00`,
        ...(one.id !== 'supply-plan' && { 项目编号: 'GM-TD-2026-99' }),
        ...(at > 0 && { 关联公告: `one-${at - 1}` }),
        ...(one.id === 'legacy' && { 原类型: '公告' }),
      };
      return { ...before, ...put(one.category, `one-${at}`, writtenExample(one, given)) };
    }, site);
    const edition = editionFrom(tree);
    expect(edition.has(`one-${line.length - 1}`)).toBe(true);
    const found = all(edition);
    expect(found).not.toEqual([]);
    const row = rowOf(spec.category, spec.id)!;
    expect(row.follows === true).toBe(line.length > 1);
    for (const disposal of found) {
      expect(disposal.announcement).toBe('one-0');
      expect(disposal.announcements).toContain(`one-${line.length - 1}`);
      if (spec.id !== 'legacy') expect(disposal.transferor).not.toBeNull();
    }
    expectValid(edition);
  });
});

describe('the sample', () => {
  test('every month is as the schema says', () => {
    expectValid(sample);
    expect(disposalMonths(sample).length).toBeGreaterThan(10);
  });

  test('no two have one id', () => {
    const ids = all(sample).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every announcement of land and property belongs to one at least', () => {
    const told = new Set(all(sample).flatMap(({ announcements }) => announcements));
    const ours = sample
      .keys(ANNOUNCEMENTS)
      .filter((id) => ['land', 'property'].includes(sample.row(id).category));
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.filter((id) => !told.has(id))).toEqual([]);
  });

  test('a preview and a plan whose call has come make no second object', () => {
    expect(all(sample).filter(({ announcement }) => announcement === 'gm-cq-2026-01-preview')).toEqual([]);
    expect(of(sample, 'gm-cq-2026-01-transfer').announcements[0]).toBe('gm-cq-2026-01-preview');
  });

  test('an extension changes the object that it extends', () => {
    const extended = of(sample, 'gm-cq-2026-07-transfer');
    expect(extended.announcements).toContain('gm-cq-2026-07-extension');
    expect(all(sample).filter(({ projectCode }) => projectCode === extended.projectCode)).toHaveLength(1);
  });

  test('what was not sold and is offered again leads on, and back', () => {
    expect(of(sample, 'gm-td-2026-05-listing/GM-2026-08')).toMatchObject({
      stage: 'unsold',
      offeredAgain: 'gm-td-2026-05-relisting',
    });
    expect(of(sample, 'gm-td-2026-05-relisting/GM-2026-08').offeredBefore).toBe('gm-td-2026-05-result');
  });

  test('who agrees on a grant is told as proposed until it is done', () => {
    expect(of(sample, 'gm-kc-2026-02-agreement')).toMatchObject({
      stage: 'offered',
      transferee: null,
      proposedTransferee: { name: '高明区示例石场有限公司' },
      price: { start: null, proposed: { fen: 1_560_000_000 }, final: null },
    });
  });

  test('a rent says by what it is reckoned and is in no column of sums', () => {
    expect(of(sample, 'gm-cq-2026-05-lease').price!.final).toMatchObject({ fen: 376_000, unit: 'mu-year' });
    expect(of(sample, 'gm-cq-2026-21-lease').price!.start).toMatchObject({ yuan: '2800', unit: 'mu-year' });
    const { columns, rows } = disposalTable(sample, '2026');
    const at = (heading: string) => columns.findIndex((column) => column.heading === heading);
    for (const row of rows.filter((one) => one[at('种类')] === '出租')) {
      expect(row[at('成交价（元）')]).toBeUndefined();
      expect(row[at('起始价、底价（元）')]).toBeUndefined();
    }
  });

  test('a deposit for three together stands once and says so', () => {
    expect(of(sample, 'gm-cq-2026-06-auction/01').price!.deposit).toMatchObject({ together: 3 });
    expect(of(sample, 'gm-cq-2026-06-auction/02').price!.deposit).toBeNull();
  });

  test('what was sold adds up to what the table of projects says of land and property', () => {
    for (const year of disposalYears(sample)) {
      const disposals = sumOf(disposalTable(sample, year), '成交价（元）', () => true);
      const { columns, rows } = projectTable(sample, year);
      const category = columns.findIndex(({ heading }) => heading === '类别');
      const isOurs = (row: readonly unknown[]) => /土地|产权/u.test(String(row[category]));
      expect(disposals, year).toBe(sumOf({ columns, rows }, '成交价（元）', isOurs));
    }
  });

  test('no cell of the table is a formula', () => {
    expect(toCsv(disposalTable(sample, '2026'))).not.toMatch(/(?:^|[,\n])"?[=@+]/u);
  });
});

describe('what came later', () => {
  const lease = (more: string) =>
    `---\n标题: 示例商铺招租公告\n类别: 产权\n类型: 资产租赁公告\n发布时间: 2026-03-02 09:00\n地区: 荷城街道\n项目编号: GM-CQ-2026-99\n资产性质: 企业国有资产\n转让方: 高明区示例资产经营有限公司\n标的: 示例路 8 号商铺\n租赁期限: 5年\n底价: 8,000元/月\n交易方式: 网络竞价\n披露开始: 2026-03-02\n披露结束: 2026-03-30\n报名截止: 2026-03-30 17:00\n${more}---\n\n现予公布。\n`;

  test('of what was withdrawn only that is told', () => {
    const withdrawn = '撤下:\n  - 时间: 2026-03-12 10:00\n    原因: 项目信息有误\n';
    const edition = editionFrom({ ...site, ...put('property', 'lease', lease(withdrawn)) });
    expect(all(edition)).toMatchObject([
      { id: 'lease', stage: 'withdrawn', withdrawn: { reason: '项目信息有误' }, object: null, price: null },
    ]);
    expectValid(edition);
  });

  test('a result that was withdrawn sells nothing', () => {
    const result =
      '---\n标题: 示例商铺招租结果\n类别: 产权\n类型: 资产租赁结果公示\n发布时间: 2026-04-02 09:00\n关联公告: lease\n项目编号: GM-CQ-2026-99\n资产性质: 企业国有资产\n转让方: 高明区示例资产经营有限公司\n受让方: 佛山市示例餐饮有限公司\n成交价: 9,000元\n成交日期: 2026-04-01\n';
    const files = (more: string) => ({
      ...site,
      ...put('property', 'lease', lease('')),
      ...put('property', 'result', `${result}${more}---\n\n现予公布。\n`),
    });
    expect(all(editionFrom(files('')))).toMatchObject([
      { stage: 'sold', announcements: ['lease', 'result'] },
    ]);
    const withdrawn = '撤下:\n  - 时间: 2026-04-03 10:00\n    原因: 信息有误\n';
    expect(all(editionFrom(files(withdrawn)))).toMatchObject([
      { stage: 'offered', transferee: null, price: { final: null }, announcements: ['lease'] },
    ]);
  });

  test('an imported result without a link makes no second object, and decides nothing', () => {
    const hash = `sha256:${'0'.repeat(64)}`;
    const old = (id: string, former: string, day: string, more: string) =>
      put(
        'property',
        id,
        `---\n标题: 示例商铺${former}\n类别: 产权\n类型: 存量公告\n原类型: ${former}\n发布时间: ${day}\n项目编号: GM-CQ-2026-99\n${more}原文校验: ${hash}\n---\n\n现予公布。\n`,
      );
    const edition = editionFrom({
      ...site,
      ...old('old-call', '公开招租公告', '2026-01-05', '标的: 示例路 8 号商铺\n租赁期限: 5年\n'),
      ...old(
        'old-result',
        '招租结果公示',
        '2026-02-05',
        '受让方: 佛山市示例餐饮有限公司\n成交价: 9,000元/月\n',
      ),
    });
    expect(all(edition)).toMatchObject([
      {
        id: 'old-call',
        kind: 'lease',
        stage: 'archived',
        transferee: { name: '佛山市示例餐饮有限公司' },
        price: { final: { yuan: '9000', unit: 'month' } },
        announcements: ['old-call', 'old-result'],
      },
    ]);
    expectValid(edition);
  });
});

test('a schema that is broken is told', () => {
  const validate = validatorOf(sample);
  const [month] = disposalMonths(sample);
  const document = plain(disposalsOfMonth(sample, month!)) as { disposals: { stage: string }[] };
  document.disposals[0]!.stage = 'gone';
  expect(validate(document)).toBe(false);
});

function expectValid(edition: Edition): void {
  const validate = validatorOf(edition);
  for (const month of disposalMonths(edition)) {
    validate(plain(disposalsOfMonth(edition, month)));
    expect(validate.errors ?? [], month).toEqual([]);
  }
}

const validatorOf = (edition: Edition) =>
  new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(disposalsSchemaOf(edition));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function sumOf(
  { columns, rows }: ReturnType<typeof disposalTable>,
  heading: string,
  isMeant: (row: readonly unknown[]) => boolean,
): number {
  const at = columns.findIndex((column) => column.heading === heading);
  return rows.filter(isMeant).reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
}
