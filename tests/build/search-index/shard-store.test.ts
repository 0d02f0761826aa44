import { createHash } from 'node:crypto';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ShardFiles } from '../../../src/build/search-index/shard-files.ts';
import { ShardStore, type KeptShard } from '../../../src/build/search-index/shard-store.ts';
import { runsOf } from '../../repeatable.ts';

const KEY = 'a1';

const shard: ShardFiles = {
  files: [
    { path: 'pagefind.js', content: Buffer.from('program') },
    { path: 'hot/rows.json', content: Buffer.from('{"r1":"road"}') },
    { path: 'hot/index/zz-x-hot_1.pf_index', content: Buffer.from([0, 255, 10, 13]) },
  ],
  ids: ['road', 'bridge'],
};

function emptyStore(): { store: ShardStore; folder: string } {
  const folder = join(mkdtempSync(join(tmpdir(), 'shard-store-')), 'search-index');
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }));
  return { store: new ShardStore(folder), folder };
}

/** What is kept, as it was given. */
const contentOf = (kept: KeptShard | undefined): ShardFiles | undefined =>
  kept && {
    files: kept.files.map(({ path, copyOf }) => ({ path, content: readFileSync(copyOf) })),
    ids: kept.ids,
  };

const filesIn = (folder: string): readonly string[] =>
  globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

describe('a shard that is kept', () => {
  test('is what was given, and another key has none', async () => {
    const { store } = emptyStore();
    expect(await store.recall(KEY)).toBeUndefined();
    expect(contentOf(await store.keep(KEY, shard))).toEqual(shard);
    expect(contentOf(await store.recall(KEY))).toEqual(shard);
    expect(await store.recall('b2')).toBeUndefined();
  });

  test('says the size and the digest of each file', async () => {
    const { store } = emptyStore();
    const { files } = await store.keep(KEY, shard);
    expect(files.map(({ bytes, sha256 }) => [bytes, sha256])).toEqual(
      shard.files.map(({ content }) => [content.length, createHash('sha256').update(content).digest('hex')]),
    );
  });

  test('is not the one before when it is kept again, which stays as it is', async () => {
    const { store } = emptyStore();
    const [first, second] = [await store.keep(KEY, shard), await store.keep(KEY, shard)];
    expect(second).toEqual(first);
  });
});

describe('a shard that is damaged is none, and is whole when it is kept again', () => {
  const all = ['list', ...shard.files.map(({ path }) => path)];

  async function damaged(damage: (file: string) => void, name: string): Promise<void> {
    const { store, folder } = emptyStore();
    await store.keep(KEY, shard);
    damage(join(folder, KEY, name));
    expect(await store.recall(KEY), name).toBeUndefined();
    expect(contentOf(await store.keep(KEY, shard))).toEqual(shard);
    expect(contentOf(await store.recall(KEY))).toEqual(shard);
    expect(readdirSync(folder)).toEqual([KEY]);
  }

  test('by one bit in any place of any file', async () => {
    const place = fc.record({ name: fc.constantFrom(...all), at: fc.nat(), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(place, ({ name, at, bit }) =>
        damaged((file) => {
          const content = readFileSync(file);
          content[at % content.length]! ^= 1 << bit;
          writeFileSync(file, content);
        }, name),
      ),
      { numRuns: runsOf(60) },
    );
  });

  test.each(all)('by a shorter %s', async (name) => {
    for (const length of [0, 1, 3]) await damaged((file) => truncateSync(file, length), name);
  });

  test.each(all)('by the loss of %s', (name) => damaged((file) => rmSync(file), name));

  test.each(all)('by a folder in the place of %s', (name) =>
    damaged((file) => {
      rmSync(file);
      mkdirSync(file);
    }, name),
  );

  test('and a file in its place is none', async () => {
    const { store, folder } = emptyStore();
    mkdirSync(folder);
    writeFileSync(join(folder, KEY), 'no folder');
    expect(await store.recall(KEY)).toBeUndefined();
    expect(contentOf(await store.keep(KEY, shard))).toEqual(shard);
  });
});

describe('builds at the same time', () => {
  test('that keep one shard all have it whole, and leave nothing else behind', async () => {
    const { store, folder } = emptyStore();
    const stores = Array.from({ length: 6 }, () => new ShardStore(folder));
    const kept = await Promise.all(stores.map((one) => one.keep(KEY, shard)));
    for (const one of kept) expect(contentOf(one)).toEqual(shard);
    expect(contentOf(await store.recall(KEY))).toEqual(shard);
    expect(readdirSync(folder)).toEqual([KEY]);
  });

  test('that find it damaged both have it whole', async () => {
    const { store, folder } = emptyStore();
    await store.keep(KEY, shard);
    truncateSync(join(folder, KEY, 'pagefind.js'));
    await Promise.all([store.keep(KEY, shard), new ShardStore(folder).keep(KEY, shard)]);
    expect(contentOf(await store.recall(KEY))).toEqual(shard);
  });
});

test('a store that cannot be written to says where', async () => {
  const { store, folder } = emptyStore();
  await store.keep(KEY, shard);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder');
  await expect(store.keep(KEY, shard)).rejects.toThrow(folder);
});

describe('of shards that are not used any more', () => {
  const MINUTE = 60_000;
  /** Keeps shards of these keys that were last used so many minutes ago. */
  async function used(
    minutes: Readonly<Record<string, number>>,
  ): Promise<{ store: ShardStore; folder: string }> {
    const { store, folder } = emptyStore();
    for (const [key, ago] of Object.entries(minutes)) {
      await store.keep(key, shard);
      const at = new Date(statSync(join(folder, key)).mtimeMs - ago * MINUTE);
      utimesSync(join(folder, key), at, at);
    }
    return { store, folder };
  }
  const days = (count: number): number => count * 24 * 60;

  test('as many stay as are in use, and eight, those that were used last', async () => {
    const old = Array.from({ length: 12 }, (_, number) => [`old-${number}`, days(12 - number)] as const);
    const { store, folder } = await used({ ...Object.fromEntries(old), hot: 0, archive: days(99) });
    await store.tidy(new Set(['hot', 'archive']));
    expect(readdirSync(folder).sort()).toEqual(
      ['hot', 'archive', ...old.slice(2).map(([key]) => key)].sort(),
    );
  });

  test('none goes that another build may have in hand', async () => {
    const recent = Array.from({ length: 20 }, (_, number) => [`recent-${number}`, 50] as const);
    const { store, folder } = await used(Object.fromEntries(recent));
    await store.tidy(new Set());
    expect(readdirSync(folder).length).toBe(20);
  });

  test('one that is recalled counts as used from then on', async () => {
    const old = Array.from({ length: 9 }, (_, number) => [`old-${number}`, days(9 - number)] as const);
    const { store, folder } = await used(Object.fromEntries(old));
    await store.recall('old-0');
    await store.tidy(new Set());
    expect(readdirSync(folder)).toContain('old-0');
  });

  test('what a killed build has left goes after an hour', async () => {
    const { store, folder } = await used({ hot: 0, '.new-killed': 61, '.new-running': 5 });
    await store.tidy(new Set(['hot']));
    expect(readdirSync(folder).sort()).toEqual(['.new-running', 'hot']);
    expect(filesIn(join(folder, 'hot')).length).toBe(4);
  });

  test('where nothing was ever kept there is nothing to do', async () => {
    await expect(emptyStore().store.tidy(new Set())).resolves.toBeUndefined();
  });
});
