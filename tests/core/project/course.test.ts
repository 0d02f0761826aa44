import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { types, type Announcement } from '../../../src/core/announcement/schema.ts';
import { stateOf, type Course } from '../../../src/core/project/course.ts';
import { specOf } from '../../../src/core/project/links.ts';
import { announcement, coursesOf } from './matter.ts';

const built = (type: string, fields: object = {}) => announcement('construction', type, fields);
const lots = [{ code: '01' }, { code: '02' }];
const tender = built('tender-notice', { lots });
const plain = built('tender-notice');
const candidates = built('candidate-notice');
const award = built('award-notice', { winner: '甲公司（示例）' });
const failure = built('failed-tender-notice');
const suspension = built('suspension-notice');
const resumption = built('resumption-notice');
const of = (one: Announcement, ...lotCodes: readonly string[]): Announcement =>
  ({ ...one, lotCodes }) as Announcement;
const decision = (outcome: string) => built('complaint-decision', { outcome });

/** `01 won a3, 02 failed a4` of each matter. */
const standing = (courses: readonly Course[]): readonly string[] =>
  courses.map((course) =>
    course.lots
      .map((lot) => [lot.lot, stateOf(lot)?.state, stateOf(lot)?.by].filter(Boolean).join(' '))
      .join(', '),
  );

describe('一个项目、一个标段现在到了哪一步', () => {
  test.each<[string, readonly Announcement[], readonly string[]]>([
    ['招标', [plain], ['called a1']],
    ['招标、候选人、结果', [plain, candidates, award], ['won a3']],
    [
      '结果以后签了合同、履约',
      [plain, award, built('contract-notice'), built('performance-notice')],
      ['performed a4'],
    ],
    [
      '合同终止',
      [plain, award, built('contract-notice'), built('contract-termination-notice')],
      ['contract-ended a4'],
    ],
    [
      '合同变更还是签了合同',
      [plain, award, built('contract-notice'), built('contract-change-notice')],
      ['contracted a4'],
    ],
    ['暂停', [plain, suspension], ['suspended a2']],
    ['暂停以后恢复，回到原来那一步', [plain, candidates, suspension, resumption], ['evaluated a4']],
    ['恢复以后又暂停', [plain, suspension, resumption, suspension], ['suspended a4']],
    ['暂停以后没有写恢复就公布了结果', [plain, suspension, award], ['won a3']],
    ['只暂停一个标段', [tender, of(suspension, '02')], ['01 called a1, 02 suspended a2']],
    ['全部暂停，先恢复一个', [tender, suspension, of(resumption, '01')], ['01 called a3, 02 suspended a2']],
    ['流标', [plain, failure], ['failed a2']],
    ['一个标段流标，另一个有结果', [tender, of(failure, '02'), of(award, '01')], ['01 won a3, 02 failed a2']],
    ['全部结果公布，流标的不变', [tender, of(failure, '02'), award], ['01 won a3, 02 failed a2']],
    [
      '流标以后全部终止',
      [tender, of(failure, '02'), built('termination-notice')],
      ['01 terminated a3, 02 terminated a3'],
    ],
    ['结果以后终止', [plain, award, built('termination-notice')], ['terminated a3']],
    ['流标以后重新招标', [plain, failure, plain], ['retendered a3', 'called a3']],
    [
      '一个标段流标、重新招标',
      [tender, of(failure, '02'), built('tender-notice', { lots: [{ code: '02' }] })],
      ['01 called a1, 02 retendered a3', '02 called a3'],
    ],
    ['计划以后招标', [built('tender-plan'), plain], ['continued a2', 'called a2']],
    [
      '投诉成立，中标无效',
      [plain, award, decision('投诉成立，中标结果无效，责令重新评标')],
      ['overturned a3'],
    ],
    ['投诉驳回，结果不变', [plain, award, decision('投诉事项不成立，驳回投诉')], ['won a2']],
    [
      '几项投诉有的成立、中标无效',
      [plain, award, decision('投诉事项1不成立，投诉事项2成立，中标结果无效，责令重新开展采购活动')],
      ['overturned a3'],
    ],
    [
      '请求认定中标无效，没有支持',
      [plain, award, decision('请求认定中标无效，缺乏事实依据，不予支持')],
      ['won a2'],
    ],
    [
      '结果被推翻以后重新评标',
      [plain, award, decision('投诉成立，中标结果无效'), candidates, award],
      ['won a5'],
    ],
    ['公告没有列标段，流标的一个不说明其余', [plain, of(failure, '03')], ['called a1, 03 failed a2']],
    [
      '更正和澄清不改变到了哪一步',
      [plain, built('correction-notice'), built('clarification')],
      ['called a1'],
    ],
  ])('%s', (_, announcements, expected) => {
    expect(standing(coursesOf(announcements).courses)).toEqual(expected);
  });

  test('结果按清单说：成交的成交，流标的流标；合同只归中标的那一家', () => {
    const lotResults = [
      { lotCode: '01', outcome: 'awarded', winner: '甲公司（示例）' },
      { lotCode: '02', outcome: 'awarded', winner: '乙公司（示例）' },
    ];
    const both = built('award-notice', { lotResults });
    const contract = built('contract-notice', { contractor: '乙公司（示例）', related: 'a2' });
    expect(standing(coursesOf([tender, both, contract]).courses)).toEqual(['01 won a2, 02 contracted a3']);
  });

  test('土地按地块：流拍的地块不算成交', () => {
    const call = announcement('land', 'land-grant-notice', {
      parcels: [{ code: 'GM-01' }, { code: 'GM-02' }],
    });
    const grants = [
      { code: 'GM-01', outcome: 'granted' },
      { code: 'GM-02', outcome: 'failed' },
    ];
    const result = announcement('land', 'land-grant-result', { grants });
    expect(standing(coursesOf([call, result]).courses)).toEqual(['GM-01 won a2, GM-02 failed a2']);
    // Another spelling of the one parcel that there is does not leave it waiting.
    const one = announcement('land', 'land-grant-notice', { parcels: [{ code: 'GM-01' }] });
    const spelt = announcement('land', 'land-grant-result', {
      grants: [{ code: '01 号地块', outcome: 'granted' }],
    });
    expect(standing(coursesOf([one, spelt]).courses)).toEqual(['GM-01 won a2']);
  });
});

/** What a type may bring about, by its stage; a stage that is not here leaves everything as it was. */
const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  plan: ['planned'],
  call: ['called'],
  evaluation: ['evaluated'],
  result: ['won'],
  failure: ['failed'],
  termination: ['terminated'],
  contract: ['contracted', 'contract-ended'],
  performance: ['performed'],
  suspension: ['suspended'],
};

describe('正式文本允许的每一条路', () => {
  const followersOf = ({ category, id }: (typeof types)[number]) =>
    types.filter((one) => one.category === category && (one.follows as readonly string[]).includes(id));
  const pathsFrom = (path: readonly (typeof types)[number][], left: number): readonly (typeof path)[] =>
    left === 0
      ? [path]
      : [
          path,
          ...followersOf(path.at(-1)!)
            .filter((next) => !path.includes(next))
            .flatMap((next) => pathsFrom([...path, next], left - 1)),
        ];
  const paths = types
    .filter(({ stage }) => stage === 'plan' || stage === 'call')
    .flatMap((first) => pathsFrom([first], 4));

  test('每一步之后，说得出到了哪一步，是哪一份公告说的', () => {
    expect(paths.length).toBeGreaterThan(1000);
    for (const path of paths) {
      const sequence = path.map(({ category, id }, index) =>
        announcement(category, id, index === 0 ? {} : { related: `a${index}` }),
      );
      const { courses, announcementWith } = coursesOf(sequence);
      const name = path.map(({ term }) => term).join(' → ');
      for (const { lots } of courses)
        for (const lot of lots) {
          const current = stateOf(lot);
          expect(current, name).toBeDefined();
          const { stage } = specOf(announcementWith(current!.by));
          const may =
            current!.state === 'retendered' || current!.state === 'continued' || current!.resumed
              ? [current!.state]
              : MAY_BECOME[stage];
          expect(may, name).toContain(current!.state);
        }
    }
  });
});

test('不管公告怎样先后，每个标段总是恰好在一步上', () => {
  const ofCategory = types.filter(
    ({ category }) => category === 'construction' || category === 'procurement',
  );
  const anyOne = fc.record({
    spec: fc.constantFrom(...ofCategory.filter(({ stage }) => stage !== 'notice')),
    lotCodes: fc.subarray(['01', '02', '03']),
    related: fc.nat(8),
    outcome: fc.constantFrom('awarded', 'failed', '驳回投诉', '投诉成立，中标无效'),
    isListed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyOne, { minLength: 1, maxLength: 9 }), (given) => {
      const first = given[0]!.spec.category;
      const sequence = given.map(({ spec, lotCodes, related, outcome, isListed }, index) =>
        announcement(
          first,
          ofCategory.find(({ category, id }) => category === first && id === spec.id)?.id ??
            'correction-notice',
          {
            ...(index > 0 && { related: `a${(related % index) + 1}` }),
            ...(lotCodes.length > 0 &&
              (spec.stage === 'call'
                ? { lots: lotCodes.map((code) => ({ code })) }
                : isListed
                  ? { lotResults: lotCodes.map((lotCode) => ({ lotCode, outcome })) }
                  : { lotCodes })),
            outcome,
          },
        ),
      );
      const { courses } = coursesOf(sequence);
      const ids = courses.flatMap((course) => course.ids);
      expect(ids.toSorted()).toEqual(sequence.map((_, index) => `a${index + 1}`).toSorted());
      for (const course of courses) {
        const codes = course.lots.map(({ lot }) => lot);
        expect(new Set(codes).size).toBe(codes.length);
        for (const { steps } of course.lots) {
          const order = steps.map(({ at }) => at);
          expect(order).toEqual(order.toSorted());
        }
      }
    }),
    { numRuns: 300 },
  );
});
