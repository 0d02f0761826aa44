import { describe, expect, test } from 'vitest';
import { planUpgrade, type Step } from '../../../src/office/upgrade/plan.ts';
import { digestOf } from '../../../src/office/upgrade/record.ts';
import { renameSettings } from '../../../src/office/upgrade/renamed-settings.ts';
import { plannedWords } from '../../../src/office/upgrade/words.ts';

const KEPT = [
  { path: 'calendar/2027.yaml', text: '年份: 2027\n' },
  { path: '.gitignore', text: '*.tmp\nThumbs.db\n' },
];

/** What is done with the files of a folder, where `brought` are those that an earlier program wrote there. */
function plan(
  files: Readonly<Record<string, string>>,
  more: { brought?: Readonly<Record<string, string>>; taken?: readonly string[] } = {},
): readonly Step[] {
  const digests = Object.entries(more.brought ?? {}).map(([path, text]) => [path, digestOf(text)] as const);
  return planUpgrade({
    read: (path) => files[path],
    record: { version: '0.1.0', digests: Object.fromEntries(digests) },
    kept: KEPT,
    renamed: [{ was: '旧名', is: '新名' }],
    taken: more.taken ?? [],
  });
}

const kinds = (steps: readonly Step[]): Readonly<Record<string, string>> =>
  Object.fromEntries(steps.map(({ path, kind }) => [path, kind]));

test('next year’s calendar is added, and a file as an earlier program wrote it is replaced', () => {
  const old = '*.tmp\n';
  expect(kinds(plan({ '.gitignore': old }, { brought: { '.gitignore': old } }))).toEqual({
    'calendar/2027.yaml': 'new',
    '.gitignore': 'changed',
  });
});

test('a file that the centre has changed stays, unless it is named', () => {
  const files = { 'calendar/2027.yaml': '年份: 2027\n', '.gitignore': '*.bak\n' };
  const brought = { '.gitignore': '*.tmp\n' };
  expect(kinds(plan(files, { brought }))).toEqual({ '.gitignore': 'own' });
  expect(kinds(plan(files, { brought, taken: ['.gitignore'] }))).toEqual({ '.gitignore': 'changed' });
});

test('line ends that git gives files on Windows are no change', () => {
  const files = { 'calendar/2027.yaml': '年份: 2027\r\n', '.gitignore': '*.tmp\r\nThumbs.db\r\n' };
  expect(plan(files)).toEqual([]);
});

test('what would be done is told with the lines that go and come', () => {
  const words = plannedWords(plan({ '.gitignore': '*.bak\nThumbs.db\n', 'site.yaml': '旧名: 甲\n' }));
  expect(words).toMatchInlineSnapshot(`
    "要改 2 个文件：
      增加  calendar/2027.yaml（放假安排，算工作日用）
      修改  site.yaml（站点设置里改了名字的项，内容不变）
            - 旧名: 甲
            + 新名: 甲
    有 1 个文件你们自己改过，不动：
      不动  .gitignore（系统留下的文件不发布）
            - *.bak
            + *.tmp
            要换成程序里的：npm run upgrade -- --take .gitignore"
  `);
});

describe('a setting that has another name now', () => {
  const renamed = [{ was: '旧名', is: '新名' }];

  test('is written under it, with its remark, and nothing else changes', () => {
    const text = '站点名称: 旧名\n旧名: 甲 # 旧名\n场所:\n  - 旧名: 乙\n';
    expect(renameSettings(text, renamed)).toBe('站点名称: 旧名\n新名: 甲 # 旧名\n场所:\n  - 旧名: 乙\n');
  });

  test('stays where both names stand', () => {
    const text = '旧名: 甲\n新名: 乙\n';
    expect(renameSettings(text, renamed)).toBe(text);
  });
});
