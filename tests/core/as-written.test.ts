import { expect, test } from 'vitest';
import { checkTree, placesOf, readFixture } from './fixtures.ts';

/*
 * Invented notices with every value as platforms and official forms write it, copied line by line. What is marked in
 * them is really at fault; notes are not compared, nor is what the law wants said, which such a short notice leaves out.
 */
const { tree, expected } = readFixture('as-written');

test('照官方公告一行一行抄来的公告，除了真有问题的，没有一处错误或者提醒', () => {
  const { findings, corpus } = checkTree(tree);
  expect(
    placesOf(findings.filter(({ code, severity }) => severity !== 'info' && !code.startsWith('D'))),
  ).toEqual(expected);
  expect(corpus.entries.length).toBeGreaterThan(40);
});
