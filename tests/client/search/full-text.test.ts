// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SearchManifest } from '../../../src/core/search/manifest.ts';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  current: { r1: '营业执照和授权书', r2: '营业执照' },
  archive: { r3: '授权书', r4: '营业执照和授权书' },
};

/** With what each instance was made, and in which language the page was then. */
const made: unknown[] = [];

/**
 * In the place of Pagefind's program: asks for a file before it answers, as Pagefind does, and answers as if nothing
 * stood in an index whose file did not come.
 */
vi.doMock('/site/search/index/pagefind.js', () => ({
  createInstance(options: { basePath: string }) {
    made.push({ ...options, lang: document.documentElement.lang });
    const names = [nameIn(options.basePath)];
    return {
      mergeIndex: (path: string): Promise<void> => Promise.resolve(void names.push(nameIn(path))),
      async search(phrase: string) {
        const results: { id: string }[] = [];
        for (const name of names) {
          if (!(await window.fetch(`chunk-${name}`)).ok) continue;
          const words = phrase.slice(1, -1).split(' ');
          for (const [id, text] of Object.entries(TEXTS[name]!))
            if (words.every((word) => text.includes(word))) results.push({ id });
        }
        return { results };
      },
    };
  },
}));

const nameIn = (path: string): string => path.split('/').at(-2)!.split('.')[0]!;

const manifest: SearchManifest = {
  base: '/site/',
  years: [],
  shards: [
    { name: 'current', language: 'zz-x-current', tag: 'a', newest: '2026' },
    { name: 'archive', language: 'zz-x-archive', tag: 'b', newest: '2024' },
  ],
  synonyms: '',
  simplified: '',
  scripts: [],
  textsInFile: 4,
};

document.documentElement.lang = 'zh-CN';
document.body.innerHTML = `<script id="search-manifest" type="application/json">${JSON.stringify(manifest)}</script>`;

const ROWS: Readonly<Record<string, unknown>> = {
  current: { r1: 'tender', r2: 'notice' },
  archive: { r3: 'old-notice', r4: 'old-tender' },
};

/** Files that do not come, by a part of their address. */
let missing = '';
let asked: string[];

/** A page that has opened no index yet. */
let canSearchBodies: () => Promise<boolean>;
let findInBodies: typeof import('../../../src/client/search/full-text.ts').findInBodies;

beforeEach(async () => {
  vi.resetModules();
  ({ canSearchBodies, findInBodies } = await import('../../../src/client/search/full-text.ts'));
  missing = 'nothing';
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.replace(manifest.base, ''));
    const isThere = !address.includes(missing);
    const name = /index\/(\w+)\.\w+\/rows/u.exec(address)?.[1];
    return Promise.resolve(
      new Response(JSON.stringify(name === undefined ? {} : ROWS[name]), { status: isThere ? 200 : 404 }),
    );
  });
});

/** What is known after each index. */
async function found(parts: readonly string[], oldest: string | undefined): Promise<readonly string[][]> {
  const answers: string[][] = [];
  for await (const ids of findInBodies(
    parts.map((part) => ({ forms: [part] })),
    oldest,
  ))
    answers.push([...ids]);
  return answers;
}

describe('while a part of the index does not come', () => {
  test.each(['rows.json', 'chunk-current', 'archive.b/rows.json', 'chunk-archive'])(
    'as %s, the search fails, and is not taken for texts without the words',
    async (file) => {
      missing = file;
      await expect(found(['营业执照'], '2018')).rejects.toThrow('404');
      missing = 'nothing';
      expect((await found(['营业执照'], '2018')).at(-1)).toEqual(['tender', 'notice', 'old-tender']);
    },
  );
});

test('the answer of the newest index comes first, then that of all', async () => {
  expect(await found(['营业执照'], '2018')).toEqual([
    ['tender', 'notice'],
    ['tender', 'notice', 'old-tender'],
  ]);
});

test('every part must be there', async () => {
  expect((await found(['营业执照', '授权书'], '2018')).at(-1)).toEqual(['tender', 'old-tender']);
  expect((await found(['营业执照', '魑魅'], '2018')).at(-1)).toEqual([]);
});

test('an index of years before those that are looked through is not asked', async () => {
  expect(await found(['授权书'], '2025')).toEqual([['tender']]);
  expect(await found(['授权书'], undefined)).toEqual([]);
  expect(asked.filter((address) => address.includes('archive'))).toEqual([]);
});

test('what is open stays open', async () => {
  await found(['营业执照'], '2018');
  asked = [];
  await found(['授权书'], '2018');
  expect(asked.filter((address) => !address.startsWith('chunk-'))).toEqual([]);
});

test('an index is made in the page, under its own language, and the page keeps its own', async () => {
  await found(['营业执照'], '2025');
  expect(made.at(-1)).toMatchObject({ noWorker: true, lang: 'zz-x-current' });
  expect(document.documentElement.lang).toBe('zh-CN');
});

test('a result that the table of an index does not know is a failure', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  await expect(found(['营业执照'], '2025')).rejects.toThrow('r1');
});

test.each([
  ['knows no references', () => vi.spyOn(WebAssembly, 'validate').mockReturnValue(false)],
  [
    'may not start WebAssembly',
    () => vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(new Error('refused')),
  ],
  ['has no WebAssembly', () => vi.stubGlobal('WebAssembly', undefined)],
])('a browser that %s is not asked to search texts', async (_, refuse) => {
  expect(await canSearchBodies()).toBe(true);
  refuse();
  expect(await canSearchBodies()).toBe(false);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
