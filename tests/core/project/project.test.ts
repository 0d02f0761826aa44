import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/core/project.ts';
import { withdrawn } from '../agenda/announcements.ts';
import { base, checkTree, type Tree } from '../fixtures.ts';

const folder = 'announcements/construction/2026';

/** One announcement of the project, as a clerk writes it; the tender itself is the base's. */
const announce = (id: string, type: string, publishedAt: string, fields: string, code = '001'): Tree => ({
  [`${folder}/${id}.md`]: `---
标题: 沿江路市政道路改造工程${type}
类别: 建设工程
类型: ${type}
项目编号: GM-JS-2026-${code}
发布时间: ${publishedAt}
招标人: 高明区示例街道建设办公室
${fields.trim()}
---

现予公布。
`,
});

const move = (id: string, publishedAt: string, from: string, to: string, related = 'tender'): Tree =>
  announce(
    id,
    '更正公告',
    publishedAt,
    `关联公告: ${related}\n原因: 图纸调整\n更正内容:\n  - 字段: 投标截止\n    原: ${from}\n    新: ${to}`,
  );

const candidates = announce(
  'candidates',
  '中标候选人公示',
  '2026-03-28 09:00',
  '关联公告: tender\n公示开始: 2026-03-28\n公示结束: 2026-03-31\n异议渠道: 电话\n中标候选人:\n  - 排名: 1\n    名称: 甲公司\n    标段: 01\n  - 排名: 1\n    名称: 乙公司\n    标段: 02',
);
const award = (publishedAt: string, fields = '中标人: 甲公司\n中标价: 118万元'): Tree =>
  announce('award', '中标结果公告', publishedAt, `关联公告: candidates\n${fields}`);
const contract = announce(
  'contract',
  '合同公告',
  '2026-04-20 09:00',
  '关联公告: award\n承包人: 甲公司\n合同金额: 118万元\n签订日期: 2026-04-18',
);

const linked = (...trees: readonly Tree[]) => {
  const { links, findings: all, corpus } = checkTree(Object.assign({}, base, ...trees) as Tree);
  // What the law says of days is tested with the rules; here only what follows from what.
  const findings = all.filter(({ code }) => !code.startsWith('D'));
  const codes = findings.map(
    ({ code, file }) => `${code} ${file.replace(`${folder}/`, '').replace('.md', '')}`,
  );
  return { links, codes, findings, corpus };
};

const said = ({ by, field, from, to }: Change) => [by, field, from, to];

describe('投标截止改了两次', () => {
  const first = move('correction-1', '2026-03-10 09:00', '2026-03-25 09:30', '2026年3月30日 9时30分');
  const second = move('correction-2', '2026-03-20 09:00', '2026-03-30 09:30', '2026-04-02 09:30');
  const { links, codes } = linked(first, second);

  test('没有问题，有效的是最后一次的时间', () => {
    expect(codes).toEqual([]);
    expect(links.effective.get('tender')?.announcement).toMatchObject({
      bidDeadline: '2026-04-02T09:30:00+08:00',
    });
  });

  test('两次更正都留着，旧的和新的都看得到', () => {
    expect(links.effective.get('tender')?.changes.map(said)).toEqual([
      ['correction-1', 'bidDeadline', '2026年3月25日（星期三）09:30', '2026年3月30日（星期一）09:30'],
      ['correction-2', 'bidDeadline', '2026年3月30日（星期一）09:30', '2026年4月2日（星期四）09:30'],
    ]);
    expect(links.events.get('tender')?.corrected).toEqual(['correction-1', 'correction-2']);
  });
});

test('更正把截止时间改到文件获取结束之前，错在更正公告', () => {
  const early = move('correction-1', '2026-03-05 09:00', '2026-03-25 09:30', '2026-03-06 09:30');
  const { findings } = checkTree({ ...base, ...early });
  expect(findings.filter(({ code }) => code === 'D203').map(({ file }) => file)).toEqual([
    'announcements/construction/2026/correction-1.md',
  ]);
});

test('澄清公告的年份写错，发布在投标截止以后，直接说截止已经过了', () => {
  const late = announce(
    'clarification',
    '澄清公告',
    '2062-03-10 09:00',
    '关联公告: tender\n影响投标文件编制: 是',
  );
  const { findings } = checkTree({ ...base, ...late });
  expect(findings.filter(({ code }) => code === 'D123').map(({ message }) => message)).toEqual([
    '发布的时候已经过了投标截止 2026年3月25日（星期三）09:30',
  ]);
});

test('更正按发布的先后生效，不按文件名', () => {
  const later = move('correction-1', '2026-03-20 09:00', '2026-03-30 09:30', '2026-04-02 09:30');
  const earlier = move('correction-2', '2026-03-10 09:00', '2026-03-25 09:30', '2026-03-30 09:30');
  const { links, codes } = linked(later, earlier);
  expect(codes).toEqual([]);
  expect(links.effective.get('tender')?.changes.map(({ by }) => by)).toEqual([
    'correction-2',
    'correction-1',
  ]);
});

test('第二次更正写的“原”是最早的时间，就说明现在有效的是哪一个、是谁改的', () => {
  const first = move('correction-1', '2026-03-10 09:00', '2026-03-25 09:30', '2026-03-30 09:30');
  const second = move('correction-2', '2026-03-20 09:00', '2026-03-25 09:30', '2026-04-02 09:30');
  const { findings, links } = linked(first, second);
  expect(findings.map(({ code, message, help }) => [code, message, help])).toEqual([
    [
      'L107',
      '“原”与当时有效的内容不一致：当时是 2026年3月30日（星期一）09:30（correction-1 更正后）',
      '原: 2026-03-30 09:30',
    ],
  ]);
  expect(links.effective.get('tender')?.announcement).toMatchObject({
    bidDeadline: '2026-03-30T09:30:00+08:00',
  });
});

test('“原”抄错了，就先只说“原”不对；改对以后才按法定期限核对', () => {
  const codesOf = (from: string, to: string): readonly string[] =>
    checkTree({
      ...base,
      ...announce(
        'correction-1',
        '更正公告',
        '2026-03-20 09:00',
        `关联公告: tender\n原因: 图纸调整\n影响投标文件编制: 是\n更正内容:\n  - 字段: 投标截止\n    原: ${from}\n    新: ${to}`,
      ),
    }).findings.map(({ code }) => code);
  expect(codesOf('2026-03-24 09:30', '2026-04-08 09:30')).toEqual(['L107']);
  expect(codesOf('2026-03-25 09:30', '2026-03-26 09:30')).toEqual(['D123']);
  expect(codesOf('2026-03-25 09:30', '2026-04-08 09:30')).toEqual([]);
});

test('截止时间带秒，提示里的“原”照抄就对', () => {
  const first = move('correction-1', '2026-03-10 09:00', '2026-03-25 09:30', '2026-03-30 23:59:59');
  const second = (from: string) => move('correction-2', '2026-03-20 09:00', from, '2026-04-02 09:30');
  const help = linked(first, second('2026-03-25 09:30')).findings[0]!.help!;
  expect(help).toBe('原: 2026-03-30 23:59:59');
  expect(linked(first, second(help.slice('原: '.length))).codes).toEqual([]);
});

test('更正的写法和原公告不一样，只要是同一个值就可以', () => {
  const change = announce(
    'correction',
    '更正公告',
    '2026-03-10 09:00',
    '关联公告: tender\n原因: 重新核算\n更正内容:\n  - 字段: 预算金额\n    原: 3,586,000元\n    新: 360万元\n  - 事项: 招标文件第三章\n    原: 甲\n    新: 乙',
  );
  const { links, codes } = linked(change);
  expect(codes).toEqual([]);
  expect(links.effective.get('tender')?.changes.map(({ label, from, to }) => [label, from, to])).toEqual([
    ['预算金额', '358.6万元', '360万元'],
    ['招标文件第三章', '甲', '乙'],
  ]);
  expect(links.effective.get('tender')?.announcement).toMatchObject({ budgetFen: 360_000_000 });
});

test('接在更正公告后面的更正，提示接到被更正的那一份', () => {
  const first = move('correction-1', '2026-03-10 09:00', '2026-03-25 09:30', '2026-03-30 09:30');
  const second = move(
    'correction-2',
    '2026-03-20 09:00',
    '2026-03-30 09:30',
    '2026-04-02 09:30',
    'correction-1',
  );
  const { findings } = linked(first, second);
  expect(findings[0]).toMatchObject({ code: 'L102', help: '关联公告: tender（被更正的那一份）' });
});

describe('从招标到合同', () => {
  const { links, codes } = linked(candidates, award('2026-04-01 09:00'), contract);

  test('没有问题，各份公告按先后排在一个项目里', () => {
    expect(codes).toEqual([]);
    expect(links.projects.get('GM-JS-2026-001')?.ids).toEqual(['tender', 'candidates', 'award', 'contract']);
  });

  test('招标公告知道有了结果', () => {
    expect(links.events.get('tender')).toEqual({ corrected: [], result: 'award' });
    expect(links.events.get('candidates')).toEqual({ corrected: [], result: 'award' });
  });

  test('只有一个标段的结果，招标公告还不算有结果；别的标段有了结果或者流标才算', () => {
    const of = (id: string, lot: string, day: string, type: string, fields: string) =>
      announce(id, type, `${day} 09:00`, `适用标段:\n  - "${lot}"\n${fields}`);
    const first = of(
      'one',
      '01',
      '2026-04-01',
      '中标结果公告',
      '关联公告: candidates\n中标人: 甲公司\n中标价: 118万元',
    );
    const alone = linked(candidates, first).links.events;
    expect(alone.get('tender')).toEqual({ corrected: [] });
    const second = of(
      'two',
      '02',
      '2026-04-02',
      '中标结果公告',
      '关联公告: candidates\n中标人: 乙公司\n中标价: 120万元',
    );
    expect(linked(candidates, first, second).links.events.get('tender')).toEqual({
      corrected: [],
      result: 'two',
    });
    const failure = of('failure', '02', '2026-03-27', '流标公告', '关联公告: tender\n原因: 不足三家');
    const rest = linked(candidates, failure, first).links.events;
    expect(rest.get('tender')).toEqual({ corrected: [], result: 'one' });
  });

  test('没有中标结果就没有合同', () => {
    const early = {
      [`${folder}/contract.md`]: String(contract[`${folder}/contract.md`]).replace(
        '关联公告: award',
        '关联公告: candidates',
      ),
    };
    expect(linked(candidates, early).codes).toEqual(['L102 contract']);
  });

  test('公示最后一天还不能公布结果，第二天可以', () => {
    expect(linked(candidates, award('2026-03-31 23:59')).codes).toEqual(['L111 award']);
    expect(linked(candidates, award('2026-04-01 00:00')).codes).toEqual([]);
  });

  test('公示延长以后，结果也要往后', () => {
    const longer = announce(
      'correction',
      '更正公告',
      '2026-03-30 09:00',
      '关联公告: candidates\n原因: 公示不足\n更正内容:\n  - 字段: 公示结束\n    原: 2026-03-31\n    新: 2026-04-02',
    );
    expect(linked(candidates, longer, award('2026-04-01 09:00')).codes).toEqual(['L111 award']);
  });

  test('中标人不在候选人里', () => {
    expect(linked(candidates, award('2026-04-01 09:00', '中标人: 丙公司\n中标价: 1万元')).codes).toEqual([
      'L117 award',
    ]);
  });
});

describe('终止以后', () => {
  const termination = announce(
    'termination',
    '终止公告',
    '2026-03-27 09:00',
    '关联公告: tender\n原因: 规划调整',
  );

  test('不能再公示候选人，也不能再有结果和合同', () => {
    const { codes, links } = linked(termination, candidates, award('2026-04-01 09:00'), contract);
    expect(codes).toEqual(['L110 award', 'L110 candidates', 'L110 contract']);
    expect(links.events.get('tender')?.terminated).toBe('termination');
  });

  test('终止之前发布的不受影响', () => {
    const late = announce('termination', '终止公告', '2026-04-21 09:00', '关联公告: award\n原因: 中标人放弃');
    const { codes, links } = linked(candidates, award('2026-04-01 09:00'), contract, late);
    expect(codes).toEqual([]);
    expect(links.events.get('tender')?.terminated).toBe('termination');
  });
});

const retender = (related: string): Tree =>
  announce(
    'again',
    '招标公告',
    '2026-04-10 09:00',
    `关联公告: ${related}\n重新招标: 是\n地区: 荷城街道\n预算金额: 358.6万元\n文件获取开始: 2026-04-10\n文件获取结束: 2026-04-17\n投标截止: 2026-05-08 09:30`,
  );

describe('暂停以后', () => {
  const suspended = announce(
    'suspension',
    '暂停公告',
    '2026-03-10 09:00',
    '关联公告: tender\n暂停时间: 2026-03-10 09:00\n原因: 复核图纸',
  );

  test('招标公告标为已中止', () => {
    expect(linked(suspended).links.events.get('tender')!.suspended).toBe('suspension');
  });

  test('再发更正公告定下新的时间，就恢复了，不再标为已中止', () => {
    const resumed = move('correction-1', '2026-03-16 09:00', '2026-03-25 09:30', '2026-04-08 09:30');
    const { links, codes } = linked(suspended, resumed);
    expect(codes).toEqual([]);
    expect(links.events.get('tender')!.suspended).toBeUndefined();
  });
});

describe('流标以后重新招标', () => {
  const failed = announce('failed', '流标公告', '2026-03-26 09:00', '关联公告: tender\n原因: 投标人少于三个');
  const newCandidates = announce(
    'new-candidates',
    '中标候选人公示',
    '2026-05-10 09:00',
    '关联公告: again\n公示开始: 2026-05-10\n公示结束: 2026-05-13\n异议渠道: 电话\n中标候选人:\n  - 排名: 1\n    名称: 甲公司',
  );

  test('第二次招标可以有候选人，第一次已经流标', () => {
    const { codes, links } = linked(failed, retender('failed'), newCandidates);
    expect(codes).toEqual([]);
    expect(links.events.get('tender')?.failed).toBe('failed');
    expect(links.events.get('again')).toEqual({ corrected: [] });
    expect(links.projects.get('GM-JS-2026-001')?.ids).toEqual([
      'tender',
      'failed',
      'again',
      'new-candidates',
    ]);
  });

  test('流标的那一次不能再有候选人', () => {
    expect(linked(failed, candidates).codes).toEqual(['L110 candidates']);
  });

  test('没有流标就说重新招标，要写明前一次', () => {
    expect(linked(retender('tender')).codes).toEqual(['L102 again', 'L114 again']);
  });
});

describe('两个标段，第二个流标', () => {
  const failed = announce(
    'failed',
    '流标公告',
    '2026-03-26 09:00',
    '关联公告: tender\n适用标段:\n  - 02\n原因: 投标人少于三个',
  );
  const results = (second: string) =>
    `标段结果:\n  - 标段: 01\n    结果: 成交\n    中标人: 甲公司\n    中标价: 118万元\n  - 标段: 02\n    结果: ${second}`;

  test('第一个标段照常有结果，整个项目没有流标', () => {
    const { codes, links } = linked(failed, candidates, award('2026-04-01 09:00', results('流标')));
    expect(codes).toEqual([]);
    expect(links.events.get('tender')).toEqual({ corrected: [], result: 'award' });
  });

  test('流标的标段不能又有中标人', () => {
    expect(linked(failed, candidates, award('2026-04-01 09:00', results('成交'))).codes).toEqual([
      'L113 award',
    ]);
    const only = `适用标段:\n  - 02\n中标人: 乙公司\n中标价: 118万元`;
    expect(linked(failed, candidates, award('2026-04-01 09:00', only)).codes).toEqual(['L113 award']);
  });

  test('流标的标段重新招标以后，可以有中标人', () => {
    const again = { ...retender('failed') };
    const path = `${folder}/again.md`;
    const lot = String(again[path]).replace('重新招标: 是', '重新招标: 是\n适用标段:\n  - 02');
    const newCandidates = announce(
      'new-candidates',
      '中标候选人公示',
      '2026-05-10 09:00',
      '关联公告: again\n公示开始: 2026-05-10\n公示结束: 2026-05-13\n异议渠道: 电话\n中标候选人:\n  - 排名: 1\n    名称: 乙公司\n    标段: 02',
    );
    const newAward = announce(
      'new-award',
      '中标结果公告',
      '2026-05-14 09:00',
      '关联公告: new-candidates\n标段结果:\n  - 标段: 02\n    结果: 成交\n    中标人: 乙公司\n    中标价: 100万元',
    );
    expect(linked(failed, { [path]: lot }, newCandidates, newAward).codes).toEqual([]);
  });

  test('没有的标段号，不论写在哪里都指出来', () => {
    const other = String(candidates[`${folder}/candidates.md`]).replace('标段: 02', '标段: 03');
    const { findings } = linked({ [`${folder}/candidates.md`]: other });
    expect(findings.map(({ code, line, help }) => [code, line, help])).toEqual([['L112', 18, '有：01、02']]);
  });

  test('联合体换一种写法，还是那一个候选人', () => {
    const joint = (text: string, name: string): string => text.replaceAll('甲公司', name);
    const file = `${folder}/candidates.md`;
    const named = { [file]: joint(String(candidates[file]), '甲公司、丙设计院（联合体）') };
    const won = joint(results('流标'), '（主）甲公司；（成）丙设计院');
    expect(linked(named, award('2026-04-01 09:00', won)).codes).toEqual([]);
  });

  test('另一个标段的候选人不能中这个标段', () => {
    const swapped = results('流标').replace('中标人: 甲公司', '中标人: 乙公司');
    expect(linked(candidates, award('2026-04-01 09:00', swapped)).codes).toEqual(['L117 award']);
    const unknown = swapped.replaceAll('标段: 01', '标段: "3"');
    expect(unknown).not.toBe(swapped);
    const told = linked(candidates, award('2026-04-01 09:00', unknown)).findings;
    expect(told.find(({ code }) => code === 'L117')!.help).toBe('标段（包）“3”没有公示过候选人，核对编号');
  });
});

describe('公告互相指向', () => {
  const paused = (id: string, day: string, related: string) =>
    announce(
      id,
      '更正公告',
      `2026-03-${day} 09:00`,
      `关联公告: ${related}\n原因: 甲\n更正内容:\n  - 事项: 甲\n    原: 乙\n    新: 丙`,
    );

  test('三份绕成一圈，只在最早的一份上说一次', () => {
    const { codes } = linked(paused('a', '10', 'b'), paused('b', '11', 'c'), paused('c', '12', 'a'));
    expect(codes).toEqual(['L105 a', 'L102 b', 'L102 c']);
  });

  test('指向一份读不出来的公告，不是它的错', () => {
    const broken = { [`${folder}/broken.md`]: '---\n标题: [\n---\n\n正文。\n' };
    const { codes } = linked(broken, paused('a', '10', 'broken'));
    expect(codes).toContain('F108 broken');
    expect(codes.filter((code) => !code.endsWith(' broken'))).toEqual([]);
  });

  test('写错一个字母的公告标识，给出改好的', () => {
    expect(linked(paused('a', '10', 'tendre')).findings[0]).toMatchObject({
      code: 'L101',
      help: '关联公告: tender',
    });
  });
});

describe('勘误', () => {
  const slip = (to: string, field = '    字段: 标题\n') =>
    announce(
      'correction',
      '更正公告',
      '2026-03-10 09:00',
      `关联公告: tender\n原因: 图纸调整\n更正内容:\n  - 事项: 甲\n    原: 乙\n    新: 丙\n勘误:\n  - 时间: 2026-03-11 10:00\n${field}    原: 沿江路改选工程更正公告\n    新: ${to}\n    原因: 录入笔误`,
    );

  test('“新”和现在的标题一致', () => {
    expect(linked(slip('沿江路市政道路改造工程更正公告')).codes).toEqual([]);
  });

  test('“新”和现在的标题不一致，就还原不出原来的版本', () => {
    expect(linked(slip('沿江路改造工程更正公告')).codes).toEqual(['L115 correction']);
  });

  test('改正文的，正文里要刚好有一处', () => {
    expect(linked(slip('现予公布', '')).codes).toEqual([]);
    expect(linked(slip('现予公告', '')).codes).toEqual(['L115 correction']);
  });
});

describe('撤下的公告', () => {
  const first = move('correction-1', '2026-03-10 09:00', '2026-03-25 09:30', '2026-03-30 09:30');
  const second = move('correction-2', '2026-03-20 09:00', '2026-03-30 09:30', '2026-04-02 09:30');

  test('更正撤下以后，原公告回到撤下之前的时间', () => {
    const { links, codes } = linked(withdrawn(first, '2026-03-11 09:00'));
    expect(codes).toEqual([]);
    expect(links.effective.get('tender')).toMatchObject({
      announcement: { bidDeadline: '2026-03-25T09:30:00+08:00' },
      changes: [],
    });
    expect(links.events.get('tender')).toEqual({ corrected: [], withdrawn: ['correction-1'] });
  });

  test('后一次更正照当时有效的内容写“原”，前一次后来撤下，它不算写错', () => {
    const { links, codes } = linked(withdrawn(first, '2026-03-21 09:00'), second);
    expect(codes).toEqual([]);
    expect(links.effective.get('tender')!.changes.map(({ by }) => by)).toEqual(['correction-2']);
    expect(links.effective.get('tender')!.announcement).toMatchObject({
      bidDeadline: '2026-04-02T09:30:00+08:00',
    });
  });

  test('更正撤下以后再更正，“原”写撤下以后有效的内容', () => {
    const gone = withdrawn(first, '2026-03-11 09:00');
    expect(linked(gone, second).codes).toEqual(['L107 correction-2']);
    const right = move('correction-2', '2026-03-20 09:00', '2026-03-25 09:30', '2026-04-02 09:30');
    expect(linked(gone, right).codes).toEqual([]);
  });

  test('终止公告撤下以后，项目没有终止，结果不算发错', () => {
    const end = announce('end', '终止公告', '2026-03-26 09:00', '关联公告: tender\n原因: 项目取消');
    expect(linked(end, candidates).codes).toEqual(['L110 candidates']);
    const { links, codes } = linked(withdrawn(end, '2026-03-27 09:00'), candidates);
    expect(codes).toEqual([]);
    expect(links.events.get('tender')).toEqual({ corrected: [], withdrawn: ['end'] });
  });

  test('招标公告撤下以后，接在它后面的公告照样连着，项目里照样列着它', () => {
    const tender = withdrawn({ [`${folder}/tender.md`]: base[`${folder}/tender.md`]! }, '2026-03-30 09:00');
    const { links, codes } = linked(tender, first, candidates);
    expect(codes).toEqual([]);
    expect(links.projects.get('GM-JS-2026-001')!.ids).toEqual(['tender', 'correction-1', 'candidates']);
    expect(links.effective.get('tender')!.changes.map(({ by }) => by)).toEqual(['correction-1']);
  });

  test('撤下以后才发的公告还接在它后面，要提醒', () => {
    const tender = withdrawn({ [`${folder}/tender.md`]: base[`${folder}/tender.md`]! }, '2026-03-15 09:00');
    expect(linked(tender, first, candidates).codes).toEqual(['L124 candidates']);
  });

  test('撤下的公告自己有错不再报，它的文件不能再改；法律也不再管它', () => {
    const wrong = move('correction-1', '2026-03-10 09:00', '2026-03-26 09:30', '2026-03-20 09:30');
    expect(linked(wrong).codes).toEqual(['L107 correction-1']);
    expect(linked(withdrawn(wrong, '2026-03-11 09:00')).codes).toEqual([]);
    const file = `${folder}/tender.md`;
    const early = String(base[file]).replace('投标截止: 2026-03-25', '投标截止: 2026-03-12');
    const judged = (text: string | Uint8Array) => checkTree({ ...base, [file]: text });
    expect(judged(early).findings.map(({ code }) => code)).toContain('D104');
    const excused = early.replace('\n---\n\n', '\n例外:\n  - 代码: D104\n    原因: 说明\n---\n\n');
    for (const text of [early, excused]) {
      const { findings, judgements } = judged(withdrawn({ [file]: text }, '2026-03-11 09:00')[file]!);
      expect(findings).toEqual([]);
      expect(judgements.has('tender')).toBe(false);
    }
  });
});
