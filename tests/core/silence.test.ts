import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { types } from '../../src/core/announcement/schema.ts';
import { check } from '../../src/core/check.ts';
import { CODES, type Diagnostic } from '../../src/core/diagnostic.ts';
import { checkTree, readFixture } from './fixtures.ts';

/*
 * Silence: a lawful announcement gets no finding above a note, however few of its fields are filled and whatever the
 * habits of its place: windows that count their first day, publicities from the next day, a body that repeats the
 * fields in words of its own or says what the law would have one do.
 */

const loud = (findings: readonly Diagnostic[]): readonly string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`);

test('各地惯用的写法，只填最少的栏目，没有一条提醒', () => {
  const { findings, corpus } = checkTree(readFixture('silence').tree);
  expect(corpus.entries.length).toBeGreaterThan(15);
  expect(loud(findings)).toEqual([]);
});

/** What was not asked for when the oldest versions wrote their samples. */
const isAskedSince = ({ code }: Diagnostic): boolean =>
  /-lacks?-(?:.*-)?contents$|^declaration-not-published$/u.test(CODES[code]!.name);

test.each(readdirSync('tests/fixtures/upgrade'))('%s 版的每一种公告都没有提醒', (version) => {
  const { findings, corpus } = check(`tests/fixtures/upgrade/${version}/content`);
  const kinds = new Set(corpus.entries.map(({ announcement: { category, type } }) => `${category}/${type}`));
  expect(kinds.size).toBeGreaterThan(70);
  expect(types.length).toBeGreaterThanOrEqual(kinds.size);
  expect(loud(findings.filter((finding) => !isAskedSince(finding)))).toEqual([]);
});
