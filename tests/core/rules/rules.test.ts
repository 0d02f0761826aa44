import { describe, expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import { CODES } from '../../../src/core/diagnostic.ts';
import { exampleMatter } from '../../../src/core/rules/example.ts';
import { explain } from '../../../src/core/rules/explain.ts';
import { rules } from '../../../src/core/rules/list.ts';
import { notChecked } from '../../../src/core/rules/not-checked.ts';
import { judge, severityOfRule } from '../../../src/core/rules/rule.ts';
import { base, onDisk, type Tree } from '../fixtures.ts';

const { calendar } = check('content').corpus;

/** The ids of the register of statutory facts, sections 1.1 to 1.7; 10号令 is listed there by article. */
const REGISTER = `
ENG-PREP-20D ENG-CLARIFY-15D ENG-CLARIFY-15D-EXT ENG-PREQ-CLARIFY-3D ENG-SALE-5D ENG-PREQ-SUBMIT-5D
ENG-CAND-WITHIN-3D ENG-CAND-PERIOD-3D ENG-AWARD-AFTER-CAND ENG-DOC-OBJ-10D ENG-PREQ-OBJ-2D ENG-OBJ-REPLY-3D
ENG-COMPLAINT-10D ENG-OPEN-SAME-TIME ENG-MIN-3 ENG-CAND-MAX-3 ENG-AWARD-RANK-1 ENG-JV-STATED ENG-CONTRACT-30D
ENG-REPORT-15D ENG-TERMINATE ENG-MEDIA ENG-PLAN-30D
ORDER10-5 ORDER10-6 ORDER10-8 ORDER10-10 ORDER10-11 ORDER10-12 ORDER10-15 ORDER10-16
GP-PREP-20D GP-DOC-5WD-A GP-DOC-5WD-B GP-NOTICE-5WD GP-NOTICE-3WD GP-PREQ-5WD GP-CLARIFY-15D GP-PREQ-CLARIFY-3D
GP-CORR-MEDIUM GP-OPEN-SAME-TIME GP-RESULT-2WD GP-RESULT-PERIOD GP-RESULT-DOC GP-REPORT-2WD GP-DECIDE-5WD
GP-CONTRACT-30D GP-CONTRACT-PUB-2WD GP-CONTRACT-FILE-7WD GP-SINGLE-5WD GP-CONSULT-10D GP-CONSULT-SALE-5WD
GP-CONSULT-CLARIFY-5D GP-NEGO-3WD GP-INQUIRY-3WD GP-NEGO-CLARIFY-3WD GP-INTENT-30D GP-CHALLENGE-7WD
GP-CHALLENGE-REPLY-7WD GP-COMPLAINT-15WD GP-TERMINATE GP-MEDIUM-1WD GP-FRAMEWORK GP-INNOVATION GP-EMERGENCY
LAND-NOTICE-20D LAND-LISTING-10D LAND-RESULT-10WD LAND-SUPPLEMENT-20D LAND-DEPOSIT-20PCT
MINE-NOTICE-20WD MINE-LISTING-10WD MINE-RESULT-10WD MINE-AGREEMENT-10WD
SOE-TRANSFER-20WD SOE-PREDISC-20WD SOE-REDISC SOE-12M SOE-CAPITAL-40WD SOE-ASSET-10WD SOE-ASSET-20WD SOE-RESULT-5WD
SOE-EXTEND-5WD SOE-WD-DEF
ADM-ASSET AUC-NOTICE-7D AUC-DISPLAY-2D GEN-OPEN-20WD GEN-PENALTY-7WD GEN-PRIVACY`
  .trim()
  .split(/\s+/u);

/** Known to us beside the register: the place alone prescribes it. */
const OWN = ['RURAL-LEASE'];

test('登记的每一项要求，不是有规则，就是写明为什么没有', () => {
  const covered = rules.flatMap(({ rows }) => rows);
  expect([...new Set([...covered, ...Object.keys(notChecked)])].sort()).toEqual([...REGISTER, ...OWN].sort());
  expect(covered.filter((row) => row in notChecked)).toEqual([]);
});

test('每条规则的代码、英文名和轻重与代码表一致，代码不重复', () => {
  const said = rules.map((rule) => [rule.code, rule.name, severityOfRule(rule)]);
  expect(said).toEqual(rules.map(({ code }) => [code, CODES[code]?.name, CODES[code]?.severity]));
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

test('只有核对过全文的规则能拦住发布', () => {
  const stopping = rules.filter((rule) => severityOfRule(rule) === 'error');
  expect(stopping.every(({ citation }) => citation.confidence === 'V')).toBe(true);
  expect(explain('D411')).toContain('依据待核');
  expect(explain('D104')).not.toContain('依据待核');
});

describe.each(rules.map((rule) => [rule.code, rule.title, rule] as const))('%s %s', (_code, _title, rule) => {
  test.each(['pass', 'fail'] as const)('网页上的例子：%s', (which) => {
    const judged = judge([rule], exampleMatter(rule, rule.examples[which], calendar));
    expect(judged.map(({ outcome }) => outcome.verdict)).toEqual([which]);
  });

  test('解释里有依据和例子', () => {
    const text = explain(rule.code);
    expect(text).toContain(rule.citation.instrument);
    expect(text).toContain('错的  ');
    expect(text).not.toContain('undefined');
  });
});

test('增加一年的日历文件，“无法判断”就变成结论', () => {
  const file = 'announcements/construction/2026/tender.md';
  const tender = String(base[file])
    .replace('2026-03-02 09:00', '2026-12-14 09:00')
    .replace('2026-03-02', '2026-12-14')
    .replace('2026-03-09', '2026-12-21')
    .replace('2026-03-25', '2027-01-05');
  const next = `年份: 2027
依据: 示例通知
文号: 示例〔2026〕1号
节假日:
  - 名称: 元旦
    开始: 2027-01-01
    结束: 2027-01-03
法定节日:
  - 2027-01-01
调休上班:
  - 2027-01-09
`;
  // The calendar that is added here has one holiday alone, which is told of it (S108).
  const said = (tree: Tree) =>
    check(onDisk(tree))
      .findings.filter(({ code }) => code !== 'S108')
      .map(({ code, severity, help }) => [code, severity, help]);
  const missing = { ...base, [file]: tender };
  expect(said(missing)).toEqual([['D104', 'info', '国务院办公厅公布后，增加 content/calendar/2027.yaml']]);
  expect(said({ ...missing, 'calendar/2027.yaml': next })).toEqual([]);
});
