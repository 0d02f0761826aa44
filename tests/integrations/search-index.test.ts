import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IndexFile } from 'pagefind';
import { expect, describe, onTestFinished, test } from 'vitest';
import { besidePages, makeIndexes } from '../../src/integrations/search-index.ts';
import type { IndexShard } from '../../src/site/search.ts';

const shard = (name: string, ids: readonly string[]): IndexShard => ({
  name,
  language: `zz-x-${name}`,
  tag: 'test',
  records: ids.map((id) => ({ id, year: '2026', sections: [`标题 ${id}`, '正文'] })),
});

const make = (shards: readonly IndexShard[], expected: number): Promise<readonly IndexFile[]> =>
  makeIndexes({ shards, expected, tell: () => {} });

describe('the full-text indexes', () => {
  test('say of every result which announcement it is', async () => {
    const files = await make([shard('current', ['a', 'b']), shard('archive', ['c'])], 3);
    const rows = ['current', 'archive'].map((name) => {
      const file = files.find(({ path }) => path === `${name}.test/rows.json`)!;
      return JSON.parse(Buffer.from(file.content).toString('utf8')) as object;
    });
    expect(rows.map((row) => Object.values(row).sort())).toEqual([['a', 'b'], ['c']]);
  });

  test('are the same bytes whenever they are made', async () => {
    const bytes = async (): Promise<readonly string[]> =>
      (await make([shard('current', ['a', 'b', 'c'])], 3))
        .map(({ path, content }) => `${path} ${Buffer.from(content).toString('base64')}`)
        .sort();
    expect(await bytes()).toEqual(await bytes());
  });

  test('are refused when an announcement is missing', async () => {
    await expect(make([shard('current', ['a', 'b'])], 3)).rejects.toThrow('检索里有 2 份公告，应当有 3 份');
  });

  test('are refused when one announcement is in twice and another not at all', async () => {
    await expect(make([shard('current', ['a', 'b']), shard('archive', ['b'])], 3)).rejects.toThrow(
      '检索里有 2 份公告',
    );
  });

  test('are refused when Pagefind reports an error', async () => {
    const broken = shard('current', ['a']);
    const records = [{ id: undefined as unknown as string, year: '2026', sections: ['标题'] }];
    await expect(make([{ ...broken, records }], 1)).rejects.toThrow();
  });
});

describe('files made beside the pages', () => {
  const logger = { warn: () => {} };
  type Hook = (given: object) => Promise<void> | void;
  const hooksOf = (making: () => Promise<readonly IndexFile[]>): Readonly<Record<string, Hook>> =>
    besidePages('test', 'search/index', making).hooks as Readonly<Record<string, Hook>>;

  test('are begun once, before the pages, and the build waits for them', async () => {
    const site = mkdtempSync(join(tmpdir(), 'beside-'));
    onTestFinished(() => rmSync(site, { recursive: true }));
    const { promise, resolve } = Promise.withResolvers<readonly IndexFile[]>();
    let begun = 0;
    const hooks = hooksOf(() => {
      begun += 1;
      return promise;
    });
    void hooks['astro:build:start']!({ logger });
    expect(begun).toBe(1);
    const done = hooks['astro:build:done']!({ dir: pathToFileURL(`${site}/`), logger });
    resolve([{ path: 'current/rows.json', content: Buffer.from('{}') }]);
    await done;
    expect(begun).toBe(1);
    expect(readFileSync(join(site, 'search/index/current/rows.json'), 'utf8')).toBe('{}');
  });

  test('that fail while pages are being written fail the build at its end', async () => {
    const hooks = hooksOf(() => Promise.reject(new Error('检索没有建立')));
    void hooks['astro:build:start']!({ logger });
    await expect(hooks['astro:build:done']!({ dir: pathToFileURL('/nowhere/'), logger })).rejects.toThrow(
      '检索没有建立',
    );
  });
});
