import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import { toSarif } from '../../../src/core/report.ts';
import { base, onDisk } from '../fixtures.ts';

/** The schema of the standard, as Microsoft ships it; ajv reads draft 4 when it is not told that it is draft 4. */
const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
) as Record<string, unknown>;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
  ...schema,
  id: undefined,
  $schema: undefined,
});

const file = 'announcements/general/2026/通知 1.md';
const text =
  '---\n标题：放假通知 13800138000\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30\n发布单位: 示例中心\n---\n\n现予通知。\n';
const late = String(base['announcements/construction/2026/tender.md']).replace(
  /^投标截止: .*$/m,
  '投标截止: 2026-01-01 09:30',
);

interface Log {
  runs: [{ tool: { driver: { rules: { id: string; help: { text: string } }[] } }; results: Result[] }];
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: object } }];
  relatedLocations?: object[];
}

/** What the check finds in two spoiled files, and the log of it. */
function spoiled() {
  const tree = { ...base, [file]: text, 'announcements/construction/2026/tender.md': late };
  const { findings } = check(onDisk(tree));
  const log = JSON.parse(toSarif(findings)) as Log;
  const [{ results, tool }] = log.runs;
  return { findings, log, results, rules: tool.driver.rules };
}

test('a SARIF log is valid by the official schema, with and without findings', () => {
  const { log } = spoiled();
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  expect(validate(JSON.parse(toSarif([])))).toBe(true);
});

test('the schema refuses what is not SARIF, so that the test before this one means something', () => {
  expect(validate({ version: '2.1.0', runs: [{ results: [{ text: '没有 message' }] }] })).toBe(false);
});

test('every finding is there, at its line, under its path in the repository, with what to write instead', () => {
  const { findings, results } = spoiled();
  expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ code }) => code));
  const colon = results.find(({ ruleId }) => ruleId === 'F104')!;
  expect(colon.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: encodeURI(`content/${file}`) },
    region: { startLine: 2, startColumn: 3, endColumn: 4 },
  });
  expect(colon.level).toBe('error');
  expect(colon.message.text).toMatch(/^冒号写成了全角“：”\n改成：标题: /);
});

test('each code is explained once, and findings point to their explanation', () => {
  const { findings, results, rules } = spoiled();
  expect(rules.map(({ id }) => id)).toEqual([...new Set(findings.map(({ code }) => code))].sort());
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]!.id).toBe(ruleId);
  expect(rules[0]!.help.text).toContain('npm run check -- --explain');
});

test('the other half of a conflict is a related location', () => {
  expect(spoiled().results.find(({ ruleId }) => ruleId === 'D201')!.relatedLocations).toHaveLength(1);
});

test('a mobile number does not travel on in the log', () => {
  const log = JSON.stringify(spoiled().log);
  expect(log).toContain('138****8000');
  expect(log).not.toContain('13800138000');
});

test('什么都一样的改法可以一键写进去，例子不行', () => {
  const finding = { file, line: 5, column: 7, length: 2, severity: 'error', message: '看不懂' } as const;
  const results = (
    JSON.parse(
      toSarif([
        { ...finding, code: 'F307', fix: '30%' },
        { ...finding, code: 'F305', example: '358.6万元' },
      ]),
    ) as Log
  ).runs[0].results;
  expect(results[0]).toMatchObject({
    message: { text: '看不懂\n改成：30%' },
    fixes: [
      {
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 5, startColumn: 7, endColumn: 9 },
                insertedContent: { text: '30%' },
              },
            ],
          },
        ],
      },
    ],
  });
  expect(results[1]).toMatchObject({ message: { text: '看不懂\n例如：358.6万元' } });
  expect(results[1]).not.toHaveProperty('fixes');
  expect(validate(JSON.parse(toSarif([{ ...finding, code: 'F307', fix: '30%' }])))).toBe(true);
});
