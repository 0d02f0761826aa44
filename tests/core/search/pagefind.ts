import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';

interface Program {
  createInstance(options: object): { search(question: string): Promise<{ results: { id: string }[] }> };
}

export interface OpenIndex {
  /** The places of the documents that were found, ascending. */
  find(question: string): Promise<number[]>;
  close(): Promise<void>;
}

/** Indexes documents by their words and opens the index with Pagefind's own browser side, which runs in Node as well. */
export async function openIndex(words: readonly string[]): Promise<OpenIndex> {
  const files = new Map((await made(words)).map(({ path, content }) => [path, content]));
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  const program = join(folder, 'pagefind.mjs');
  await writeFile(program, files.get('pagefind.js')!);
  const { createInstance } = (await import(program)) as Program;
  const original = globalThis.fetch;
  globalThis.fetch = (address) => {
    const content = files.get(String(address as string).replace(/^\/|\?.*$/gu, ''));
    return Promise.resolve(content ? new Response(Buffer.from(content)) : new Response('', { status: 404 }));
  };
  const instance = createInstance({ basePath: '/', metaCacheTag: 'test' });
  const places = placesOf(files);
  return {
    find: async (question) => {
      const { results } = await instance.search(question);
      return results.map(({ id }) => places.get(id)!).sort((a, b) => a - b);
    },
    close: async () => {
      globalThis.fetch = original;
      await rm(folder, { recursive: true });
    },
  };
}

async function made(words: readonly string[]): Promise<readonly IndexFile[]> {
  const { index } = await createIndex({ maxFragments: 1 });
  for (const [place, content] of words.entries()) {
    await index!.addCustomRecord({ url: String(place), language: 'zz', content, meta: {} });
  }
  const { files } = await index!.getFiles();
  await close();
  return files;
}

function placesOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, number> {
  const fragments = [...files].filter(([path]) => path.endsWith('.pf_fragment'));
  return new Map(
    fragments.flatMap(([, content]) => {
      const text = gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length);
      return Object.entries(JSON.parse(text) as Record<string, { url: string }>).map(
        ([id, { url }]) => [id, Number(url)] as const,
      );
    }),
  );
}
