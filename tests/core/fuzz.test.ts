import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/core/diagnostic.ts';
import { toJson, toText } from '../../src/core/report.ts';
import { runsOf } from '../repeatable.ts';
import { base, checkTree, type Tree } from './fixtures.ts';

/** Runs of each property: all six take about five seconds together. fast-check prints the seed of a failure. */
const RUNS = runsOf(100);
const PATIENT = 120_000;

const tender = 'announcements/construction/2026/tender.md';
const good = String(base[tender]);

/** Whatever a tree holds, the check comes to an end with findings that can be printed. */
function expectSound(tree: Tree): void {
  const { findings, corpus } = checkTree(tree);
  for (const finding of findings) {
    const { code, line, column, length, message, help, labels = [] } = finding;
    expect(Object.keys(CODES)).toContain(code);
    for (const span of [{ line, column, length }, ...labels]) {
      expect(span.line, code).toBeGreaterThanOrEqual(1);
      expect(span.column, code).toBeGreaterThanOrEqual(1);
      expect(span.length, code).toBeGreaterThanOrEqual(1);
    }
    expect(message, code).toMatch(/\p{Script=Han}/u);
    expect(help ?? '', code).not.toContain('undefined');
    expect(message, code).not.toContain('undefined');
  }
  const lineOf = (file: string, line: number) => String(tree[file] ?? '').split(/\r\n?|\n/u)[line - 1];
  expect(toText(findings, lineOf)).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(JSON.parse(toJson(findings))).toHaveLength(findings.length);
  // A file that is not published must have been spoken of.
  const spoken = new Set(findings.map(({ file }) => file));
  for (const file of Object.keys(tree).filter((path) => /^announcements\/.*\.md$/u.test(path))) {
    const isRead = corpus.entries.some((entry) => entry.file === file);
    expect(isRead || spoken.has(file), `${file} vanished without a word`).toBe(true);
  }
}

const sound = (name: string, trees: fc.Arbitrary<Tree>): void => {
  test(name, () => fc.assert(fc.property(trees, expectSound), { numRuns: RUNS }), PATIENT);
};

const at = (path: string) => (content: string | Uint8Array) => ({ ...base, [path]: content });
const notice = 'announcements/general/2026/notice.md';

/** Pieces in which Chinese front matter goes wrong. */
const piece = fc.constantFrom(
  '标题',
  '类别',
  '类型',
  '附件',
  '更正内容',
  '标段',
  '勘误',
  '通知公告',
  '招标公告',
  '更正公告',
  '建设工程',
  'tender',
  '：',
  ': ',
  ':',
  '- ',
  '－',
  '—',
  '\t',
  '　',
  ' ',
  '\n',
  '\n  ',
  '\n---\n',
  '---',
  '“',
  '”',
  '"',
  "'",
  '&a',
  '*a',
  '!t',
  '#',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  ',',
  '%',
  '@',
  '`',
  '**',
  '<b>',
  '</b>',
  '<!--',
  '](',
  '![',
  'javascript:',
  '\\',
  '2026-02-30',
  '2026-03-25 09:30',
  '２０２６',
  '万元',
  '３',
  '\u0000',
  '\u001b',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\r',
  '😀',
  '𠮷',
  'e\u0301',
  '__proto__',
  'constructor',
  '<<',
  '? ',
  '...',
  '~',
  'null',
);
const jumble = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('什么样的文件都查得完，都说得清', () => {
  sound('乱七八糟的字节', fc.uint8Array({ maxLength: 400 }).map(at(notice)));

  sound(
    '乱七八糟的文字，有没有“---”都一样',
    fc
      .tuple(fc.boolean(), fc.string({ unit: 'binary', maxLength: 200 }), jumble)
      .map(([fenced, head, body]) => at(notice)(fenced ? `---\n${head}\n---\n${body}` : head + body)),
  );

  sound(
    '由容易写错的片段拼成的栏目和正文',
    fc
      .tuple(jumble, jumble)
      .map(([head, body]) => at(notice)(`---\n类别: 通知公告\n类型: 更正公告\n${head}\n---\n${body}`)),
  );

  const { tree } = fc.letrec<{ tree: unknown; leaf: string }>((tie) => ({
    leaf: fc.oneof(fc.string({ maxLength: 12 }), piece),
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(piece, fc.string({ maxLength: 6 })), tie('tree'), {
        maxKeys: 5,
        noNullPrototype: true,
      }),
    ),
  }));
  const known = fc.constantFrom(
    '标题',
    '附件',
    '更正内容',
    '勘误',
    '旧网址',
    '适用标段',
    '关联公告',
    '发布时间',
    '原因',
  );
  sound(
    '形状不对的栏目，用 JSON 写的也算 YAML',
    fc.dictionary(known, tree, { maxKeys: 8, noNullPrototype: true }).map((fields) => {
      const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
      return at(notice)(`---\n类别: 通知公告\n类型: 更正公告\n${lines.join('\n')}\n---\n\n正文。\n`);
    }),
  );

  const wide = (char: string): string =>
    /[!-~]/u.test(char) ? String.fromCodePoint(char.codePointAt(0)! + 0xfee0) : char === ' ' ? '　' : char;
  const edit = fc.record({
    place: fc.nat(good.length - 1),
    kind: fc.constantFrom('delete', 'double', 'widen', 'insert', 'swap', 'cut-line'),
    text: piece,
  });
  const mutated = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((text, { place, kind, text: inserted }) => {
      const [before, char, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
      if (kind === 'delete') return before + after;
      if (kind === 'double') return before + char + char + after;
      if (kind === 'widen') return before + wide(char) + after;
      if (kind === 'insert') return before + inserted + char + after;
      if (kind === 'swap') return before + (after[0] ?? '') + char + after.slice(1);
      return before + after.slice(Math.max(0, after.indexOf('\n')));
    }, good),
  );
  sound('一份好的公告，打错了几个字', mutated.map(at(tender)));

  sound(
    '站点、日历、屏幕、页面的设置，打错了几个字',
    fc
      .tuple(
        fc.constantFrom(
          'site.yaml',
          'calendar/2026.yaml',
          'displays/hall.yaml',
          'kiosks/hall.yaml',
          'pages/help.md',
        ),
        fc.nat(400),
        jumble,
      )
      .map(([file, place, text]) => {
        const content = String(base[file]);
        return at(file)(content.slice(0, place) + text.slice(0, 12) + content.slice(place + 1));
      }),
  );
});
