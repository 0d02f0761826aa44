import { copyFile, link, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexShard } from '../site/search-shards.ts';
import { makeShard } from './search-index/shard-files.ts';
import { ShardStore, type KeptFile } from './search-index/shard-store.ts';

/** Where finished indexes are kept from build to build. Without it they are made again. */
const STORE = join(import.meta.dirname, '../../.cache/search-index');

/** The store of this checkout. */
export const shardStore = (): ShardStore => new ShardStore(STORE);

/**
 * The finished files of all indexes, which the store has or gets; their paths are below `search/index/`. What is not
 * there is made, one after another: Pagefind holds an index in memory while it makes it.
 * @throws when Pagefind reports an error, or not exactly the expected number of announcements is in the indexes
 */
export async function makeIndexes(given: {
  shards: readonly IndexShard[];
  /** All of the site, where it has some of them already: they stay in the store. */
  among?: readonly IndexShard[];
  expected: number;
  store: ShardStore;
  tell: (words: string) => void;
}): Promise<readonly KeptFile[]> {
  const { shards, among = shards, expected, store, tell } = given;
  const files = new Map<string, KeptFile>();
  const found = new Set<string>();
  const made: IndexShard[] = [];
  for (const shard of shards) {
    let kept = await store.recall(shard.folder);
    if (!kept) {
      kept = await store.keep(shard.folder, await makeShard(shard, tell));
      made.push(shard);
    }
    for (const id of kept.ids) found.add(id);
    for (const file of kept.files) files.set(file.path, file);
  }
  if (found.size !== expected) throw new Error(`检索里有 ${found.size} 份公告，应当有 ${expected} 份。`);
  await store.tidy(new Set(among.map(({ folder }) => folder)));
  tellMade(among, made, tell);
  return [...files.values()];
}

/**
 * Copies a finished index from one store to another.
 * @returns whether the first has it, every byte as it was written
 */
export async function copyShard(from: ShardStore, to: ShardStore, key: string): Promise<boolean> {
  const kept = await from.recall(key);
  if (!kept) return false;
  const files = kept.files.map(async ({ path, copyOf }) => ({ path, content: await readFile(copyOf) }));
  await to.keep(key, { files: await Promise.all(files), ids: kept.ids });
  return true;
}

/** Says which indexes were made anew where others were not: an earlier date or a correction may have changed a large one. */
function tellMade(
  shards: readonly IndexShard[],
  made: readonly IndexShard[],
  tell: (words: string) => void,
): void {
  if (made.length === 0 || made.length === shards.length) return;
  const names = made.map(({ name, count }) => `${name}（${count} 份公告）`);
  tell(`检索：重新生成了 ${names.join('、')}，其余 ${shards.length - made.length} 个索引沿用`);
}

/** Gives files their places in a site: a second name of the kept ones, which costs no space, or a copy on another disk. */
export async function placeFiles(folder: string, files: readonly KeptFile[]): Promise<void> {
  for (const { path, copyOf } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await link(copyOf, target).catch(async () => {
      // What stands there is removed and never written into: it may be a second name, too.
      await rm(target, { force: true });
      await copyFile(copyOf, target);
    });
  }
}
