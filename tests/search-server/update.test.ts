import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from '../site/edition.ts';
import { tenderAnd } from '../core/agenda/announcements.ts';
import { filesIn, publishedSite } from '../../src/search-server/published-site.ts';
import { openIndex } from '../../src/search-server/search-index.ts';
import { updateIndex } from '../../src/search-server/update.ts';
import { wantsIn } from '../../src/core/search/wanted.ts';
import { searchFiles } from '../site/search-files.ts';
import { temporaryFolder, writeSite } from './site-folder.ts';

const notice = (id: string, body: string, publishedOn = '2026-01-05'): Tree => ({
  [`announcements/general/${publishedOn.slice(0, 4)}/${id}.md`]: `---
标题: 关于业务办理的通知
类别: 通知公告
类型: 通知
发布时间: ${publishedOn} 09:00
发布单位: 佛山市公共资源交易中心高明分中心
---

${body}
`,
});

const siteOf = (...trees: readonly Tree[]) => {
  const files = new Map(searchFiles(editionFrom(tenderAnd(...trees))));
  return publishedSite((path) => files.get(path)!);
};

/** An index file, what it was told to take in, and what it finds. */
function indexFile() {
  const file = join(temporaryFolder(), 'search.sqlite');
  return {
    file,
    take: (...trees: readonly Tree[]) => updateIndex(file, siteOf(...trees)),
    find: (words: string): readonly string[] => {
      const index = openIndex(file);
      const found = [...index.textsWith(wantsIn(words), '2000')].sort();
      index.close();
      return found;
    },
  };
}

test('a site that is taken in again without a change writes nothing', () => {
  const { take, find } = indexFile();
  expect(take(notice('n1', '清明节期间照常办理。'))).toEqual({ written: 2, removed: 0, total: 2 });
  expect(take(notice('n1', '清明节期间照常办理。'))).toEqual({ written: 0, removed: 0, total: 2 });
  expect(find('清明节')).toEqual(['n1']);
});

test('a text that has changed replaces the one before, and nothing else is written', () => {
  const { take, find } = indexFile();
  take(notice('n1', '清明节期间照常办理。'), notice('n2', '重阳节期间照常办理。'));
  expect(take(notice('n1', '端午节期间照常办理。'), notice('n2', '重阳节期间照常办理。'))).toEqual({
    written: 1,
    removed: 0,
    total: 3,
  });
  expect([find('清明节'), find('端午节'), find('重阳节')]).toEqual([[], ['n1'], ['n2']]);
});

test('an announcement that is gone is not found any more, nor is a year that is', () => {
  const { take, find } = indexFile();
  take(notice('n1', '清明节。'), notice('n2', '清明节。'), notice('o1', '清明节。', '2019-04-01'));
  expect(find('清明节')).toEqual(['n1', 'n2', 'o1']);
  expect(take(notice('n2', '清明节。'))).toEqual({ written: 0, removed: 2, total: 2 });
  expect(find('清明节')).toEqual(['n2']);
});

test('an announcement that moves to another year stays one announcement', () => {
  const { take, find, file } = indexFile();
  take(notice('n1', '清明节。', '2025-04-01'), notice('n2', '重阳节。', '2025-10-01'));
  expect(take(notice('n1', '清明节。', '2024-04-01'), notice('n2', '重阳节。', '2025-10-01')).total).toBe(3);
  expect(find('清明节')).toEqual(['n1']);
  const index = openIndex(file);
  expect([...index.textsWith(wantsIn('清明节'), '2025')]).toEqual([]);
  index.close();
});

test('a site of which a text is missing is not taken in, and the index stays as it was', () => {
  const { file, take, find } = indexFile();
  take(notice('n1', '清明节。'));
  const folder = temporaryFolder();
  writeSite(folder, editionFrom(tenderAnd(notice('n1', '端午节。'))));
  const [path, text] = [...searchFiles(editionFrom(tenderAnd(notice('n1', '端午节。'))))].find(([name]) =>
    name.startsWith('search/texts/2026'),
  )!;
  writeFileSync(join(folder, path), text.replace('"n1"', '"n9"'));
  expect(() => updateIndex(file, publishedSite(filesIn(folder)))).toThrow(`${path} 里没有公告 n1 的正文`);
  expect([find('清明节'), find('端午节')]).toEqual([['n1'], []]);
});

test.each([
  ['that is damaged', () => Buffer.alloc(8192, '这不是索引')],
  ['of another format', (file: string) => withFormat(file, 99)],
])('a file %s is made anew', (_, spoiled) => {
  const { file, take, find } = indexFile();
  take(notice('n1', '清明节。'));
  writeFileSync(file, spoiled(file));
  expect(take(notice('n1', '清明节。'))).toEqual({ written: 2, removed: 0, total: 2 });
  expect(find('清明节')).toEqual(['n1']);
});

/** The bytes of an SQLite file with another `user_version`, which stands at byte 60. */
function withFormat(file: string, format: number): Buffer {
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(format, 60);
  return bytes;
}

test('an index that is open goes on saying what it said when it was opened', () => {
  const { file, take } = indexFile();
  take(notice('n1', '清明节。'));
  const before = openIndex(file);
  take(notice('n1', '端午节。'));
  const after = openIndex(file);
  expect([...before.textsWith(wantsIn('清明节'), '2000')]).toEqual(['n1']);
  expect([...after.textsWith(wantsIn('清明节'), '2000')]).toEqual([]);
  before.close();
  after.close();
});

test('words with signs of query languages are words', () => {
  const { take, find } = indexFile();
  take(notice('n1', '甲" OR "乙 NOT (丙*) 丁:戊 ^己 NEAR(庚 辛)。'));
  expect(find('甲" OR "乙')).toEqual(['n1']);
  for (const words of ['"照常', 'NOT (丙', '丙*)', '丁:戊', '^己', 'NEAR(庚', "'; drop table texts; --"])
    expect(() => find(words), words).not.toThrow();
  expect(find('丙*)')).toEqual(['n1']);
  expect(find('甲" AND "乙')).toEqual([]);
});
