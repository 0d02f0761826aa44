import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeIndexes } from '../../src/integrations/search-index.ts';
import type { IndexShard } from '../../src/site/search.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-index-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shard = (name: string, ids: readonly string[]): IndexShard => ({
  name,
  language: `zz-x-${name}`,
  tag: 'test',
  records: ids.map((id) => ({ id, year: '2026', sections: [`标题 ${id}`, '正文'] })),
});

const write = (shards: readonly IndexShard[], expected: number, to = folder): Promise<void> =>
  writeIndexes({ folder: to, shards, expected, tell: () => {} });

/** Every file below a folder with its bytes. */
const bytesIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(root.length), readFileSync(file, 'base64')]),
  );

describe('the full-text indexes', () => {
  test('say of every result which announcement it is', async () => {
    await write([shard('current', ['a', 'b']), shard('archive', ['c'])], 3);
    const rows = ['current', 'archive'].map(
      (name) => JSON.parse(readFileSync(join(folder, name, 'rows.json'), 'utf8')) as object,
    );
    expect(rows.map((row) => Object.values(row).sort())).toEqual([['a', 'b'], ['c']]);
  });

  test('are the same bytes whenever they are made', async () => {
    const shards = [shard('current', ['a', 'b', 'c'])];
    await write(shards, 3, join(folder, 'one'));
    await write(shards, 3, join(folder, 'two'));
    expect(bytesIn(join(folder, 'one'))).toEqual(bytesIn(join(folder, 'two')));
  });

  test('are refused when an announcement is missing', async () => {
    await expect(write([shard('current', ['a', 'b'])], 3)).rejects.toThrow('检索里有 2 份公告，应当有 3 份');
  });

  test('are refused when one announcement is in twice and another not at all', async () => {
    await expect(write([shard('current', ['a', 'b']), shard('archive', ['b'])], 3)).rejects.toThrow(
      '检索里有 2 份公告',
    );
  });

  test('are refused when Pagefind reports an error', async () => {
    const broken = shard('current', ['a']);
    const records = [{ id: undefined as unknown as string, year: '2026', sections: ['标题'] }];
    await expect(write([{ ...broken, records }], 1)).rejects.toThrow();
  });
});
