import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, describe, onTestFinished, test } from 'vitest';
import { placeIndexes } from '../../src/build/indexes.ts';
import { makeIndexes, placeFiles } from '../../src/build/search-index.ts';
import { ShardStore, type KeptFile } from '../../src/build/search-index/shard-store.ts';
import { recordDigest, tagOfShard, type IndexShard } from '../../src/site/search-shards.ts';

const shard = (name: string, ids: readonly string[]): IndexShard => {
  const records = ids.map((id) => ({ id, year: '2026', sections: [`标题 ${id}`, '正文'] }));
  const tag = tagOfShard(records.map(recordDigest));
  return {
    name,
    folder: `${name}.${tag}`,
    language: `zz-x-${name}`,
    tag,
    newest: '2026',
    count: ids.length,
    records: () => records,
  };
};

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const make = (
  shards: readonly IndexShard[],
  expected: number,
  folder = temporary(),
  tell: (words: string) => void = () => {},
): Promise<readonly KeptFile[]> => makeIndexes({ shards, expected, store: new ShardStore(folder), tell });

/** A file that is kept, by its path without digests. */
const read = (files: readonly KeptFile[], plain: string): string =>
  readFileSync(files.find(({ path }) => path.replace(/\.[0-9a-f]{16}\//u, '/') === plain)!.copyOf, 'utf8');

describe('the full-text indexes', () => {
  test('say of every result which announcement it is', async () => {
    const files = await make([shard('hot', ['a', 'b']), shard('archive', ['c'])], 3);
    const rows = ['hot', 'archive'].map(
      (name) => JSON.parse(read(files, `${name}/rows.json`)) as Readonly<Record<string, string>>,
    );
    expect(rows.map((row) => Object.values(row).sort())).toEqual([['a', 'b'], ['c']]);
  });

  test('come with the program of Pagefind, once', async () => {
    const files = await make([shard('hot', ['a']), shard('archive', ['c'])], 2);
    expect(files.filter(({ path }) => path.endsWith('.js')).map(({ path }) => path)).toEqual(['pagefind.js']);
    expect(read(files, 'pagefind.js')).toContain('createInstance');
  });

  test('are refused when an announcement is missing', async () => {
    await expect(make([shard('hot', ['a', 'b'])], 3)).rejects.toThrow('检索里有 2 份公告，应当有 3 份');
  });

  test('are refused when one announcement is in twice and another not at all', async () => {
    await expect(make([shard('hot', ['a', 'b']), shard('archive', ['b'])], 3)).rejects.toThrow(
      '检索里有 2 份公告',
    );
  });

  test('are refused when Pagefind reports an error, and nothing of them is kept', async () => {
    const folder = temporary();
    const records = [{ id: undefined as unknown as string, year: '2026', sections: ['标题'] }];
    const broken = { ...shard('hot', ['a']), records: () => records };
    await expect(make([broken], 1, folder)).rejects.toThrow();
    const mended = await make([shard('hot', ['a'])], 1, folder);
    expect(read(mended, 'hot/rows.json')).toContain('"a"');
  });
});

describe('an index that was made before', () => {
  const unasked = (): never => {
    throw new Error('the records were asked for');
  };

  test('is taken as it is, without a word of its announcements', async () => {
    const folder = temporary();
    const shards = [shard('hot', ['a', 'b']), shard('archive', ['c'])];
    const first = await make(shards, 3, folder);
    const again = shards.map((one) => ({ ...one, records: unasked }));
    expect(await make(again, 3, folder)).toEqual(first);
  });

  test('is made anew with another announcement, the others stay, and the build says so', async () => {
    const folder = temporary();
    const archive = shard('archive', ['c']);
    await make([shard('hot', ['a', 'b']), archive], 3, folder);
    const told: string[] = [];
    const tell = (words: string): void => void told.push(words);
    await make([shard('hot', ['a', 'b', 'd']), { ...archive, records: unasked }], 4, folder, tell);
    expect(told).toEqual(['检索：重新生成了 hot（3 份公告），其余 1 个索引沿用']);
  });

  test('is made alone where the site has the others, which are told of and stay in the store', async () => {
    const folder = temporary();
    const full = Array.from({ length: 12 }, (_, number) => shard(`full-${number}`, [`old-${number}`]));
    await make(full, 12, folder);
    const longAgo = new Date('2020-01-01');
    for (const { folder: name } of full) utimesSync(join(folder, name), longAgo, longAgo);
    const hot = shard('hot', ['a']);
    const told: string[] = [];
    await makeIndexes({
      shards: [hot],
      among: [hot, ...full],
      expected: 1,
      store: new ShardStore(folder),
      tell: (words) => void told.push(words),
    });
    expect(told).toEqual(['检索：重新生成了 hot（1 份公告），其余 12 个索引沿用']);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(full.map((one) => one.folder)));
  });

  test('is not told of where there is nothing else', async () => {
    const folder = temporary();
    const told: string[] = [];
    for (const ids of [['a'], ['a', 'b'], ['a', 'b']])
      await make([shard('hot', ids)], ids.length, folder, (words) => void told.push(words));
    expect(told).toEqual([]);
  });

  test('is made again when a byte of it was lost', async () => {
    const folder = temporary();
    const [first] = (await make([shard('hot', ['a'])], 1, folder)).filter(({ path }) =>
      path.endsWith('.pf_index'),
    );
    const whole = readFileSync(first!.copyOf);
    writeFileSync(first!.copyOf, whole.subarray(1));
    await make([shard('hot', ['a'])], 1, folder);
    expect(readFileSync(first!.copyOf)).toEqual(whole);
  });
});

describe('files made beside the pages', () => {
  const kept = (text: string): KeptFile => {
    const copyOf = join(temporary(), 'rows.json');
    writeFileSync(copyOf, text);
    return { path: 'hot/rows.json', copyOf, bytes: text.length, sha256: '' };
  };
  const place = (site: string, ...files: readonly KeptFile[]): Promise<void> =>
    placeFiles(join(site, 'search/index'), files);

  test('are second names of the files that are kept, and take no space', async () => {
    const site = temporary();
    const file = kept('{}');
    await place(site, file);
    expect(statSync(join(site, 'search/index/hot/rows.json')).ino).toBe(statSync(file.copyOf).ino);
  });

  test('replace what stands in their place, and never write into it', async () => {
    const site = temporary();
    const other = kept('another release');
    mkdirSync(join(site, 'search/index/hot'), { recursive: true });
    linkSync(other.copyOf, join(site, 'search/index/hot/rows.json'));
    await place(site, kept('{}'));
    expect(readFileSync(join(site, 'search/index/hot/rows.json'), 'utf8')).toBe('{}');
    expect(readFileSync(other.copyOf, 'utf8')).toBe('another release');
  });

  test('that have gone by then fail the build', async () => {
    const file = kept('{}');
    rmSync(file.copyOf);
    await expect(place(temporary(), file)).rejects.toThrow('ENOENT');
  });

  test('that fail while pages are being written fail the build at its end', async () => {
    const begun = { outcome: Promise.resolve({ failure: new Error('检索没有建立') }) };
    await expect(placeIndexes('/nowhere', begun)).rejects.toThrow('检索没有建立');
  });
});
