import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** Bodies of all samples and fixtures, by the path of their file. */
export const sampleBodies = (): readonly (readonly [path: string, body: string])[] =>
  globSync('{content,tests/fixtures}/**/*.md').map((path) => [
    path,
    readFileSync(path, 'utf8').replace(/^\ufeff?---\r?\n[^]*?\n---\r?\n/u, ''),
  ]);

/** Beginnings and pieces of lines that mean something in the dialect, or could be taken for it. */
const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' \n\t\n',
  '　　',
  '    ',
  '\t',
  '# ',
  '## 一、',
  '##概况',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '一、',
  '（一）',
  '1.1 ',
  '①',
  '> ',
  '>',
  '---',
  '***',
  '===',
  '```',
  '`',
  '|',
  '| 甲 | 乙 |',
  '|---|---|',
  '| --- | :---: |',
  '||',
  '^^',
  '**',
  '*',
  '\\',
  '[',
  '](',
  ')',
  '![图](a.png)',
  '[文](b.pdf)',
  '<b>',
  '<https://example.com>',
  '&nbsp;',
  '甲',
  '投标截止 2026年3月25日',
  '。',
  '5℃',
];

/** Any text of marks, words and ends of lines, in no order that a clerk would keep. */
export const anyBody: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));
