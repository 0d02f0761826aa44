import { describe, expect, test } from 'vitest';
import { elementsAt, textOf } from '../../../src/core/import/tree.ts';
import { readDocx } from '../../../src/importer/documents/word/docx.ts';
import { Refusal } from '../../../src/importer/documents/refusal.ts';
import { bytesOf, samples } from './documents.ts';

const sample = (name: string) => samples.find((one) => one.name.startsWith(name))!;
const read = (name: string) => readDocx(bytesOf(sample(name)));

describe('a Word file comes out with every word that Word shows, in its order', () => {
  test.each(samples.filter(({ shows }) => shows))('$name', async (one) => {
    const { tree, notes } = await readDocx(bytesOf(one));
    expect(textOf(tree).split('\n')).toEqual(one.shows);
    expect(notes).toEqual(one.told ?? []);
  });
});

describe('a Word file that must not be taken is refused in one sentence', () => {
  test.each(samples.filter(({ refused }) => refused !== undefined))('$name', async (one) => {
    const refusal = await readDocx(bytesOf(one)).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).message).toContain(one.refused);
    expect((refusal as Refusal).message).not.toMatch(/\bat |Error|undefined/u);
  });
});

test('merged cells keep their spans, a row that begins later stays below its column', async () => {
  const { tree } = await read('横着合并');
  const spans = elementsAt('td', tree).map((cell) => [
    textOf(cell),
    cell.attribs['colspan'] ?? '1',
    cell.attribs['rowspan'] ?? '1',
  ]);
  expect(spans).toEqual([
    ['标段', '1', '2'],
    ['报价', '2', '1'],
    ['投标价', '1', '1'],
    ['下浮率', '1', '1'],
    ['甲', '2', '1'],
    ['乙', '1', '1'],
    ['', '1', '1'],
    ['丙', '1', '1'],
    ['丁', '1', '1'],
  ]);
});

test('a title in the middle of the line, headings and bold words are told apart', async () => {
  const { tree } = await read('标题居中');
  expect(elementsAt('p.centred > strong', tree).map(textOf)).toEqual(['示例道路工程招标公告']);
  expect(elementsAt('p:not(.centred) > strong', tree).map(textOf)).toEqual(['招标条件']);
  expect(elementsAt('h1', (await read('编号写在样式里')).tree).map(textOf)).toEqual([
    '第一章 总则',
    '第二章 须知',
  ]);
});

test('what is struck out stays marked', async () => {
  expect(elementsAt('s', (await read('删除线')).tree).map(textOf)).toEqual(['100']);
});

test('links keep their addresses', async () => {
  const { tree } = await read('链接');
  expect(elementsAt('a[href]', tree).map(({ attribs }) => attribs['href'])).toContain(
    'https://www.example.cn/?a=1&b=2',
  );
  expect(elementsAt('a[href]', (await read('域')).tree).map(({ attribs }) => attribs['href'])).toEqual([
    'https://www.example.cn/',
  ]);
});
