import { describe, expect, test } from 'vitest';
import { renderBody } from '../../src/core/body/render.ts';
import { codesOf, findingsOf, notice } from './announcement.ts';
import { processorSeconds } from '../processor.ts';

/** Of the processor. */
const SECONDS = 5;

/** The first code found, and that it was found in time. */
function first(text: string): string | undefined {
  let codes: readonly string[] = [];
  expect(processorSeconds(() => (codes = codesOf(findingsOf(text))))).toBeLessThan(SECONDS);
  return codes[0];
}

const row = (columns: number): string =>
  `|${' 甲 |'.repeat(columns)}\n|${' --- |'.repeat(columns)}\n|${' 乙 |'.repeat(columns)}`;

describe('超过限度的文件马上说出来，不超过的照常发布', () => {
  test.each([
    ['512 KiB 的公告', notice('', '长'.repeat(170_000)), undefined],
    ['超过 512 KiB', notice('', '长'.repeat(180_000)), 'F115'],
    ['20 层引用', notice('', `${'> '.repeat(20)}甲`), undefined],
    ['两千层引用', notice('', `${'> '.repeat(2000)}甲`), 'C106'],
    ['没有空格的两千层引用', notice('', `${'>'.repeat(2000)}甲`), 'C106'],
    [
      '五百层列表',
      notice('', Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n')),
      'C106',
    ],
    ['栏目套五十一层', notice(`附件: ${'['.repeat(51)}${']'.repeat(51)}\n`), 'F116'],
    ['栏目套十万层', notice(`附件: ${'{'.repeat(100_000)}\n`), 'F116'],
    ['200 列的表格', notice('', row(200)), 'C125'],
    ['201 列的表格', notice('', row(201)), 'C110'],
    ['五万列的表格', notice('', row(30_000).slice(0, 400_000)), 'C110'],
    ['四千行没有分隔行的表格', notice('', '| 甲 | 乙 |\n'.repeat(4000)), 'C108'],
    ['十万个没有关上的括号', notice('', '[甲]('.repeat(80_000)), undefined],
    ['十万个强调符号', notice('', '*甲_'.repeat(60_000)), undefined],
    ['十万个反引号', notice('', `甲${'`'.repeat(100_000)}`), undefined],
  ])('%s', { timeout: 60_000 }, (_, text, code) => expect(first(text)).toBe(code));

  test('别名炸弹不会展开', () => {
    const bomb = [
      '甲: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
    ].join('\n');
    expect(first(notice(`${bomb}\n`))).toMatch(/^F/u);
  });

  test('__proto__ 只是一个不认识的栏目', () => {
    expect(first(notice('__proto__:\n  polluted: 1\n'))).toMatch(/^F/u);
    expect('polluted' in {}).toBe(false);
  });
});

test('渲染正文也有限度：没有经过检查的正文同样停得下来', () => {
  const seconds = processorSeconds(() => {
    renderBody('> '.repeat(2000) + '甲', () => undefined);
    renderBody('*甲_'.repeat(20_000), () => undefined);
  });
  expect(seconds).toBeLessThan(SECONDS);
});
