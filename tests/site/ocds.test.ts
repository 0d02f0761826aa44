import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { typesIn } from '../../src/core/announcement/schema.ts';
import type { TypeSpec } from '../../src/core/announcement/type.ts';
import type { Edition } from '../../src/core/edition.ts';
import { faultsOf } from '../../src/core/ocds/check.ts';
import type { Json } from '../../src/core/ocds/json.ts';
import type { Release } from '../../src/core/ocds/merge.ts';
import { ROWS } from '../../src/core/ocds/rows.ts';
import {
  OCDS_OPENERS,
  OCDS_RECORDS,
  OCDS_RELEASES,
  ocdsDownloads,
  ocdsHrefOf,
  ocdsRecord,
  ocdsRecords,
  ocdsReleases,
} from '../../src/site/ocds.ts';
import { ANNOUNCEMENTS } from '../../src/site/units/announcements.ts';
import { keysOf } from '../../src/site/unit.ts';
import { ocds } from '../../src/site/units/ocds.ts';
import { base, checkTree, type Tree } from '../core/fixtures.ts';
import { validators } from '../core/ocds/validators.ts';
import { writtenExample } from '../core/written-example.ts';
import { editionFrom, sampleEdition } from './edition.ts';

interface OcdsRecord {
  ocid: string;
  releases: readonly Release[];
  compiledRelease: Release;
  versionedRelease: Json;
}

const recordIn = (edition: Edition, opener: string): OcdsRecord =>
  (ocdsRecord(edition, opener)['records'] as readonly OcdsRecord[])[0]!;

const recordsIn = (edition: Edition): readonly OcdsRecord[] =>
  edition.keys(OCDS_OPENERS).map((opener) => recordIn(edition, opener));

/** What a path of keys and of ids in lists leads to. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      Array.isArray(found)
        ? found.find((one: Json) => one['id'] === key)
        : (found as Json | undefined)?.[key],
    value,
  );

/** Every file of a site below /ocds/, by its path. */
const filesOf = (edition: Edition): ReadonlyMap<string, unknown> =>
  new Map(
    ocds.flatMap((kind) =>
      keysOf(kind, edition).flatMap((key) =>
        [...(kind.files?.(edition, key) ?? [])].map(
          (file) => [file.path, 'text' in file && file.text] as const,
        ),
      ),
    ),
  );

const sample = sampleEdition();
const registered = { ...base, 'site.yaml': `${String(base['site.yaml'])}OCDS前缀: ocds-zb0000\n` };
const put = (category: string, id: string, text: string): Tree => ({
  [`announcements/${category}/2026/${id}.md`]: text,
});
const specOf = (category: 'construction' | 'procurement', id: string): TypeSpec =>
  typesIn(category).find((spec) => spec.id === id)!;

/** A tender of a registered site and what follows it, each a day after the one before. */
const matterOf = (
  ...steps: readonly (readonly [type: string, id: string, given: Readonly<Record<string, string>>])[]
): Tree =>
  steps.reduce<Tree>(
    (tree, [type, id, given], index) => ({
      ...tree,
      ...put(
        'procurement',
        id,
        writtenExample(specOf('procurement', type), {
          标题: `示例${id}公告`,
          发布时间: `2026-03-${10 + index} 09:00`,
          项目编号: 'GM-CG-2026-99',
          ...given,
        }),
      ),
    }),
    registered,
  );

const TENDER = ['tender-notice', 'a-tender', { 投标截止: '2026-04-15 09:30', 预算金额: '60万元' }] as const;

describe('the sample', () => {
  test.each(Object.entries(validators))('is valid by %s', (_, { records, releases }) => {
    const faults = [
      ...sample
        .keys(OCDS_OPENERS)
        .flatMap((opener) => records(ocdsRecord(sample, opener)).map((fault) => `${opener}: ${fault}`)),
      ...sample.keys(OCDS_RELEASES).flatMap((month) => releases(ocdsReleases(sample, month))),
      ...sample.keys(OCDS_RECORDS).flatMap((month) => records(ocdsRecords(sample, month))),
    ];
    expect(faults).toEqual([]);
    expect(sample.keys(OCDS_OPENERS).length).toBeGreaterThan(45);
  });

  test('has no fault that the schemas cannot see', () => {
    expect(
      recordsIn(sample).flatMap(({ releases, compiledRelease }) => faultsOf(releases, compiledRelease)),
    ).toEqual([]);
  });

  test('every announcement of construction and procurement has a release, but for what judges no procedure', () => {
    const told = new Set(recordsIn(sample).flatMap(({ releases }) => releases.map(({ id }) => id)));
    const without = sample
      .keys(ANNOUNCEMENTS)
      .filter((id) => ['construction', 'procurement'].includes(sample.row(id).category))
      .filter((id) => !told.has(`${id}-v1`));
    expect(without.map((id) => sample.row(id).type)).toEqual(['supervision-decision', 'agency-appraisal']);
  });

  test('two builds give the same bytes', () => {
    expect(filesOf(sampleEdition())).toEqual(filesOf(sample));
  });

  test('a call anew is another procedure and leads back', () => {
    const { ocid, releases } = recordIn(sample, 'gm-cg-2025-041-retender');
    const earlier = recordIn(sample, 'gm-cg-2025-041-tender');
    expect(ocid).not.toBe(earlier.ocid);
    expect(at(releases[0], 'relatedProcesses')).toEqual([
      { id: 'earlier', relationship: ['unsuccessfulProcess'], scheme: 'ocid', identifier: earlier.ocid },
    ]);
    expect(at(earlier.compiledRelease, 'tender', 'status')).toBe('unsuccessful');
  });

  test('a prequalification and its tender are one procedure', () => {
    const ids = recordIn(sample, 'gm-cg-2026-066-prequalification').releases.map(({ id }) => id);
    expect(ids).toContain('gm-cg-2026-066-tender-v1');
  });

  test('what a correction changed has its old and its new value', () => {
    const { versionedRelease } = recordIn(sample, 'gm-cg-2026-083-tender');
    const versions = at(versionedRelease, 'tender', 'tenderPeriod', 'endDate') as readonly Json[];
    expect(versions.map(({ releaseID, value }) => [releaseID, value])).toEqual([
      ['gm-cg-2026-083-tender-v1', '2026-12-03T09:30:00+08:00'],
      ['gm-cg-2026-083-correction-1-v1', '2026-12-07T09:30:00+08:00'],
      ['gm-cg-2026-083-correction-2-v1', '2026-12-10T09:30:00+08:00'],
    ]);
  });

  test('the values of tenders come to what the calls state', () => {
    const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
    const tenders = recordsIn(sample).filter(({ compiledRelease }) =>
      at(compiledRelease, 'tender', 'tenderPeriod'),
    );
    const values = tenders.map(({ compiledRelease }) =>
      Number(at(compiledRelease, 'tender', 'value', 'amount') ?? 0),
    );
    const stated = tenders.map(({ releases }) => {
      const ids = releases.map(({ id }) => id.replace(/-v\d+$|-withdrawn$/u, ''));
      const call = ids.findLast((id) => sample.row(id).stage === 'call');
      // What the statistics add up; an old call 存量公告 is in none.
      return call === undefined ? 0 : Number(sample.row(call).amount?.value ?? 0) / 100;
    });
    expect(sumOf(stated)).toBeGreaterThan(10_000_000);
    expect(sumOf(values)).toBe(sumOf(stated));
  });

  test('a candidate is no winner', () => {
    const { compiledRelease } = recordIn(sample, 'gm-js-2026-029-tender');
    expect(at(compiledRelease, 'bids', 'details')).not.toHaveLength(0);
    expect(at(compiledRelease, 'awards')).toBeUndefined();
  });

  test('names of reviewers, contacts and mobile numbers are nowhere', () => {
    const text = JSON.stringify([...filesOf(sample).values()]);
    expect(text).not.toMatch(/评审专家|（示例）工|麦工|罗工/u);
    expect(text).not.toMatch(/"telephone":"[^"]*1[3-9]\d{9}/u);
  });

  const hasSecond = spawnSync('python3', ['-c', 'import jsonschema']).status === 0;

  test.runIf(hasSecond)(
    'is valid by a second validator, where one is on this machine',
    { timeout: 120_000 },
    () => {
      const releases = recordsIn(sample).flatMap((record) => [...record.releases, record.compiledRelease]);
      const { status, stdout, stderr } = spawnSync('python3', ['tests/core/ocds/second_validator.py'], {
        input: JSON.stringify({ releases, wrong: { ...releases[0], tag: ['suspended'] } }),
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({ faults: [], wrong: true });
    },
  );
});

describe('every type has a release that is valid', () => {
  const specs = (['construction', 'procurement'] as const).flatMap((category) =>
    typesIn(category).filter(({ id }) => {
      const rows: Readonly<Record<string, object>> = ROWS[category];
      return 'sets' in rows[id]! && id !== 'supervision-decision';
    }),
  );

  const lineOf = (spec: TypeSpec): readonly TypeSpec[] =>
    spec.link === 'must'
      ? [...lineOf(typesIn(spec.category).find(({ id }) => id === spec.follows[0])!), spec]
      : [spec];

  test.each(specs.map((spec) => [`${spec.category} ${spec.id}`, spec] as const))('%s', (_, spec) => {
    const line = lineOf(spec);
    const tree = line.reduce<Tree>((before, one, index) => {
      const given = {
        标题: `示例${one.term}`,
        发布时间: `2026-0${index + 1}-05 09:00`,
        项目编号: 'GM-99-2026-99',
        ...(index > 0 && { 关联公告: `one-${index - 1}` }),
        ...(one.id === 'legacy' && { 原类型: '公告' }),
      };
      return { ...before, ...put(one.category, `one-${index}`, writtenExample(one, given)) };
    }, registered);
    const edition = editionFrom(tree);
    expect(edition.keys(OCDS_OPENERS)).toContain('one-0');
    const record = ocdsRecord(edition, 'one-0');
    for (const { records } of Object.values(validators)) expect(records(record)).toEqual([]);
    expect(recordIn(edition, 'one-0').releases.map(({ id }) => id)).toEqual(
      line.map((__, index) => `one-${index}-v1`),
    );
  });
});

describe('what was withdrawn', () => {
  const withdrawn = (reason: string): string => `\n  - 时间: 2026-03-20 10:00\n    原因: ${reason}`;
  const corrected = (): Edition =>
    editionFrom(
      matterOf(TENDER, [
        'correction-notice',
        'a-correction',
        {
          关联公告: 'a-tender',
          更正内容: '\n  - 字段: 投标截止\n    原: 2026-04-15 09:30\n    新: 2026-04-20 09:30',
          撤下: withdrawn('发错了项目'),
        },
      ]),
    );

  test('still has its releases, and one that takes back what it had changed', () => {
    const edition = corrected();
    const { releases, compiledRelease, versionedRelease } = recordIn(edition, 'a-tender');
    expect(releases.map(({ id }) => id)).toEqual([
      'a-tender-v1',
      'a-correction-v1',
      'a-correction-withdrawn',
    ]);
    expect(at(compiledRelease, 'tender', 'tenderPeriod', 'endDate')).toBe('2026-04-15T09:30:00+08:00');
    const versions = at(versionedRelease, 'tender', 'tenderPeriod', 'endDate') as readonly Json[];
    expect(versions.map(({ value }) => String(value).slice(5, 10))).toEqual(['04-15', '04-20', '04-15']);
    for (const { records } of Object.values(validators))
      expect(records(ocdsRecord(edition, 'a-tender'))).toEqual([]);
  });

  test('is said of a tender, whose releases stay', () => {
    const gone = editionFrom(
      matterOf([TENDER[0], TENDER[1], { ...TENDER[2], 撤下: withdrawn('发错了项目') }]),
    );
    const { releases, compiledRelease } = recordIn(gone, 'a-tender');
    expect(releases.map(({ id }) => id)).toEqual(['a-tender-v1', 'a-tender-withdrawn']);
    expect(at(releases[0], 'tender', 'value', 'amount')).toBe(600_000);
    expect(at(compiledRelease, 'tender', 'status')).toBe('withdrawn');
    for (const { records } of Object.values(validators))
      expect(records(ocdsRecord(gone, 'a-tender'))).toEqual([]);
  });

  test('for personal data, says nothing more than that it was', () => {
    const given = { ...TENDER[2], 采购人: '高明区示例秘密小学', 撤下: withdrawn('误写了个人信息') };
    const gone = editionFrom(matterOf([TENDER[0], TENDER[1], given]));
    const text = JSON.stringify([...filesOf(gone).values()]);
    expect(recordIn(gone, 'a-tender').releases.map(({ id }) => id)).toEqual([
      'a-tender-v1',
      'a-tender-withdrawn',
    ]);
    expect(text).not.toContain('秘密小学');
    for (const { records } of Object.values(validators))
      expect(records(ocdsRecord(gone, 'a-tender'))).toEqual([]);
  });
});

test('what is published of one moment is merged in the order of its ids', () => {
  const sameMoment = { 发布时间: '2026-03-12 09:00', 关联公告: 'a-tender' };
  const change = (from: string, to: string) => ({
    更正内容: `\n  - 字段: 投标截止\n    原: ${from}\n    新: ${to}`,
  });
  const edition = editionFrom(
    matterOf(
      TENDER,
      ['correction-notice', 'b-first', { ...sameMoment, ...change('2026-04-15 09:30', '2026-04-20 09:30') }],
      ['correction-notice', 'c-second', { ...sameMoment, ...change('2026-04-20 09:30', '2026-04-25 09:30') }],
    ),
  );
  const { releases, compiledRelease } = recordIn(edition, 'a-tender');
  expect(releases.map(({ id }) => id)).toEqual(['a-tender-v1', 'b-first-v1', 'c-second-v1']);
  expect(at(compiledRelease, 'tender', 'tenderPeriod', 'endDate')).toBe('2026-04-25T09:30:00+08:00');
});

describe('without a prefix', () => {
  test('nothing is written, and nothing leads there', () => {
    const edition = editionFrom({ ...base });
    expect([...filesOf(edition)]).toEqual([]);
    expect(ocdsDownloads(edition)).toEqual({ isRegistered: false, years: [] });
    expect(edition.keys(ANNOUNCEMENTS).map((id) => ocdsHrefOf(edition, id))).toEqual([undefined]);
  });

  test('with one, the same site has data', () => {
    expect([...filesOf(editionFrom(registered)).keys()]).toHaveLength(3);
  });
});

describe('the prefix of the examples of the standard', () => {
  const site = `${String(base['site.yaml'])}OCDS前缀: ocds-213czf\n`;
  const faults = (text: string): readonly string[] =>
    checkTree({ ...base, 'site.yaml': text }).findings.map(({ code, message }) => `${code} ${message}`);

  test('is refused on a real site, with the reason', () => {
    expect(faults(site)).toEqual(['S101 OCDS 前缀“ocds-213czf”是 OCDS 说明书里举例用的，不是任何单位的']);
  });

  test('is good on a sample site', () => {
    expect(faults(`${site}示例站: 是\n`)).toEqual([]);
  });

  test.each(['ocds-213CZF', 'ocds-12345', 'zb0000'])('%s is no prefix', (prefix) => {
    expect(faults(site.replace('ocds-213czf', prefix))).toEqual([`S101 “${prefix}”不是 OCDS 前缀`]);
  });
});

describe('what came later than the standard', () => {
  const award = (given: Readonly<Record<string, string>>): Edition =>
    editionFrom(
      matterOf(TENDER, [
        'award-notice',
        'an-award',
        { 关联公告: 'a-tender', 中标成交日期: '2026-04-16', ...given },
      ]),
    );
  const awardIn = (edition: Edition): unknown =>
    at(recordIn(edition, 'a-tender').compiledRelease, 'awards', 'an-award/1');

  test('a consortium is each of its members, all suppliers', () => {
    const edition = award({
      中标供应商: '广东示例甲有限公司（牵头人）、广东示例乙有限公司',
      中标金额: '56万元',
    });
    const { compiledRelease } = recordIn(edition, 'a-tender');
    const names = ['广东示例甲有限公司', '广东示例乙有限公司'];
    expect((at(awardIn(edition), 'suppliers') as readonly Json[]).map(({ name }) => name)).toEqual(names);
    for (const name of names)
      expect(at(compiledRelease, 'parties', `name:${name}`, 'roles')).toEqual(['tenderer', 'supplier']);
  });

  test.each(['下浮率5.2%', '700元/台', '以实际结算为准'])(
    'a price that is no sum, %s, stands in words',
    (price) => {
      const edition = award({ 中标供应商: '广东示例甲有限公司', 中标金额: price });
      expect(at(awardIn(edition), 'value')).toBeUndefined();
      expect(at(awardIn(edition), 'description')).toContain(price.replace(/%.*/u, ''));
    },
  );

  test('what was published elsewhere is a document, and the award opens its procedure', () => {
    const elsewhere = `\n  - 标题: 示例学校采购招标公告\n    网址: https://ggzy.example.cn/notice/1\n    发布时间: 2026-03-02`;
    const edition = editionFrom(
      matterOf([
        'award-notice',
        'an-award',
        { 关联公告: elsewhere, 中标供应商: '广东示例甲有限公司', 中标金额: '56万元' },
      ]),
    );
    const { releases } = recordIn(edition, 'an-award');
    expect(at(releases[0], 'awards', 'an-award/1', 'documents', 'an-award/elsewhere/1', 'url')).toBe(
      'https://ggzy.example.cn/notice/1',
    );
  });

  test('a suspension is a milestone until the resumption, and the tender stays active', () => {
    const steps = [
      TENDER,
      ['suspension-notice', 'b-stop', { 关联公告: 'a-tender', 暂停时间: '2026-03-11 09:00' }],
    ] as const;
    const { compiledRelease: held } = recordIn(editionFrom(matterOf(...steps)), 'a-tender');
    expect(at(held, 'tender', 'status')).toBe('active');
    expect(at(held, 'tender', 'milestones', 'suspension:b-stop', 'status')).toBe('scheduled');
    const goesOn = [
      'resumption-notice',
      'c-go',
      { 关联公告: 'b-stop', 恢复时间: '2026-03-12 09:00' },
    ] as const;
    const { compiledRelease } = recordIn(editionFrom(matterOf(...steps, goesOn)), 'a-tender');
    expect(at(compiledRelease, 'tender', 'milestones', 'suspension:b-stop')).toMatchObject({
      status: 'met',
      dateMet: '2026-03-12T09:00:00+08:00',
    });
  });

  test('an ended contract is terminated, and its award stays', () => {
    const { compiledRelease } = recordIn(
      editionFrom(
        matterOf(
          TENDER,
          [
            'award-notice',
            'b-award',
            { 关联公告: 'a-tender', 中标供应商: '广东示例甲有限公司', 中标金额: '56万元' },
          ],
          [
            'contract-notice',
            'c-contract',
            { 关联公告: 'b-award', 供应商: '广东示例甲有限公司', 合同金额: '56万元', 合同编号: 'HT-1' },
          ],
          [
            'contract-termination-notice',
            'd-end',
            { 关联公告: 'c-contract', 供应商: '广东示例甲有限公司', 合同编号: 'HT-1' },
          ],
        ),
      ),
      'a-tender',
    );
    expect(at(compiledRelease, 'contracts', 'HT-1')).toMatchObject({
      awardID: 'b-award/1',
      status: 'terminated',
    });
    expect(at(compiledRelease, 'awards', 'b-award/1', 'status')).toBe('active');
  });

  test('an old announcement that names none belongs to what its project began before it', () => {
    const old = [
      'legacy',
      'b-old',
      { 原类型: '中标公告', 中标供应商: '广东示例甲有限公司', 中标金额: '56万元' },
    ] as const;
    const { releases, compiledRelease } = recordIn(editionFrom(matterOf(TENDER, old)), 'a-tender');
    expect(releases.map(({ id }) => id)).toEqual(['a-tender-v1', 'b-old-v1']);
    expect(at(compiledRelease, 'awards', 'b-old/1', 'value', 'amount')).toBe(560_000);
  });
});
