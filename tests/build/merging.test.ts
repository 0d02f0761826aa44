import {
  appendFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../bench/generate.ts';
import type { Part } from '../../src/build/part.ts';
import { KINDS } from '../../src/site/units.ts';
import { Twin } from './twin.ts';

/** A build takes seconds, on a busy machine many. */
const LONG = 600_000;

const YEARS = ['2024', '2025', '2026'];

/** What belongs to a year. */
const KINDS_OF_A_YEAR = KINDS.flatMap(({ name, year }) => (year ? [name] : [])).sort();

let room: string;
let twin: Twin;
const partOf = (year: string): string => join(room, `part-${year}`);
const merged = (...years: readonly string[]) => twin.build(['--merge', ...years.map(partOf)]);

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-merging-'));
  mkdirSync(join(room, 'content'));
  generate(join(room, 'content'), 60, 'merging', { from: '2024-01-02', to: '2026-10-30' });
  twin = new Twin(room, '2026-11-02T09:00+08:00');
  for (const year of YEARS) {
    const { status, output } = twin.build(['--years', year, '--part', partOf(year)]);
    expect(status, output).toBe(0);
  }
}, LONG);
afterAll(() => {
  for (const file of twin.states()) rmSync(file, { force: true });
  rmSync(room, { recursive: true });
});

describe('a site that is put together of its years', () => {
  test('is file by file what one build makes', { timeout: LONG }, () => {
    const { status, output } = merged(...YEARS);
    expect(status, output).toBe(0);
    expect(twin.unlikeWhole()).toEqual([]);
  });

  test('has every announcement and all else of a year out of a part', () => {
    const parts = YEARS.map(
      (year) => JSON.parse(readFileSync(join(partOf(year), 'part.json'), 'utf8')) as { part: Part },
    );
    const ids = parts.flatMap(({ part: { units } }) =>
      units.flatMap(({ kind, key }) => (kind === 'announcement' ? [key] : [])),
    );
    const onSite = globSync('announcements/*/index.html', { cwd: twin.site });
    expect(onSite.length).toBe(60);
    expect(ids.map((id) => join('announcements', id, 'index.html')).sort()).toEqual(onSite.sort());
    const kinds = new Set(parts.flatMap(({ part: { units } }) => units.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(KINDS_OF_A_YEAR);
  });

  test('is built on by what has changed', { timeout: LONG }, () => {
    expect(twin.build().output).toContain('› 没有变化，网站的');
  });

  test('makes what no part has', { timeout: LONG }, () => {
    const { status, output } = merged('2025');
    expect(status, output).toBe(0);
    expect(twin.unlikeWhole()).toEqual([]);
  });

  test('stays as it was where a part is of another moment or of other content', { timeout: LONG }, () => {
    const before = readFileSync(join(twin.site, '.zhangbang.json'), 'utf8');
    const { now } = twin;
    twin.now = '2026-11-02T09:01+08:00';
    const late = merged(...YEARS);
    twin.now = now;
    const [file] = globSync('announcements/general/**/*.md', { cwd: twin.content });
    appendFileSync(join(twin.content, file!), '\n另外一段。\n');
    const other = merged(...YEARS);
    expect([late.status, other.status]).not.toContain(0);
    expect(late.output).toContain(`${partOf('2024')} 不能合并：它是按 2026-11-02T09:00:00+08:00 生成的`);
    expect(other.output).toContain(`${partOf('2024')} 不能合并：生成它时的内容和现在不同`);
    expect(readFileSync(join(twin.site, '.zhangbang.json'), 'utf8')).toBe(before);
  });
});

test('a part never takes the place of a site or of other files', { timeout: LONG }, () => {
  const asked = (folder: string) => twin.build(['--years', '2024', '--part', folder]);
  expect(asked(twin.site).output).toContain('里是一个网站，不是网站的一部分。什么也没有改动。');
  const other = join(room, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'notes.txt'), '');
  expect(asked(other).output).toContain(`网站的一部分不能放在 ${other}：`);
});
