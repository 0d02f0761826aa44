import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { indexesOfPart, siteOfPart, writePart, type Ground } from '../../src/build/part.ts';
import { openParts } from '../../src/build/parts.ts';

const ground: Ground = {
  program: 'p1',
  settings: 's1',
  content: 'c1',
  now: '2026-11-02T09:00:00+08:00',
};

const folderFor = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-parts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** A part of one year with one page. */
function partOf(year: string, given: { ground?: Partial<Ground>; path?: string; index?: string } = {}) {
  const folder = folderFor();
  const { path = `announcements/a-${year}/index.html`, index } = given;
  const page = join(siteOfPart(folder), path);
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, year);
  const sha256 = createHash('sha256').update(year).digest('hex');
  const outputs = [{ path, sha256, bytes: year.length }];
  writePart(folder, {
    years: [year],
    ground: { ...ground, ...given.ground },
    units: [{ kind: 'announcement', key: `a-${year}`, outputs, reads: [`row a-${year}`] }],
    indexes: index === undefined ? [] : [index],
  });
  return { folder, page };
}

const kind = { name: 'announcement', keys: () => [], pages: () => [] };

test('the files of parts get their places, and what they are of is known', async () => {
  const parts = openParts([partOf('2024').folder, partOf('2025').folder], ground);
  const site = folderFor();
  const units = await parts.place(site);
  expect(units.map(({ key, reads }) => [key, ...reads])).toEqual([
    ['a-2024', 'row a-2024'],
    ['a-2025', 'row a-2025'],
  ]);
  expect(readFileSync(join(site, 'announcements/a-2025/index.html'), 'utf8')).toBe('2025');
  expect(['a-2024', 'a-2026'].map((key) => parts.has({ kind, key }))).toEqual([true, false]);
});

test.each([
  [{ program: 'p2' }, '它是另一个版本的程序或者 Node 生成的。请用同一个版本重新生成这一部分。'],
  [{ settings: 's2' }, '生成它时的设置和现在不同'],
  [{ content: 'c2' }, '生成它时的内容和现在不同。请在每台机器上取同一次提交，重新生成这一部分'],
  [
    { now: '2026-11-02T09:01:00+08:00' },
    '它是按 2026-11-02T09:01:00+08:00 生成的，这一次是 2026-11-02T09:00:00+08:00。请给每一部分和合并写同一个时间，例如 TODAY=2026-11-02T09:01:00+08:00，',
  ],
])('a part of another ground is refused by its name, with what to do: %j', (other, words) => {
  const { folder } = partOf('2025', { ground: other });
  const open = () => openParts([partOf('2024').folder, folder], ground);
  expect(open).toThrow(`${folder} 不能合并：${words}`);
  expect(open).toThrow('网站没有改动。');
});

test('parts that share a year are refused', () => {
  const [one, other] = [partOf('2024').folder, partOf('2024').folder];
  expect(() => openParts([one, other], ground)).toThrow(`${one} 和 ${other} 里都有 2024 年，不能合并。`);
});

test.each([
  ['changed', (page: string) => appendFileSync(page, ' ')],
  ['missing', (page: string) => rmSync(page)],
])('a part with a file that is %s is refused', (_, spoil) => {
  const { folder, page } = partOf('2024');
  spoil(page);
  expect(() => openParts([folder], ground)).toThrow(
    `${folder} 里的 site/announcements/a-2024/index.html 缺了或者和生成时不同，可能没有复制完整。`,
  );
});

test('a list that is cut short or was changed is refused', () => {
  const { folder } = partOf('2024');
  const list = join(folder, 'part.json');
  writeFileSync(list, readFileSync(list, 'utf8').replace('a-2024', 'b-2024'));
  expect(() => openParts([folder], ground)).toThrow(`${folder} 里的 part.json 缺了或者和生成时不同`);
  truncateSync(list, 20);
  expect(() => openParts([folder], ground)).toThrow(`${folder} 里的 part.json 缺了或者和生成时不同`);
});

test('a folder that is no part is refused', () => {
  const folder = folderFor();
  expect(() => openParts([folder], ground)).toThrow(`${folder} 里没有 part.json：它不是 --part 生成的`);
});

test('a list never reaches beyond its folder', () => {
  const { folder } = partOf('2024', { path: '../outside.html' });
  expect(existsSync(join(folder, 'outside.html'))).toBe(true);
  expect(() => openParts([folder], ground)).toThrow(`${folder} 里的 site/../outside.html`);
});

test('a part of years without announcements is a list alone', async () => {
  const folder = join(folderFor(), 'part');
  writePart(folder, { years: ['1999'], ground, units: [], indexes: [] });
  const parts = openParts([folder], ground);
  await parts.keepIndexes();
  expect(await parts.place(folderFor())).toEqual([]);
});

test('an index that has lost a byte is refused', async () => {
  const { folder } = partOf('2024', { index: 'archive.parts-test' });
  const file = { path: 'archive.parts-test/rows.json', content: Buffer.from('{}') };
  await indexesOfPart(folder).keep('archive.parts-test', { files: [file], ids: [] });
  const parts = openParts([folder], ground);
  truncateSync(join(folder, 'indexes/archive.parts-test', file.path), 1);
  await expect(parts.keepIndexes()).rejects.toThrow(`${folder} 里的 indexes/archive.parts-test 缺了`);
});
