import { join } from 'node:path';
import type { Edition } from '../core/edition.ts';
import { copyShard, makeIndexes, placeFiles, shardStore } from './search-index.ts';
import type { KeptFile, ShardStore } from './search-index/shard-store.ts';
import { INDEX_FOLDER, indexShards, type IndexShard } from '../site/search-shards.ts';
import type { Output } from './making.ts';
import type { Outputs } from './outputs.ts';

/** What the store of outputs calls an index, whose key is its folder; the program that reads them all is one too. */
export const INDEX_KIND = 'search-index';

/** Indexes that are being made; a failure waits until they are asked for. */
export interface BegunIndexes {
  readonly outcome: Promise<{ readonly files?: readonly KeptFile[]; readonly failure?: unknown }>;
}

/** Begins to make full-text indexes: a program of its own does that, while pages are made. */
export const beginIndexes = (shards: readonly IndexShard[]): BegunIndexes => ({
  outcome: make(shards).then(
    (files) => ({ files }),
    (failure: unknown) => ({ failure }),
  ),
});

const make = (
  shards: readonly IndexShard[],
  among: readonly IndexShard[] = shards,
): Promise<readonly KeptFile[]> => {
  const expected = shards.reduce((sum, { count }) => sum + count, 0);
  // On the channel of progress: what a build prints there is not for other programs.
  return makeIndexes({ shards, among, expected, store: shardStore(), tell: (words) => console.warn(words) });
};

/**
 * Puts indexes that were begun into a site.
 * @returns their files by their keys
 * @throws what their making has thrown
 */
export async function placeIndexes(
  site: string,
  { outcome }: BegunIndexes,
): Promise<ReadonlyMap<string, readonly Output[]>> {
  const { files, failure } = await outcome;
  if (!files) throw failure;
  await placeFiles(join(site, INDEX_FOLDER), files);
  return outputsByKey(files);
}

/**
 * Copies indexes that were begun into another store than this checkout's.
 * @throws what their making has thrown
 */
export async function keepIndexes(
  store: ShardStore,
  shards: readonly IndexShard[],
  { outcome }: BegunIndexes,
): Promise<void> {
  const { files, failure } = await outcome;
  if (!files) throw failure;
  for (const { folder } of shards)
    if (!(await copyShard(shardStore(), store, folder)))
      throw new Error(`检索 ${folder} 没有写完整。请检查磁盘，再运行一次。`);
}

/**
 * Makes the indexes that a release has not, into a folder, and forgets those that are gone.
 * @returns the paths of files that come and go
 */
export async function changeIndexes(
  folder: string,
  edition: Edition,
  outputs: Outputs,
): Promise<{ puts: readonly string[]; removals: readonly string[] }> {
  const shards = indexShards(edition);
  const before = new Set(outputs.keysOf(INDEX_KIND));
  const now = new Set(shards.map((shard) => shard.folder));
  const fresh = shards.filter((shard) => !before.has(shard.folder));
  const stale = [...before].filter((key) => !now.has(key) && key !== PROGRAM);
  const removals = stale.flatMap((key) => outputs.take({ kind: INDEX_KIND, key }).map(({ path }) => path));
  if (fresh.length === 0) return { puts: [], removals };
  const files = await make(fresh, shards);
  const placed = files.filter(({ path }) => !before.has(keyOf(path)));
  await placeFiles(join(folder, INDEX_FOLDER), placed);
  const byKey = outputsByKey(placed);
  for (const [key, own] of byKey) outputs.put({ kind: INDEX_KIND, key, outputs: own, reads: new Set() });
  return { puts: [...byKey.values()].flatMap((own) => own.map(({ path }) => path)), removals };
}

/** Pagefind's own, which reads every index. */
const PROGRAM = 'pagefind.js';

const keyOf = (path: string): string => path.split('/', 1)[0]!;

const outputsByKey = (files: readonly KeptFile[]): ReadonlyMap<string, readonly Output[]> => {
  const groups = Map.groupBy(files, ({ path }) => keyOf(path));
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      own.map(({ path, sha256, bytes }) => ({ path: `${INDEX_FOLDER}/${path}`, sha256, bytes })),
    ]),
  );
};
