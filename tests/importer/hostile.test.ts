import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/importer/page.ts';
import { runsOf } from '../repeatable.ts';
import { EXPECTED } from './acceptance.ts';
import { addressOf, articleIn, bytesOf, refusalOf, wordsIn } from './read.ts';

const NOTICE = '<h1>示例桥维修工程招标公告</h1><p>发布时间：2014-05-06</p>';
const BODY =
  '<div class="article-content"><p>示例桥维修工程已批准建设，现公开招标，报名截止为五月十二日。</p></div>';

/** Numbers that look like chance and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A page as it comes out of a broken disk, a broken connection or a broken system. */
function damaged(bytes: Uint8Array, chance: Iterator<number>): Uint8Array {
  const next = (below: number): number => Math.floor((chance.next().value as number) * below);
  const copy = Uint8Array.from(bytes);
  const [from, length] = [next(copy.length), next(2000)];
  switch (next(5)) {
    case 0:
      return copy.slice(0, from);
    case 1:
      return Uint8Array.from([...copy.slice(0, from), ...copy.slice(0, from), ...copy.slice(from)]);
    case 2:
      return Uint8Array.from([...copy.slice(0, from), ...copy.slice(from + length)]);
    case 3:
      for (let count = 0; count < 20; count += 1) copy[next(copy.length)] = next(256);
      return copy;
    default:
      for (let count = 0; count < 40; count += 1)
        copy[next(copy.length)] = [0x3c, 0x3e, 0x22, 0x26][next(4)]!;
      return copy;
  }
}

test('damaged pages are read or refused, and none stops the import', () => {
  const chance = numbers(15);
  const pages = EXPECTED.map(({ page }) => [bytesOf(page), addressOf(page)] as const);
  for (let count = 0; count < runsOf(400); count += 1) {
    const [bytes, path] = pages[count % pages.length]!;
    const read = readPage(damaged(bytes, chance), path);
    if ('article' in read) expect(read.article.title.text).not.toBe('');
    else expect(read.refused.code).toMatch(/^G1\d\d$/u);
  }
});

describe('a hostile page', () => {
  test.each([
    ['ten thousand elements inside each other', '<div>'.repeat(10_000)],
    ['ten thousand tables inside each other', '<table><tr><td>'.repeat(10_000)],
    ['bold that is never closed', '<p><b>'.repeat(3000)],
    ['an attribute of a megabyte', `<p style="${'a'.repeat(1_000_000)}"></p>`],
    [
      'a hundred thousand attributes',
      `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')}></p>`,
    ],
    ['a comment that never ends', '<p></p><!-- <<<'],
    ['a hundred thousand words of menus', '<a href="x">示例的一个链接</a>'.repeat(20_000)],
    ['a label a thousand times', '<p>发布时间：来源：</p>'.repeat(1000)],
    ['marks without end', '<!--<$[信息内容]>begin-->'.repeat(5000)],
    ['blanks', `<p>${' \u3000\u00a0\t'.repeat(50_000)}</p>`],
    ['digits', `<p>${'2014-05-0'.repeat(50_000)}</p>`],
    ['brackets', `<p>${'【'.repeat(100_000)}${'打印 '.repeat(20_000)}x</p>`],
  ])('with %s is read', (_, html) => {
    expect(wordsIn(articleIn(`${NOTICE}${BODY}${html}`))).toContain('示例桥维修工程已批准建设');
  });

  test('that multiplies its elements is refused before it fills the memory', () => {
    const fonts = Array.from({ length: 1000 }, (_, at) => `<p><font color="${at}">`).join('');
    expect(refusalOf(`${NOTICE}${fonts}`)).toBe('G115 页面的标记太多，读它会占满内存');
  });

  test('keeps scripts, frames and what leads on out of its words', () => {
    const article = articleIn(
      `<meta http-equiv="refresh" content="0;url=http://evil.example.cn/">${NOTICE}${BODY.replace('</p>', '<script>alert(1)</script><iframe src="http://evil.example.cn/"></iframe><style>p{}</style></p>')}`,
    );
    expect(wordsIn(article)).toBe('示例桥维修工程已批准建设，现公开招标，报名截止为五月十二日。');
    expect(article.attachments).toEqual([]);
  });
});
