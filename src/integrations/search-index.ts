import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { wordsOf } from '../core/search/text.ts';
import { loadContent } from '../site/content.ts';
import { INDEX_FOLDER, indexShards, type IndexShard, type SearchRecord } from '../site/search.ts';

/** Makes the full-text indexes beside the pages. A build without a whole index fails. */
export function searchIndex(): AstroIntegration {
  return besidePages('zhangbang-search-index', INDEX_FOLDER, (tell) => {
    const { edition } = loadContent();
    return makeIndexes({ shards: indexShards(edition), expected: edition.current.length, tell });
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
  make: (tell: (words: string) => void) => Promise<readonly IndexFile[]>,
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
        await writeFiles(join(fileURLToPath(dir), folder), files);
      },
    },
  };
}

interface Outcome {
  readonly files?: readonly IndexFile[];
  readonly failure?: unknown;
}

/** Settles into a value, so that a failure while pages are being written waits to be reported. */
const outcomeOf = (files: Promise<readonly IndexFile[]>): Promise<Outcome> =>
  files.then(
    (made) => ({ files: made }),
    (failure: unknown) => ({ failure }),
  );

/**
 * The files of one index a shard, made one after another: Pagefind holds an index in memory while it makes it.
 * @throws when Pagefind reports an error, or not exactly the expected number of announcements is in the indexes
 */
export async function makeIndexes(given: {
  shards: readonly IndexShard[];
  expected: number;
  tell: (words: string) => void;
}): Promise<readonly IndexFile[]> {
  const { shards, expected, tell } = given;
  const found = new Set<string>();
  const served: IndexFile[] = [];
  for (const shard of shards) {
    const files = await makeIndex(shard, tell);
    const rows = rowsOf(shard, files);
    for (const id of Object.values(rows)) found.add(id);
    // The program is the same for every shard.
    if (served.length === 0) served.push(...files.filter(({ path }) => path === 'pagefind.js'));
    served.push(...servedOf(shard, files, rows));
  }
  if (found.size !== expected) throw new Error(`检索里有 ${found.size} 份公告，应当有 ${expected} 份。`);
  return served;
}

/** One line of progress for this many announcements: about two seconds' work. */
const STEP = 1000;

async function makeIndex(
  { name, language, records }: IndexShard,
  tell: (words: string) => void,
): Promise<readonly IndexFile[]> {
  try {
    // Fragments are not published (see rowsOf); bundled, they are quick to read.
    const index = await newIndex({ maxFragments: 1 });
    for (const [number, record] of records.entries()) {
      await addRecord(index, language, record);
      if ((number + 1) % STEP === 0) tell(`检索 ${name}：${number + 1} / ${records.length}`);
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
  { name, records }: IndexShard,
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
  { name, tag }: IndexShard,
  files: readonly IndexFile[],
  rows: Readonly<Record<string, string>>,
): readonly IndexFile[] {
  const served = files.filter(({ path }) => SERVED.test(path));
  const kinds = [/entry/u, /wasm/u, /pf_meta/u, /pf_index/u];
  if (!kinds.every((kind) => served.some(({ path }) => kind.test(path)))) {
    throw new Error(`Pagefind 没有写全检索文件，只有：${files.map(({ path }) => path).join('、')}`);
  }
  return [...served, { path: 'rows.json', content: Buffer.from(JSON.stringify(rows)) }].map(
    ({ path, content }) => ({ path: posix.join(`${name}.${tag}`, path), content }),
  );
}

async function writeFiles(folder: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path, content } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
