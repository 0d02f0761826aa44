import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadContent } from '../site/content.ts';
import { INDEX_FOLDER, indexShards, type IndexShard } from '../site/search-shards.ts';
import { makeShard } from './search-index/shard-files.ts';
import { ShardStore, type KeptFile } from './search-index/shard-store.ts';

/** Where finished indexes are kept from build to build. Without it they are made again. */
const STORE = join(import.meta.dirname, '../../.cache/search-index');

/** Makes the full-text indexes beside the pages. A build without a whole index fails. */
export function searchIndex(): AstroIntegration {
  return besidePages('zhangbang-search-index', INDEX_FOLDER, (tell) => {
    const { edition } = loadContent();
    const shards = indexShards(edition);
    return makeIndexes({ shards, expected: edition.current.length, store: new ShardStore(STORE), tell });
  });
}

/**
 * Files that need nothing of the pages, and that a program of its own makes: it begins before the pages, and the build
 * is done when both are. The files are written at the end, so a build that fails earlier leaves nothing being written.
 * @param folder below the root of the site
 * @param make gets what prints a line of progress; its failure is the build's
 */
export function besidePages(
  name: string,
  folder: string,
  make: (tell: (words: string) => void) => Promise<readonly KeptFile[]>,
): AstroIntegration {
  let begun: Promise<Outcome> | undefined;
  const begin = (logger: Pick<Console, 'warn'>): Promise<Outcome> =>
    // Astro prints nothing below this level (src/cli/build.ts).
    outcomeOf(make((words) => logger.warn(words)));
  return {
    name,
    hooks: {
      'astro:build:start': ({ logger }) => {
        begun = begin(logger);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { files, failure } = await (begun ?? begin(logger));
        if (!files) throw failure;
        await placeFiles(join(fileURLToPath(dir), folder), files);
      },
    },
  };
}

interface Outcome {
  readonly files?: readonly KeptFile[];
  readonly failure?: unknown;
}

/** Settles into a value, so that a failure while pages are being written waits to be reported. */
const outcomeOf = (files: Promise<readonly KeptFile[]>): Promise<Outcome> =>
  files.then(
    (made) => ({ files: made }),
    (failure: unknown) => ({ failure }),
  );

/**
 * The finished files of all indexes, which the store has or gets; their paths are below `search/index/`. What is not
 * there is made, one after another: Pagefind holds an index in memory while it makes it.
 * @throws when Pagefind reports an error, or not exactly the expected number of announcements is in the indexes
 */
export async function makeIndexes(given: {
  shards: readonly IndexShard[];
  expected: number;
  store: ShardStore;
  tell: (words: string) => void;
}): Promise<readonly KeptFile[]> {
  const { shards, expected, store, tell } = given;
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
  await store.tidy(new Set(shards.map(({ folder }) => folder)));
  tellMade(shards, made, tell);
  return [...files.values()];
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
async function placeFiles(folder: string, files: readonly KeptFile[]): Promise<void> {
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
