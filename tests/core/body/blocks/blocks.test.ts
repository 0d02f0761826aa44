import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockAt, cut, joined } from '../../../../src/core/body/blocks.ts';
import { anyBody, sampleBodies } from '../../../generated/bodies.ts';
import { runsOf } from '../../../repeatable.ts';

const kindsOf = (body: string): readonly (readonly [string, string])[] =>
  cut(body).blocks.map(({ kind, source }) => [kind, source]);

describe('a body in blocks', () => {
  test('is the same text again, byte for byte: every sample and every fixture', () => {
    for (const [path, body] of sampleBodies()) expect([path, joined(cut(body))]).toEqual([path, body]);
  });

  test('is the same text again, whatever the text is', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(joined(cut(body))).toBe(body);
      }),
      { numRuns: runsOf(600) },
    );
  });

  test('has no block without words in it, and no empty line at the edge of one', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const { source, gap } of cut(body).blocks) {
          expect(source.split(/\r\n|\r|\n/u).at(0)).toMatch(/[^ \t\u3000\u00a0]/u);
          expect(source.split(/\r\n|\r|\n/u).at(-1)).toMatch(/[^ \t\u3000\u00a0]/u);
          expect(gap).toMatch(/^[ \t\u3000\u00a0\r\n]*$/u);
        }
      }),
      { numRuns: runsOf(300) },
    );
  });

  test('knows headings, paragraphs, lists, tables and pictures; all else stays as it is', () => {
    expect(
      kindsOf(
        [
          '## 一、概况',
          '本项目……\n资金已落实。',
          '- 甲\n- 乙',
          '1. 丙\n2. 丁',
          '甲',
          '（一）戊\n（二）己',
          '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
          '![平面图](平面图.png)',
          '> 引文',
          '---',
          '```\n代码\n```',
          '- 甲\n  - 乙',
          '甲',
          '- 甲\n\n  另一段',
          '文字![图](a.png)',
        ].join('\n\n'),
      ).map(([kind]) => kind),
    ).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'paragraph',
      'list',
      'table',
      'image',
      'source',
      'source',
      'source',
      'source',
      'paragraph',
      'source',
      'source',
    ]);
  });

  test('parts what stands directly below each other', () => {
    expect(kindsOf('\n## 一、概况\n本项目\n1. 甲\n2. 乙\n')).toEqual([
      ['heading', '## 一、概况'],
      ['paragraph', '本项目'],
      ['list', '1. 甲\n2. 乙'],
    ]);
  });

  test('tells which block a line of a finding is in', () => {
    const blocks = cut('\n## 一、\n\n甲\n乙\n\n丙\n');
    expect([0, 1, 2, 3, 4, 5, 6, 7, 99].map((line) => blockAt(blocks, line))).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2, 2,
    ]);
    expect(blockAt(cut(''), 0)).toBe(-1);
  });
});
