import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, joined, type Block, type Blocks } from '../../../../src/core/body/blocks.ts';
import { inserted, moved, removed, replaced, runsOn } from '../../../../src/core/body/blocks/edit.ts';
import { bareText } from '../../../../src/core/body/blocks/text.ts';
import { written } from '../../../../src/core/body/blocks/write.ts';
import { sampleBodies } from '../../../generated/bodies.ts';
import { runsOf } from '../../../repeatable.ts';

const BODY = '\n## 一、概况\n本项目\n\n- 甲\n- 乙\n\n\n尾\n';

const paragraph = (words: string): Pick<Block, 'kind' | 'source'> => ({
  kind: 'paragraph',
  source: written(bareText(words), { kind: 'paragraph' }),
});

const sourcesOf = ({ blocks }: Blocks): readonly string[] => blocks.map(({ source }) => source);

const sample = fc
  .constantFrom(...sampleBodies())
  .map(([, body]) => body)
  // A paragraph that begins with a tab belongs to a list before it, which `runsOn` tells.
  .filter((body) => cut(body).blocks.length > 1 && !/^\t/mu.test(body));

describe('a change to one block of a body', () => {
  test('changes the lines of that block alone', () => {
    expect(joined(replaced(cut(BODY), 1, paragraph('# 本次')))).toBe(
      '\n## 一、概况\n\\# 本次\n\n- 甲\n- 乙\n\n\n尾\n',
    );
    expect(joined(removed(cut(BODY), 1))).toBe('\n## 一、概况\n\n- 甲\n- 乙\n\n\n尾\n');
    expect(joined(removed(cut(BODY), 3))).toBe('\n## 一、概况\n本项目\n\n- 甲\n- 乙\n');
    expect(joined(inserted(cut(BODY), 4, paragraph('新')))).toBe(
      '\n## 一、概况\n本项目\n\n- 甲\n- 乙\n\n\n尾\n\n新\n',
    );
    expect(joined(inserted(cut(BODY), 1, paragraph('新')))).toBe(
      '\n## 一、概况\n\n新\n\n本项目\n\n- 甲\n- 乙\n\n\n尾\n',
    );
    expect(joined(moved(cut(BODY), 3, 0))).toBe('\n尾\n\n## 一、概况\n本项目\n\n- 甲\n- 乙\n');
    expect(joined(replaced(cut(BODY), 3, paragraph(' ')))).toBe('\n## 一、概况\n本项目\n\n- 甲\n- 乙\n');
    expect(joined(inserted(cut(''), 0, paragraph('新')))).toBe('新\n');
  });

  test('of any sample leaves the other blocks byte for byte, and they are read as before', () => {
    const changes = fc.tuple(
      sample,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('新的一段', '1. 甲', '| 甲 |', '- ', '# 乙\n续'),
    );
    fc.assert(
      fc.property(changes, ([body, one, other, words]) => {
        const before = cut(body);
        const { length } = before.blocks;
        const [at, to] = [one % length, other % length];
        const sources = sourcesOf(before);
        const fresh = paragraph(words);
        for (const [after, expected] of [
          [replaced(before, at, fresh), sources.with(at, fresh.source)],
          [inserted(before, at, fresh), sources.toSpliced(at, 0, fresh.source)],
          [removed(before, at), sources.toSpliced(at, 1)],
          [moved(before, at, to), sources.toSpliced(at, 1).toSpliced(to, 0, sources[at]!)],
        ] as const) {
          expect(sourcesOf(after)).toEqual(expected);
          expect(runsOn(after)).toBeUndefined();
        }
      }),
      { numRuns: runsOf(150) },
    );
  });

  test('tells which block takes in what follows: code without its end, a row below a table', () => {
    const open = inserted(cut('甲\n\n乙\n'), 1, { kind: 'source', source: '```\n代码' });
    expect(runsOn(open)).toBe(1);
    const row = inserted(cut('| 甲 |\n| --- |\n| 1 |\n'), 1, { kind: 'source', source: '| 乙 |' });
    expect(runsOn(row)).toBe(0);
    expect(runsOn(replaced(cut('一、时间\n\n\t正文\n'), 0, paragraph('1. 甲')))).toBe(0);
    expect(runsOn(cut(BODY))).toBeUndefined();
  });
});
