import { describe, expect, test } from 'vitest';
import { printed } from '../../src/cli/check.ts';
import { check } from '../../src/core/check.ts';
import type { Diagnostic, Severity } from '../../src/core/diagnostic.ts';
import { summary, toJson, toText } from '../../src/core/report.ts';
import { base, onDisk, readFixture, type Tree } from './fixtures.ts';

const folder = 'announcements/general/2026';
const notice = (fields: string, body = '现予通知。\n'): Tree => ({
  ...base,
  [`${folder}/notice.md`]: `---
标题: 放假通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例中心
${fields}---

${body}`,
});

/** What the clerk reads on the terminal. */
function textOf(tree: Tree): string {
  const root = onDisk(tree);
  const content = check(root);
  return printed(content.findings, content, root);
}

test.each([
  'F104-full-width-colon',
  'F109-duplicate-key',
  'F202-missing-field',
  'F203-field-of-another-type',
  'F304-money-without-unit',
  'F106-indent-not-spaces',
  'L107-correction-old-value',
  'L111-result-during-publicity',
  'D203-deadline-before-documents',
  'C101-raw-html',
  'C108-table-without-rule',
  'A102-attachment-unnamed',
  'S102-calendar',
])('%s：经办人读到的每一个字', (name) => {
  expect(textOf(readFixture(`invalid/${name}`).tree)).toMatchSnapshot();
});

describe('指着错处的“^”', () => {
  const caretsOf = (tree: Tree) => {
    const lines = textOf(tree).split('\n');
    const at = lines.findIndex((line) => line.includes('^'));
    return lines.slice(at - 1, at + 1);
  };

  test('中文占两格，英文占一格', () => {
    expect(caretsOf(notice('来源: 甲A乙B丙\n生效日期: 2026-02-30\n'))).toEqual([
      '  8 │ 生效日期: 2026-02-30',
      '    │           ^^^^^^^^^^',
    ]);
  });

  test('一行中间的全角冒号也占两格', () => {
    expect(caretsOf(notice('联系人：电话：甲\n'))).toEqual(['  7 │ 联系人：电话：甲', '    │       ^^']);
  });

  test('制表符印成一格', () => {
    expect(caretsOf(notice('旧网址:\n\t- /a.html\n'))).toEqual(['  8 │  - /a.html', '    │ ^']);
  });

  test('生僻字和表情也对得齐', () => {
    expect(caretsOf(notice('', '𠮷野家😀<b>甲</b>\n'))).toEqual([
      '  9 │ 𠮷野家😀<b>甲</b>',
      '    │         ^^^',
    ]);
  });

  test('长行只印错处的前后，不超过一屏宽', () => {
    const long = '很长的一句话，'.repeat(40);
    const [line, caret] = caretsOf(notice('', `${long}<b>甲</b>${long}\n`));
    expect(line).toMatch(/^ {2}9 │ ….*<b>甲<\/b>.*…$|^ {2}9 │ ….*<b>.*…$/u);
    expect([...line!].length).toBeLessThan(80);
    expect(caret?.trimEnd().endsWith('^^^')).toBe(true);
  });
});

describe('给机器的', () => {
  test('位置有长度，第二处位置也写出来', () => {
    const { findings } = check(onDisk(readFixture('invalid/D203-deadline-before-documents').tree));
    const [first] = JSON.parse(toJson(findings)) as { length: number; labels: unknown }[];
    expect(first).toMatchObject({ length: 16 });
    expect(first?.labels).toEqual([
      { line: 16, column: 9, length: 10, text: '文件获取结束是 2026年3月9日，投标截止早了 1 天' },
    ]);
  });

  test('每条结果一个对象，没有的写 null', () => {
    const { findings } = check(onDisk(readFixture('invalid/D203-deadline-before-documents').tree));
    expect(toJson(findings)).toMatchSnapshot();
    expect(JSON.parse(toJson([]))).toEqual([]);
  });
});

describe('印出来的东西不伤人', () => {
  const escapes = '\u001b[31m红\u009b2J\u0007\u202e反\u2066\u200b';

  test('文件里的控制字符到不了终端', () => {
    const tree = notice(
      `联系电号: ${escapes}\n来源: ${escapes}\n`,
      `<b onclick="${escapes}">甲\n\n[乙](javascript:${escapes})\n`,
    );
    const root = onDisk(tree);
    const content = check(root);
    expect(content.findings.length).toBeGreaterThan(2);
    for (const text of [printed(content.findings, content, root), toJson(content.findings)]) {
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
      expect(text).not.toContain('\\u001b');
    }
  });

  test('手机号和身份证号不完整地印出来，编号照印', () => {
    const body = '<b>甲 13812345678 11010519491231002X 91440300708461136T GM-JS-2026-012 0757-88880000</b>\n';
    const text = textOf(notice('联系电话: 13812345678\n', body));
    expect(text).not.toMatch(/13812345678|11010519491231002X/u);
    expect(text).toContain('138****5678 110***********002X 91440300708461136T GM-JS-2026-012 0757-88880000');
  });
});

describe('结果很多的时候', () => {
  const finding: Diagnostic = {
    code: 'F201',
    severity: 'error',
    file: 'a.md',
    line: 1,
    column: 1,
    length: 1,
    message: '没有这一栏',
  };

  const withSeverity = (severity: Severity, count: number): readonly Diagnostic[] =>
    Array<Diagnostic>(count).fill({ ...finding, severity });
  const countsIn = (text: string) =>
    ['错误', '提醒', '说明'].map((word) => text.match(new RegExp(`^${word} F`, 'gmu'))?.length ?? 0);

  test('错误一处也不少', () => {
    const text = toText(withSeverity('error', 153), () => undefined);
    expect(countsIn(text)).toEqual([153, 0, 0]);
    expect(text).not.toContain('没有列出');
  });

  test('错误排在提醒前面，提醒再多也挤不掉它', () => {
    const many = [...withSeverity('info', 30), ...withSeverity('warning', 53), finding];
    const text = toText(many, () => undefined);
    expect(text.startsWith('错误 F201')).toBe(true);
    expect(countsIn(text)).toEqual([1, 50, 0]);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '还有提醒 3 处，说明 30 处没有列出；错误都已经列出。要看全部：npm run check -- --all，或者 --format json',
    );
  });

  test('要看全部的时候，一处也不少', () => {
    const many = [...withSeverity('info', 30), ...withSeverity('warning', 53), finding];
    const text = toText(many, () => undefined, Infinity);
    expect(countsIn(text)).toEqual([1, 53, 30]);
    expect(text).not.toContain('没有列出');
  });

  test('最后一行说能不能发布', () => {
    const warning = { ...finding, severity: 'warning' } as const;
    expect(summary([], 80)).toBe('80 份公告，没有发现问题。');
    expect(summary([], 0, 2)).toBe('2 个设置或者页面文件，没有发现问题。');
    expect(summary([warning], 80)).toBe('80 份公告，提醒 1 处。可以发布。');
    expect(summary([finding, warning], 80)).toBe('80 份公告，错误 1 处，提醒 1 处。有错误的不能发布。');
  });
});
