import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import type { Calendar } from '../../../src/core/calendar.ts';
import { check } from '../../../src/core/check.ts';
import type { Finding } from '../../../src/core/diagnostic.ts';
import { linkAnnouncements } from '../../../src/core/project.ts';
import { checkDateOrder } from '../../../src/core/rules/date-order.ts';
import { checkRules } from '../../../src/core/rules/judge.ts';
import { rules } from '../../../src/core/rules/list.ts';

/** The samples of the site, which are lawful. */
const { corpus } = check('content');

type Changes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A body that says in short whatever an order on notices asks for, and states no date. */
const BRIEF = [
  '招标范围：全部内容。资金来源：自筹。工期：90日历天。资格要求：无。资质：三级。获取方式：在平台下载，免费。',
  '递交方式：在平台上传。开启地点：301 室。地址：示例路 1 号。主要标的：数量一批。评审专家：甘某（示例）。',
  '联系人：麦工（示例）。电话：0757-00000001。财政部门：示例财政局。在标的所在地展示，报名手续到前台办理。《中小企业声明函》附后。',
].join('\n');

/**
 * What the check says of the samples with some fields of some announcements changed. Their bodies, which may state what
 * was changed, give way to a brief one or to `body`.
 */
function findingsWith(changes: Changes, calendar: Calendar = corpus.calendar): readonly Finding[] {
  const entries = corpus.entries.map((entry) =>
    entry.id in changes ? changed(entry, changes[entry.id]!) : entry,
  );
  const links = linkAnnouncements(entries, corpus.ids);
  const local = corpus.site!.localPeriods!;
  const order = entries.flatMap(({ id, announcement }) => checkDateOrder(id, announcement));
  return [
    ...links.findings,
    ...order,
    ...checkRules({ entries, effective: links.effective, calendar, local }).findings,
  ];
}

function changed<E extends { announcement: Announcement }>(
  entry: E,
  { body = BRIEF, ...fields }: Changes[string],
) {
  return {
    ...entry,
    body: body as string,
    announcement: { ...entry.announcement, ...fields } as Announcement,
  };
}

const codesWith = (changes: Changes): readonly string[] => findingsWith(changes).map(({ code }) => code);

const at = (day: string, time = '09:30'): string => `${day}T${time}:00+08:00`;
const oneMatter = [{ matter: '文件第三章', from: '甲', to: '乙' }];

/** A deadline with the opening that must be at the same time. */
const closing = (day: string) => ({ bidDeadline: at(day), openingAt: at(day) });

/** A late correction of the samples, made one of another announcement. */
const correctionOf = (related: string, projectCode: string, day: string): Changes => ({
  'gm-cg-2026-083-correction-2': {
    related,
    projectCode,
    publishedAt: at(day),
    corrections: oneMatter,
    affectsBids: true,
  },
});

/** The code, the last lawful state of a sample, and the same broken by one day, or in the one field looked at. */
const table: readonly (readonly [code: string, lawful: Changes, broken: Changes])[] = [
  ['D108', {}, { 'gm-js-2026-022-invitation': { body: '现予公布。', buyerAddress: undefined } }],
  [
    'D104',
    {
      'gm-js-2026-034-tender': {
        ...closing('2026-11-23'),
        documentsFrom: '2026-11-03',
        documentsUntil: '2026-11-20',
        objectionDeadline: undefined,
      },
    },
    {
      'gm-js-2026-034-tender': {
        ...closing('2026-11-23'),
        documentsFrom: '2026-11-04',
        objectionDeadline: undefined,
        documentsUntil: '2026-11-10',
      },
    },
  ],
  [
    'D105',
    { 'gm-js-2026-012-opening': { bidderCount: 3 } },
    { 'gm-js-2026-012-opening': { bidderCount: 2 } },
  ],
  ['D106', {}, { 'gm-js-2026-034-tender': { openingAt: at('2026-11-27') } }],
  [
    'D107',
    { 'gm-js-2026-012-contract': { awardNoticeOn: '2026-03-21' } },
    { 'gm-js-2026-012-contract': { awardNoticeOn: '2026-03-20' } },
  ],
  [
    'D121',
    { 'gm-js-2026-034-tender': { documentsUntil: '2026-11-09', documentsFrom: '2026-11-05' } },
    { 'gm-js-2026-034-tender': { documentsUntil: '2026-11-09', documentsFrom: '2026-11-06' } },
  ],
  [
    'D122',
    { 'gm-js-2026-022-prequalification': { documentsUntil: '2026-08-27' } },
    { 'gm-js-2026-022-prequalification': { documentsUntil: '2026-08-28' } },
  ],
  [
    'D123',
    { 'gm-js-2026-028-correction-1': { publishedAt: at('2026-11-17') } },
    { 'gm-js-2026-028-correction-1': { publishedAt: at('2026-11-18') } },
  ],
  ['D124', preq('2026-08-28'), preq('2026-08-30')],
  ['D125', {}, { 'gm-js-2026-034-tender': { objectionDeadline: at('2026-11-15') } }],
  ['D126', {}, { 'gm-js-2026-022-prequalification': { objectionDeadline: at('2026-08-29') } }],
  [
    'D127',
    { 'gm-js-2026-016-objection-reply': { receivedOn: '2026-06-07' } },
    { 'gm-js-2026-016-objection-reply': { receivedOn: '2026-06-04' } },
  ],
  ['D128', {}, { 'gm-js-2026-034-tender': { consortium: undefined } }],
  ['D134', {}, { 'gm-js-2026-029-candidates': { priceCeilingFen: 350_000_000 } }],
  [
    'D129',
    {},
    { 'gm-js-2026-029-candidates': { candidates: [{ rank: 2, name: '广东示例建筑工程有限公司' }] } },
  ],
  ['D130', {}, { 'gm-js-2026-025-candidates': { evaluationReportOn: '2026-10-10' } }],
  [
    'D131',
    { 'gm-js-2026-025-candidates': { publicityUntil: '2026-10-19' } },
    { 'gm-js-2026-025-candidates': { publicityUntil: '2026-10-16' } },
  ],
  ['D133', {}, { 'gm-js-2026-027-award': { rankReason: undefined } }],
  ['D152', {}, { 'gm-js-2026-031-tender': { body: '现予公布。', buyerAddress: undefined } }],
  ['D153', {}, { 'gm-js-2026-029-candidates': { body: '现予公布。' } }],
  ['D151', {}, { 'gm-js-2026-034-tender': { originalUrl: undefined } }],
  ['D161', {}, { 'gm-js-2026-031-tender': { documentsPlace: '先到代理机构投标报名，方可在示例平台下载' } }],
  ['D162', {}, { 'gm-js-2026-029-candidates': { objectionChannel: '以书面形式送招标人办公室' } }],
  [
    'D301',
    { 'gm-cg-2026-085-tender': { ...closing('2026-12-09') } },
    { 'gm-cg-2026-085-tender': { ...closing('2026-12-08') } },
  ],
  [
    'D302',
    { 'gm-cg-2026-018-contract': { awardNoticeOn: '2026-03-21' } },
    { 'gm-cg-2026-018-contract': { awardNoticeOn: '2026-03-20' } },
  ],
  [
    'D311',
    { 'gm-cg-2026-066-prequalification': { applicationDeadline: at('2026-09-17') } },
    {
      'gm-cg-2026-066-prequalification': {
        publishedAt: at('2026-09-11'),
        documentsFrom: '2026-09-11',
        documentsUntil: '2026-09-17',
        applicationDeadline: at('2026-09-17'),
      },
    },
  ],
  [
    'D312',
    { 'gm-cg-2026-085-tender': { documentsFrom: '2026-11-20', documentsUntil: '2026-11-26' } },
    { 'gm-cg-2026-085-tender': { documentsFrom: '2026-11-20', documentsUntil: '2026-11-25' } },
  ],
  [
    'D313',
    { 'gm-cg-2026-083-correction-2': { publishedAt: at('2026-11-25') } },
    { 'gm-cg-2026-083-correction-2': { publishedAt: at('2026-11-26') } },
  ],
  [
    'D314',
    { 'gm-cg-2026-088-single-source': { publicityUntil: '2026-11-24' } },
    { 'gm-cg-2026-088-single-source': { publicityUntil: '2026-11-23' } },
  ],
  [
    'D315',
    { 'gm-cg-2026-018-award': { awardedOn: '2026-04-01' } },
    { 'gm-cg-2026-018-award': { awardedOn: '2026-03-31' } },
  ],
  [
    'D316',
    { 'gm-cg-2026-018-contract': { signedOn: '2026-04-17' } },
    { 'gm-cg-2026-018-contract': { signedOn: '2026-04-16' } },
  ],
  ['D328', {}, { 'gm-cg-2026-085-tender': { body: '现予公布。', contactPhone: undefined } }],
  ['D321', {}, { 'gm-cg-2026-085-tender': { noticeWorkingDays: 4 } }],
  [
    'D322',
    { 'gm-cg-2026-085-tender': { documentsFrom: '2026-11-18', documentsUntil: '2026-11-25' } },
    { 'gm-cg-2026-066-prequalification': { documentsUntil: '2026-09-14' } },
  ],
  [
    'D323',
    correctionOf('gm-cg-2026-066-prequalification', 'GM-CG-2026-066', '2026-09-20'),
    correctionOf('gm-cg-2026-066-prequalification', 'GM-CG-2026-066', '2026-09-21'),
  ],
  [
    'D324',
    {},
    {
      'gm-cg-2026-083-correction-2': {
        corrections: [{ field: '采购需求', from: requirement(), to: '改买别的' }],
      },
    },
  ],
  ['D325', {}, { 'gm-cg-2026-085-tender': { openingAt: at('2026-12-16') } }],
  ['D327', {}, { 'gm-cg-2026-018-tender': { priceCeilingFen: 438_599_900 } }],
  ['D326', {}, { 'gm-cg-2026-018-award': { noticeWorkingDays: 2 } }],
  ['D329', {}, { 'gm-cg-2026-018-award': { body: '现予公布。', buyerAddress: undefined } }],
  ['D334', {}, { 'gm-cg-2026-052-deal': { body: '现予公布，声明函附后。', contactPhone: undefined } }],
  [
    'D331',
    {
      'gm-cg-2026-084-negotiation': {
        documentsUntil: '2026-11-20',
        responseDeadline: at('2026-11-20'),
        openingAt: at('2026-11-20'),
      },
    },
    {
      'gm-cg-2026-084-negotiation': {
        documentsUntil: '2026-11-19',
        responseDeadline: at('2026-11-19'),
        openingAt: at('2026-11-19'),
      },
    },
  ],
  ['D335', {}, { 'gm-cg-2026-036-single-source': { body: '现予公布。', supervisor: undefined } }],
  [
    'D332',
    {
      'gm-cg-2026-087-inquiry': {
        documentsUntil: '2026-11-25',
        responseDeadline: at('2026-11-25'),
        openingAt: at('2026-11-25'),
      },
    },
    {
      'gm-cg-2026-087-inquiry': {
        documentsUntil: '2026-11-24',
        responseDeadline: at('2026-11-24'),
        openingAt: at('2026-11-24'),
      },
    },
  ],
  [
    'D333',
    correctionOf('gm-cg-2026-087-inquiry', 'GM-CG-2026-087', '2026-11-26'),
    correctionOf('gm-cg-2026-087-inquiry', 'GM-CG-2026-087', '2026-11-27'),
  ],
  ['D336', {}, { 'gm-cg-2026-052-deal': { body: `${BRIEF}质疑函须当面递交，邮寄的不予受理。` } }],
  [
    'D341',
    { 'gm-cg-2026-086-consultation': { responseDeadline: at('2026-11-26'), openingAt: at('2026-11-26') } },
    { 'gm-cg-2026-086-consultation': { responseDeadline: at('2026-11-25'), openingAt: at('2026-11-25') } },
  ],
  [
    'D342',
    { 'gm-cg-2026-086-consultation': { documentsUntil: '2026-11-20' } },
    { 'gm-cg-2026-086-consultation': { documentsUntil: '2026-11-19' } },
  ],
  [
    'D343',
    { 'gm-cg-2026-031-correction-1': { publishedAt: at('2026-04-15') } },
    { 'gm-cg-2026-031-correction-1': { publishedAt: at('2026-04-25') } },
  ],
  ['D344', {}, { 'gm-cg-2026-031-deal': { body: '现予公布，声明函附后。', contactPhone: undefined } }],
  ['D351', {}, { 'gm-cg-2026-084-negotiation': { noticeWorkingDays: 2 } }],
  ['D352', {}, { 'gm-cg-2026-052-deal': { noticeWorkingDays: 3 } }],
  ['D381', {}, { 'gm-cg-2026-084-negotiation': { body: '现予公布。', contactPhone: undefined } }],
  [
    'D361',
    { 'gm-cg-2026-018-intention': { publishedAt: at('2026-01-30') } },
    { 'gm-cg-2026-018-intention': { publishedAt: at('2026-02-02') } },
  ],
  [
    'D371',
    {},
    { 'gm-cg-2025-066-framework': { responseDeadline: at('2025-07-28'), openingAt: at('2025-07-28') } },
  ],
  ['D391', {}, { 'gm-cg-2026-052-deal': { body: BRIEF.replace('《中小企业声明函》附后。', '') } }],
  [
    'D401',
    { 'gm-td-2026-11-tender': { bidDeadline: at('2026-11-30') } },
    { 'gm-td-2026-04-auction': { auctionAt: at('2026-05-31') } },
  ],
  [
    'D402',
    { 'gm-td-2026-05-relisting': { listingUntil: at('2026-12-14') } },
    { 'gm-td-2026-05-relisting': { listingUntil: at('2026-12-12') } },
  ],
  [
    'D403',
    { 'gm-td-2026-04-result': { closedOn: '2026-05-25' } },
    { 'gm-td-2026-04-result': { closedOn: '2026-05-22' } },
  ],
  [
    'D404',
    { 'gm-td-2026-09-agreement': { publicityUntil: '2026-08-05' } },
    { 'gm-td-2026-09-agreement': { publicityUntil: '2026-08-04' } },
  ],
  [
    'D411',
    { 'gm-td-2026-03-correction-1': { publishedAt: at('2026-04-23') } },
    { 'gm-td-2026-03-correction-1': { publishedAt: at('2026-04-24') } },
  ],
  ['D412', {}, { 'gm-td-2026-05-relisting': { depositFen: 100 } }],
  [
    'D421',
    { 'gm-kc-2026-03-listing': { listingFrom: at('2026-11-23') } },
    { 'gm-kc-2026-03-listing': { listingFrom: at('2026-11-20') } },
  ],
  [
    'D422',
    { 'gm-kc-2026-03-listing': { listingUntil: at('2026-12-10', '18:00') } },
    { 'gm-kc-2026-03-listing': { listingUntil: at('2026-12-09') } },
  ],
  [
    'D423',
    { 'gm-kc-2026-01-result': { publicityUntil: '2026-11-24' } },
    { 'gm-kc-2026-01-result': { publicityUntil: '2026-11-23' } },
  ],
  [
    'D424',
    { 'gm-kc-2026-02-agreement': { publicityUntil: '2026-05-25' } },
    { 'gm-kc-2026-02-agreement': { publicityUntil: '2026-05-22' } },
  ],
  [
    'D501',
    { 'gm-cq-2026-13-transfer': { disclosureUntil: '2026-12-07' } },
    { 'gm-cq-2026-13-transfer': { disclosureUntil: '2026-12-04' } },
  ],
  ['D502', {}, { 'gm-cq-2026-01-preview': { disclosureUntil: '2026-03-27' } }],
  [
    'D503',
    { 'gm-cq-2026-13-transfer': { firstDisclosedOn: '2026-03-09' } },
    { 'gm-cq-2026-13-transfer': { firstDisclosedOn: '2026-03-09', disclosureUntil: '2026-11-20' } },
  ],
  [
    'D504',
    { 'gm-cq-2026-13-transfer': { firstDisclosedOn: '2025-11-09' } },
    { 'gm-cq-2026-13-transfer': { firstDisclosedOn: '2025-11-08' } },
  ],
  [
    'D505',
    { 'gm-cq-2026-01-result': { publicityUntil: '2026-06-02' } },
    { 'gm-cq-2026-01-result': { publicityUntil: '2026-06-01' } },
  ],
  [
    'D506',
    { 'gm-cq-2026-03-capital-increase': { disclosureUntil: '2026-07-30' } },
    { 'gm-cq-2026-03-capital-increase': { disclosureUntil: '2026-07-29' } },
  ],
  [
    'D507',
    { 'gm-cq-2025-11-transfer': { disclosureUntil: '2025-03-24' } },
    { 'gm-cq-2025-11-transfer': { disclosureUntil: '2025-03-21' } },
  ],
  ['D508', {}, { 'gm-cq-2026-07-transfer': { disclosureFrom: '2026-08-14' } }],
  ['D509', {}, { 'gm-cq-2026-07-extension': { extensionWorkingDays: 4 } }],
  [
    'D521',
    { 'gm-cq-2026-06-auction': { publishedAt: at('2026-07-22') } },
    { 'gm-cq-2026-06-auction': { publishedAt: at('2026-07-23') } },
  ],
  ['D523', {}, { 'gm-cq-2026-06-auction': { body: '现予公布。' } }],
  ['D522', {}, { 'gm-cq-2026-06-auction': { viewingFrom: '2026-07-23' } }],
  [
    'D601',
    { 'gm-js-2026-012-performance': { acceptedOn: '2026-10-10' } },
    { 'gm-js-2026-012-performance': { acceptedOn: '2026-10-09' } },
  ],
  [
    'D602',
    { 'gm-tz-2026-013-penalty': { decidedOn: '2026-08-12' } },
    { 'gm-tz-2026-013-penalty': { decidedOn: '2026-08-11' } },
  ],
  [
    'D701',
    { 'gm-js-2026-031-plan': { publishedAt: at('2026-09-25') } },
    { 'gm-js-2026-031-plan': { publishedAt: at('2026-09-27') } },
  ],
  [
    'D702',
    { 'gm-cq-2026-05-lease': { disclosureUntil: '2026-05-07' } },
    { 'gm-cq-2026-05-lease': { disclosureUntil: '2026-05-06' } },
  ],
  [
    'D703',
    { 'gm-cq-2026-10-lease': { disclosureUntil: '2026-11-24' } },
    { 'gm-cq-2026-10-lease': { disclosureUntil: '2026-11-23' } },
  ],
];

function preq(day: string): Changes {
  return {
    'gm-js-2026-031-correction-2': {
      related: 'gm-js-2026-022-prequalification',
      projectCode: 'GM-JS-2026-022',
      publishedAt: at(day),
      corrections: oneMatter,
      affectsBids: true,
    },
  };
}

function requirement(): string {
  const { announcement } = corpus.entries.find(({ id }) => id === 'gm-cg-2026-083-tender')!;
  return 'requirement' in announcement ? announcement.requirement! : '';
}

test('示例没有任何问题', () => {
  expect(codesWith({})).toEqual([]);
});

test('每条规则都有一个示例可以改坏', () => {
  expect(table.map(([code]) => code)).toEqual(rules.map(({ code }) => code));
});

describe.each(table)('%s', (code, lawful, broken) => {
  test('压着线也没有问题', () => {
    expect(codesWith(lawful)).toEqual([]);
  });

  test('差一天就出现这个代码，也只出现这个代码', () => {
    expect(codesWith(broken)).toEqual([code]);
  });
});

describe('说不准的照实说', () => {
  const unknown = (changes: Changes, calendar?: Calendar) =>
    findingsWith(changes, calendar).map(({ code, severity, message }) => [
      code,
      severity,
      message.split('，')[0],
    ]);

  test('没有写依法必须招标，时间又不够', () => {
    const short = {
      ...closing('2026-11-20'),
      objectionDeadline: undefined,
      documentsFrom: '2026-11-02',
      documentsUntil: '2026-11-16',
    };
    expect(
      unknown({ 'gm-js-2026-034-tender': { ...short, mustTender: undefined, fundSource: undefined } }),
    ).toEqual([['D104', 'info', '公告没有写“依法必须招标”']]);
    expect(codesWith({ 'gm-js-2026-034-tender': { ...short, mustTender: false } })).toEqual([]);
    expect(findingsWith({ 'gm-js-2026-034-tender': short })[0]).toMatchObject({
      code: 'D104',
      severity: 'error',
    });
  });

  test('没有写依法必须招标，时间够，就没有话说', () => {
    expect(codesWith({ 'gm-js-2026-034-tender': { mustTender: undefined } })).toEqual([]);
  });

  test('紧急采购的期限还没有核对', () => {
    const short = { ...closing('2026-12-01'), emergency: true };
    expect(unknown({ 'gm-cg-2026-085-tender': short }).map(([code, severity]) => [code, severity])).toEqual([
      ['D301', 'info'],
    ]);
    expect(codesWith({ 'gm-cg-2026-085-tender': { emergency: true } })).toEqual([]);
  });

  test('资产转让的底价正好 1000 万元，条文没有写要多少个工作日', () => {
    const at = (yuan: number, disclosureFrom: string) =>
      findingsWith({ 'gm-cq-2026-07-transfer': { basePriceFen: yuan * 100, disclosureFrom } }).map(
        ({ code, severity }) => `${code} ${severity}`,
      );
    expect(at(10_000_000, '2026-08-14')).toEqual(['D508 info']);
    expect(at(10_000_000, '2026-08-05')).toEqual([]);
    expect(at(9_999_999, '2026-08-14')).toEqual([]);
    expect(at(10_000_001, '2026-08-20')).toEqual(['D508 warning']);
    expect(at(1_000_000, '2026-08-31')).toEqual([]);
    expect(at(1_000_001, '2026-08-31')).toEqual(['D507 warning']);
  });

  test('资产只降价再披露，五个工作日就够；改变了其他条件的无法判断', () => {
    const again = (disclosureUntil: string, more = {}) =>
      findingsWith({
        'gm-cq-2025-11-transfer': { firstDisclosedOn: '2025-01-06', disclosureUntil, ...more },
      }).map(({ code, severity }) => `${code} ${severity}`);
    expect(again('2025-03-24')).toEqual([]);
    expect(again('2025-03-21')).toEqual(['D503 info']);
    expect(again('2025-03-14')).toEqual(['D503 info']);
    expect(again('2025-03-14', { basePriceFen: 90_000_000 })).toEqual([]);
  });

  test('2027 年的节假日还没有录入；录入以后有结论', () => {
    const across = {
      'gm-kc-2026-03-listing': {
        publishedAt: at('2026-12-08'),
        listingFrom: at('2027-01-11'),
        listingUntil: at('2027-01-28'),
        documentsFrom: '2026-12-08',
        documentsUntil: '2027-01-20',
        registrationDeadline: at('2027-01-25'),
        depositDeadline: at('2027-01-25'),
      },
    };
    expect(unknown(across).map(([code, severity]) => [code, severity])).toEqual([
      ['D421', 'info'],
      ['D422', 'info'],
    ]);
    const next = {
      year: 2027,
      daysOff: new Set(['2027-01-01']),
      festivals: new Set(['2027-01-01']),
      makeUpDays: new Set<string>(),
    };
    expect(unknown(across, new Map([...corpus.calendar, [2027, next]]))).toEqual([]);
  });
});

describe('更正移动了截止时间', () => {
  test('移得太早，问题记在更正公告上', () => {
    const corrections = [
      { field: '投标截止', from: '2026-11-26 09:30', to: '2026-11-20 09:30' },
      { field: '开标时间', from: '2026-11-26 09:30', to: '2026-11-20 09:30' },
      { field: '异议截止', from: '2026-11-16 09:30', to: '2026-11-10 09:30' },
    ];
    const moved = {
      'gm-js-2026-031-correction-2': {
        related: 'gm-js-2026-034-tender',
        projectCode: 'GM-JS-2026-034',
        publishedAt: at('2026-11-04'),
        corrections,
        affectsBids: false,
      },
    };
    expect(findingsWith(moved).map(({ code, id, at: path }) => [code, id, path])).toEqual([
      ['D104', 'gm-js-2026-031-correction-2', 'corrections.0.to'],
    ]);
  });

  test('影响投标的澄清发得太晚，要求顺延；顺延够了就没有问题', () => {
    const late = findingsWith({ 'gm-js-2026-028-correction-1': { publishedAt: at('2026-11-20') } });
    expect(late.map(({ code, help }) => [code, help])).toEqual([
      ['D123', '把“投标截止”顺延到 2026-12-07 或之后，写进“更正内容”'],
    ]);
  });
});
