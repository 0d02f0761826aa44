import { shardsSince } from '../../core/search/shard.ts';
import { isSingle, phraseOf, searchable } from '../../core/search/text.ts';
import type { Want } from '../../core/search/wanted.ts';
import { manifest } from './parts.ts';
import { forget, once, readJson } from './site-files.ts';

/** What we use of Pagefind's browser side, version 1.6.0. */
interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): Instance;
}

interface Instance {
  mergeIndex(path: string, options: { language: string; metaCacheTag: string }): Promise<void>;
  search(question: string): Promise<{ results: readonly { id: string }[] }>;
}

interface Opened {
  instance: Instance;
  /** Our id of each of Pagefind's results. */
  ids: Map<string, string>;
}

/** A module with one table of `externref`, which Pagefind's own module has too: Chrome 96, Safari 15, Firefox 79. */
const WITH_REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1]);

/** Whether Pagefind can run: the browser knows its WebAssembly, and neither it nor a policy refuses to start one. */
export async function canSearchBodies(): Promise<boolean> {
  try {
    if (!WebAssembly.validate(WITH_REFERENCES)) return false;
    await WebAssembly.instantiate(WITH_REFERENCES);
    return true;
  } catch {
    return false;
  }
}

/**
 * The announcements that have everything that is wanted anywhere in their text. Gives what is known after each index, the newest
 * first; the last answer is the whole.
 * @param oldest the year before which nothing is asked for
 * @throws when a file does not come or does not belong to this version of the site; the next call begins anew
 */
export async function* findInBodies(
  wants: readonly Want[],
  oldest: string | undefined,
): AsyncGenerator<ReadonlySet<string>> {
  const needed = shardsSince(manifest.shards, oldest);
  try {
    for (const number of needed.keys()) yield await ask(await opened(number), wants);
  } catch (cause) {
    manifest.shards.forEach(({ name }) => forget(name));
    throw cause;
  }
}

/** The indexes up to this one, open. */
const opened = (number: number): Promise<Opened> => once(manifest.shards[number]!.name, () => open(number));

/** Opens the first index, or joins a later one to those already open. */
async function open(number: number): Promise<Opened> {
  const { name, language, tag } = manifest.shards[number]!;
  const folder = `${manifest.base}search/index/`;
  const basePath = `${folder}${name}.${tag}/`;
  const rows = await readJson<Record<string, string>>(`${basePath}rows.json`);
  if (number === 0) {
    const instance = await create(`${folder}pagefind.js`, basePath, { language, tag });
    return { instance, ids: new Map(Object.entries(rows)) };
  }
  const { instance, ids } = await opened(number - 1);
  await instance.mergeIndex(basePath, { language, metaCacheTag: tag });
  for (const [result, id] of Object.entries(rows)) ids.set(result, id);
  return { instance, ids };
}

async function create(
  program: string,
  basePath: string,
  { language, tag }: { language: string; tag: string },
): Promise<Instance> {
  const { createInstance } = (await import(/* @vite-ignore */ program)) as Pagefind;
  // Pagefind takes the language of the index from <html lang>, once, while the instance is made. With `zh-CN` it
  // would divide our words anew and find 23 % of what there is.
  const root = document.documentElement;
  const { lang } = root;
  root.lang = language;
  try {
    // In the page and not in a worker, where a file that does not come could not be noticed (see `whole`).
    return createInstance({ basePath, noWorker: true, metaCacheTag: tag });
  } finally {
    root.lang = lang;
  }
}

/** One question a form, one after another: a phrase is exact, and Pagefind takes one phrase in a question. */
async function ask({ instance, ids }: Opened, wants: readonly Want[]): Promise<ReadonlySet<string>> {
  let found: ReadonlySet<string> | undefined;
  for (const want of wants) {
    const own = new Set(want.ids);
    for (const form of want.forms.map(searchable)) {
      if (isSingle(form)) continue;
      const { results } = await whole(() => instance.search(phraseOf(form)));
      for (const { id } of results) own.add(idOf(ids, id));
    }
    found = found ? new Set([...found].filter((id) => own.has(id))) : own;
  }
  return found ?? new Set();
}

function idOf(ids: Opened['ids'], result: string): string {
  const id = ids.get(result);
  if (id === undefined) throw new Error(`the index has a result that its table does not know: ${result}`);
  return id;
}

/**
 * Pagefind writes to the console that a chunk of an index did not come, and answers as if nothing stood in it. Here
 * such an answer is a failure.
 */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  const original = window.fetch;
  let failed: unknown;
  window.fetch = async (...request) => {
    try {
      const response = await original.apply(window, request);
      if (!response.ok) failed = new Error(`${response.status} ${response.url}`);
      return response;
    } catch (cause) {
      failed = cause;
      throw cause;
    }
  };
  try {
    const result = await work();
    if (failed) throw failed;
    return result;
  } finally {
    window.fetch = original;
  }
}
