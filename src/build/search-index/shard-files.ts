import { basename, posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { wordsOf } from '../../core/search/text.ts';
import type { SearchRecord } from '../../site/search.ts';
import type { IndexShard } from '../../site/search-shards.ts';

/** What is made of a shard; the paths are below `search/index/`. */
export interface ShardFiles {
  /** Those that a browser fetches, and the program that reads them, which is the same for every shard. */
  readonly files: readonly IndexFile[];
  /** The announcements in it. */
  readonly ids: readonly string[];
}

/**
 * Makes the index of one shard. The same records give the same bytes, in whatever process they are made. The
 * files of this project that it runs through are listed in src/site/index-maker.ts.
 * @throws when Pagefind reports an error, or an announcement is not in the index
 */
export async function makeShard(shard: IndexShard, tell: (words: string) => void): Promise<ShardFiles> {
  const records = shard.records();
  const files = await makeIndex(shard, records, tell);
  const rows = rowsOf(shard, records, files);
  return {
    // Pagefind lists them in another order each time.
    files: [...files.filter(({ path }) => path === 'pagefind.js'), ...servedOf(shard, files, rows)].sort(
      (a, b) => (a.path < b.path ? -1 : 1),
    ),
    ids: Object.values(rows),
  };
}

/** One line of progress for this many announcements: about two seconds' work. */
const STEP = 1000;

/** Announcements on their way to Pagefind at a time; it takes them in their order. One by one, each waits for a page. */
const BATCH = 50;

async function makeIndex(
  { name, language }: IndexShard,
  records: readonly SearchRecord[],
  tell: (words: string) => void,
): Promise<readonly IndexFile[]> {
  try {
    // Fragments are not published (see rowsOf); bundled, they are quick to read.
    const index = await newIndex({ maxFragments: 1 });
    for (let at = 0; at < records.length; at += BATCH) {
      await Promise.all(records.slice(at, at + BATCH).map((record) => addRecord(index, language, record)));
      if (at > 0 && at % STEP === 0) tell(`检索 ${name}：${at} / ${records.length}`);
    }
    const { errors, files } = await index.getFiles();
    refuse(errors, name);
    await index.deleteIndex();
    return files;
  } finally {
    // Ends the process, so that the next shard begins with its memory free.
    await close();
  }
}

async function newIndex(config: Parameters<typeof createIndex>[0]): Promise<PagefindIndex> {
  const { errors, index } = await createIndex(config);
  refuse(errors, 'createIndex');
  if (!index) throw new Error('检索没有建立：Pagefind 没有给出索引。');
  return index;
}

async function addRecord(
  index: PagefindIndex,
  language: string,
  { id, sections }: SearchRecord,
): Promise<void> {
  const { errors } = await index.addCustomRecord({ url: id, language, content: wordsOf(sections), meta: {} });
  refuse(errors, id);
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`检索没有建立（${what}）：${errors.join('；')}`);
}

/** Signature of a file of Pagefind, before its data. */
const SIGNATURE = 'pagefind_dcd';

/**
 * The announcement of each result: Pagefind names a result by its fragment, and a fragment's `url` is our id. With
 * this one table the browser needs no fragment. They would serve for excerpts, but hold pairs of characters in lower
 * case without blanks, which is not how a legal text may be quoted.
 * @throws when a record has no fragment
 */
function rowsOf(
  { name }: IndexShard,
  records: readonly SearchRecord[],
  files: readonly IndexFile[],
): Readonly<Record<string, string>> {
  const rows = Object.fromEntries(
    files.filter(({ path }) => path.endsWith('.pf_fragment')).flatMap(fragmentsIn),
  );
  const found = new Set(Object.values(rows));
  const missing = records.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  if (missing.length > 0)
    throw new Error(`检索 ${name} 里缺 ${missing.length} 份公告：${missing.slice(0, 5).join('、')}`);
  return rows;
}

interface Fragment {
  url: string;
}

/** Name and `url` of each fragment in a file. A file has one, with its name; or it is a bundle of several by name. */
function fragmentsIn({ path, content }: IndexFile): readonly (readonly [string, string])[] {
  const text = gunzipSync(content).toString('utf8');
  if (!text.startsWith(SIGNATURE)) throw new Error('Pagefind 的片段文件换了格式，检索没有建立。');
  const data = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Readonly<Record<string, Fragment>>;
  if (typeof data.url === 'string') return [[basename(path, '.pf_fragment'), data.url]];
  return Object.entries(data as Readonly<Record<string, Fragment>>).map(([name, { url }]) => [name, url]);
}

/** What a browser fetches of an index, beside the program. */
const SERVED =
  /^(pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\.[^/]+\.pf_meta|index\/[^/]+\.pf_index)$/u;

function servedOf(
  { folder }: IndexShard,
  files: readonly IndexFile[],
  rows: Readonly<Record<string, string>>,
): readonly IndexFile[] {
  const served = files.filter(({ path }) => SERVED.test(path));
  const kinds = [/entry/u, /wasm/u, /pf_meta/u, /pf_index/u];
  if (!kinds.every((kind) => served.some(({ path }) => kind.test(path)))) {
    throw new Error(`Pagefind 没有写全检索文件，只有：${files.map(({ path }) => path).join('、')}`);
  }
  return [...served, { path: 'rows.json', content: Buffer.from(JSON.stringify(rows)) }].map(
    ({ path, content }) => ({ path: posix.join(folder, path), content }),
  );
}
