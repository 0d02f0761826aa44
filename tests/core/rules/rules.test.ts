import { readFileSync } from 'node:fs';
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

/** The rows of docs/register.md. */
const register = readFileSync('docs/register.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replace('\\*', '*')))
  .map(([, id = '', instrument = '', article = '', fact = '', confidence = '']) => ({
    ...{ id, instrument, article, fact, confidence },
  }));

test('登记的每一项要求，不是有规则，就是写明为什么没有', () => {
  const covered = rules.flatMap(({ rows }) => rows);
  const known = register.map(({ id }) => id);
  expect([...new Set([...covered, ...Object.keys(notChecked)])].sort()).toEqual(known.sort());
  expect(covered.filter((row) => row in notChecked)).toEqual([]);
});

test('规则写的文件、条款和可信度，与登记的一样', () => {
  const cited = rules.flatMap(({ rows, citation: { instrument, article, confidence } }) =>
    rows.map((id) => ({ id, instrument, article, confidence })),
  );
  expect(cited).toEqual(
    cited.map(({ id }) => {
      const { instrument, article, confidence } = register.find((row) => row.id === id)!;
      return { id, instrument, article, confidence };
    }),
  );
});

test('登记的内容是一句话，可信度是已知的一种', () => {
  const KNOWN = ['V', 'V*', 'V1', 'V2', 'M+', 'M', 'M-'];
  expect(register.filter(({ fact }) => !/^[^。]{6,}。$/u.test(fact))).toEqual([]);
  expect(register.filter(({ confidence }) => !KNOWN.includes(confidence))).toEqual([]);
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
