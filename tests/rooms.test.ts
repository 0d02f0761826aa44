import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { describeBreach, findBreaches, type SourceFile } from './rooms.ts';

test('every file of src keeps to its room and to the direction of dependence', () => {
  // Folders that begin with a dot too, such as that of security.txt.
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  expect(files.length).toBeGreaterThan(10);
  expect(findBreaches(files).map(describeBreach).join('\n\n')).toBe('');
});

const breaches: readonly [name: string, path: string, text: string, what: string][] = [
  ['core does not know the pages', 'src/core/check.ts', `import '../pages/x.ts';`, 'imports ../pages/x.ts'],
  ['core does not know Astro', 'src/core/feeds/rss.ts', `import 'astro';`, 'imports astro'],
  [
    'a folder that merely begins like a known part is none',
    'src/core/body.ts',
    `import 'yaml-x';`,
    'imports yaml-x',
  ],
  [
    'the vocabulary knows nobody',
    'src/core/announcement/money.ts',
    `import type { Finding } from '../diagnostic.ts';`,
    'imports types of ../diagnostic.ts',
  ],
  [
    'rules do not know projects',
    'src/core/rules/a.ts',
    `import { x } from '../project.ts';`,
    'imports ../project.ts',
  ],
  [
    'a re-export is an import',
    'src/core/rules/a.ts',
    `export * from '../project.ts';`,
    'imports ../project.ts',
  ],
  [
    'a dynamic import is one too',
    'src/core/rules/a.ts',
    `await import('../project.ts');`,
    'imports ../project.ts',
  ],
  [
    'a type by import() is one too',
    'src/core/rules/a.ts',
    `type X = import('../project.ts').X;`,
    'imports types of ../project.ts',
  ],
  [
    'a computed import cannot be followed',
    'src/core/rules/a.ts',
    `const m = await import(name);`,
    'imports import(name)',
  ],
  [
    'an encoder knows the corpus by its types alone',
    'src/core/feeds/rss.ts',
    `import { loadCorpus } from '../corpus/load.ts';`,
    'imports ../corpus/load.ts',
  ],
  ['only the corpus opens files', 'src/core/calendar.ts', `import fs from 'node:fs';`, 'imports node:fs'],
  ['core has no clock', 'src/core/listing.ts', `const now = Temporal.Now.instant();`, 'uses Temporal.Now'],
  ['core has no clock of the old kind', 'src/core/listing.ts', `const now = new Date();`, 'uses new Date()'],
  ['core has no clock of the oldest kind', 'src/core/listing.ts', `const now = Date.now();`, 'uses Date.now'],
  [
    'core does not read the environment',
    'src/core/check.ts',
    `const a = process.env['A'];`,
    'uses process.env',
  ],
  ['core has no network', 'src/core/check.ts', `await globalThis.fetch('/');`, 'uses fetch()'],
  [
    'no page of the site knows a screen of the desk',
    'src/pages/index.astro',
    `---\nimport '../client/desk/main.tsx';\n---\n`,
    'imports ../client/desk/main.tsx',
  ],
  [
    'the screens of the desk know nothing of the disk',
    'src/client/desk/form.tsx',
    `import fs from 'node:fs';\nexport const a = <p />;`,
    'imports node:fs',
  ],
  [
    'components print, they do not query',
    'src/components/Row.astro',
    `---\nimport { check } from '../core/check.ts';\n---\n<p></p>`,
    'imports ../core/check.ts',
  ],
  [
    'the script of a component counts as well',
    'src/components/Row.astro',
    `<p></p>\n<script>\nimport '../core/corpus/load.ts';\n</script>`,
    'imports ../core/corpus/load.ts',
  ],
  [
    'a component does not load the content by the back door',
    'src/components/Row.astro',
    `---\nimport { loadContent } from '../site/content.ts';\n---\n`,
    'imports ../site/content.ts',
  ],
  [
    'a page does not ask for all that was read',
    'src/pages/index.astro',
    `---\nimport { loadContent } from '../site/content.ts';\nconst { edition, corpus } = loadContent();\n---\n`,
    'takes more than the edition from loadContent()',
  ],
  [
    'a page does not keep the content to ask it later',
    'src/pages/feed.xml.ts',
    `import { loadContent } from '../site/content.ts';\nconst content = loadContent();\n`,
    'takes more than the edition from loadContent()',
  ],
  [
    'what a page shows is not gathered from all that was read',
    'src/site/home.ts',
    `import { loadContent } from './content.ts';\nexport const all = () => loadContent().corpus.entries;\n`,
    'takes more than the edition from loadContent()',
  ],
  [
    'another name for loading is no way round',
    'src/pages/feed.xml.ts',
    `import { loadContent as load } from '../site/content.ts';\nexport const all = load().corpus;\n`,
    'takes more than the edition from loadContent()',
  ],
  ['only two rooms keep a database', 'src/cli/build.ts', `import 'node:sqlite';`, 'imports node:sqlite'],
  ['a browser has no Node', 'src/client/search.ts', `import 'node:fs';`, 'imports node:fs'],
  ['there is no utils', 'src/core/corpus/utils.ts', '', 'is named “utils.ts”'],
  ['there is no folder of helpers', 'src/components/helpers/a.ts', '', 'is named “helpers”'],
  [
    'a new room is written down first',
    'src/core/weather.ts',
    '',
    'lies in a room that is not known: core/weather',
  ],
];

test.each(breaches)('%s', (_name, path, text, what) => {
  expect(findBreaches([{ path, text }]).map((breach) => breach.what)).toEqual([what]);
});

const allowed: readonly SourceFile[] = [
  {
    path: 'src/pages/index.astro',
    text: `---\nimport { loadContent } from '../site/content.ts';\nconst { edition } = loadContent();\nconst { now } = loadContent().edition;\n---\n`,
  },
  {
    path: 'src/core/check.ts',
    text: `import { x } from './corpus/load.ts';\nimport { y } from './project.ts';`,
  },
  { path: 'src/core/corpus/load.ts', text: `import fs from 'node:fs';\nimport { z } from 'zod';` },
  { path: 'src/core/corpus/tree.ts', text: `import { z } from './load.ts';` },
  { path: 'src/core/feeds/rss.ts', text: `import type { Corpus } from '../corpus/corpus.ts';` },
  { path: 'src/core/feeds/json.ts', text: `import { type Corpus, type Entry } from '../corpus/corpus.ts';` },
  {
    path: 'src/core/calendar.ts',
    text: `const day = new Date(0); // reading Date.now() in a comment is no use of it`,
  },
  {
    path: 'src/components/Row.astro',
    text: `---\nimport type { Entry } from '../core/corpus/corpus.ts';\n---\n<p></p>`,
  },
  { path: 'src/pages/index.astro', text: `---\nimport { check } from '../core/check.ts';\n---\n` },
  { path: 'src/build/state.ts', text: `import 'node:sqlite';` },
  { path: 'src/cli/check.ts', text: `const now = Temporal.Now.instant();\nimport 'node:fs';` },
];

test('what the design allows is no breach', () => {
  expect(findBreaches(allowed)).toEqual([]);
});

test('a breach says which file and line, which import, which rule and how to repair it', () => {
  const file = { path: 'src/core/report.ts', text: `\nimport { check } from './check.ts';\n` };
  expect(findBreaches([file]).map(describeBreach)).toMatchInlineSnapshot(`
    [
      "src/core/report.ts:2 imports ./check.ts
      rule: core/report may know core/diagnostic, core/privacy
      repair: hand the value in as an argument from the room that knows both, or move the code to the room it serves",
    ]
  `);
});

test('files of one room that import each other in a circle are told once, with the way around', () => {
  const circle = [
    { path: 'src/core/feeds/start.ts', text: `import { a } from './a.ts';` },
    { path: 'src/core/feeds/a.ts', text: `import { d } from './d.ts';\nimport type { B } from './b.ts';` },
    { path: 'src/core/feeds/b.ts', text: `import { d } from './d.ts';\nexport { c } from './c.ts';` },
    { path: 'src/core/feeds/c.ts', text: `export type A = import('./a.ts').A;` },
    { path: 'src/core/feeds/d.ts', text: `export const d = 1;` },
    { path: 'src/core/chart/self.ts', text: `import type { Self } from './self.ts';` },
  ];
  expect(findBreaches(circle).map(describeBreach)).toMatchInlineSnapshot(`
    [
      "src/core/feeds/a.ts:2 imports src/core/feeds/b.ts, which leads back: src/core/feeds/a.ts → src/core/feeds/b.ts → src/core/feeds/c.ts → src/core/feeds/a.ts
      rule: no file needs itself in order to be understood: imports within a room run one way, types too
      repair: move what both need, often a type, to a file of its own, or hand it in as an argument",
      "src/core/chart/self.ts:1 imports src/core/chart/self.ts, which leads back: src/core/chart/self.ts → src/core/chart/self.ts
      rule: no file needs itself in order to be understood: imports within a room run one way, types too
      repair: move what both need, often a type, to a file of its own, or hand it in as an argument",
    ]
  `);
});

test('two hundred files, each of which imports all that come after it, have no circle', () => {
  const files = Array.from({ length: 200 }, (_, place) => ({
    path: `src/core/feeds/f${place}.ts`,
    text: Array.from({ length: 199 - place }, (_, next) => `import './f${place + next + 1}.ts';`).join('\n'),
  }));
  expect(findBreaches(files)).toEqual([]);
});
