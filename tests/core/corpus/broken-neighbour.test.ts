import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { check, isPublishable } from '../../../src/core/check.ts';

/** A copy of the sample that lasts as long as the test. */
function sample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-neighbour-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('content', folder, { recursive: true });
  return folder;
}

const { entries } = check('content').corpus;

/** Ways to break an announcement, from the smallest to that of which nothing is left to read. */
const breakages: readonly [string, (path: string) => void][] = [
  ['引号只有一半', (path) => edit(path, (text) => text.replace(/^标题: /mu, '标题: "'))],
  ['没有这种类型', (path) => edit(path, (text) => text.replace(/^类型: .*$/mu, '类型: 通之'))],
  ['没有第一行', (path) => edit(path, (text) => text.replace(/^---\n/u, ''))],
  ['一栏的值不对', (path) => edit(path, (text) => text.replace(/^发布时间: .*$/mu, '发布时间: 某日'))],
  ['编码不对', (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00]))],
  ['是空文件', (path) => writeFileSync(path, '')],
  [
    '是命名管道',
    (path) => {
      rmSync(path);
      execFileSync('mkfifo', [path]);
    },
  ],
  [
    '变成了 .MD',
    (path) => {
      rmSync(path);
      writeFileSync(path.replace(/\.md$/u, '.MD'), '');
    },
  ],
];

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

describe('读不出来的公告，不连累接在它后面的公告', () => {
  test.each(breakages)('%s', (_name, spoil) => {
    const root = sample();
    const named = new Set(
      entries.flatMap(({ announcement }) => ('related' in announcement ? (announcement.related ?? []) : [])),
    );
    const parents = entries.filter(({ id, file }) => named.has(id) && !file.endsWith('/index.md'));
    expect(parents.length).toBeGreaterThan(20);
    for (const { file } of parents) spoil(join(root, file));
    const { findings } = check(root);
    expect(isPublishable(findings)).toBe(false);
    const spoiled = new Set(parents.map(({ file }) => file));
    const others = findings.filter(({ file }) => !spoiled.has(file.replace(/\.MD$/u, '.md')));
    expect(others.map(({ code, file, message }) => `${code} ${file} ${message}`)).toEqual([]);
    expect(new Set(findings.map(({ file }) => file)).size).toBe(spoiled.size);
  });

  test('前一份更正读不出来，不再说后一份的“原”不对', () => {
    const root = sample();
    const corrections = entries.filter(({ announcement }) => announcement.type === 'correction-notice');
    const earlier = corrections.filter(({ id, announcement }) =>
      corrections.some(
        (other) =>
          'related' in announcement &&
          'related' in other.announcement &&
          other.id > id &&
          other.announcement.related === announcement.related,
      ),
    );
    expect(earlier.length).toBeGreaterThan(1);
    for (const { file } of earlier) edit(join(root, file), (text) => text.replace(/^标题: /mu, '标题: "'));
    const found = check(root).findings.map(({ code, file }) => `${code} ${file}`);
    // A screen whose heading only the correction made short enough is a matter of its own.
    expect(found.filter((place) => place.includes('announcements/')).toSorted()).toEqual(
      earlier.map(({ file }) => `F108 ${file}`).toSorted(),
    );
  });
});
