import { spawnSync } from 'node:child_process';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { newer, oldNames } from '../floor.ts';
import { filesLike, pathOf, textOf } from './site.ts';

/**
 * Pagefind's own program is asked for only where the browser has what it needs, so what it is written in does not
 * count; all else must be understood by Chrome 90, Safari 14 and Firefox 90, which know the language of 2021.
 */
const shipped = filesLike('**/*.js').filter((file) => !/^search\/index\//u.test(file));

test('every script is in the language of the oldest browsers, and asks for no function that they lack', () => {
  expect(shipped.length).toBeGreaterThan(3);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/es-check/lib/cli/index.js',
      'es2021',
      '--checkFeatures',
      '--module',
      ...shipped.map(pathOf),
    ],
    { encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
});

/** The objects of a page by which a script reaches the members of an interface. */
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  Window: ['window', 'globalThis', 'self'],
  Document: ['document'],
  Navigator: ['navigator'],
  Location: ['location'],
  History: ['history'],
  Screen: ['screen'],
  Performance: ['performance'],
};

const globals = newer.flatMap(({ owner, member }) =>
  member === undefined ? owner : owner === 'Window' ? member : [],
);
const properties = newer.flatMap(({ owner, member }) =>
  member === undefined
    ? []
    : [owner, ...(OBJECTS[owner] ?? [])].map((object) => ({ object, property: member })),
);
/** Methods of our own objects that some newer interface has too. */
const OURS: ReadonlySet<string> = new Set(['in', 'take', 'turn']);

/** Called only where a script has asked whether it is there: @noble/hashes and our base64 do without. */
const ASKED_FOR: ReadonlySet<string> = new Set(['setBigUint64', 'toBase64']);

/** Functions of values, whose owner a linter cannot know: by names that nothing older has. */
const calls = [...new Set(newer.flatMap(({ member }) => member ?? []))].filter(
  (name) => /^[a-z]\w+$/iu.test(name) && !oldNames.has(name) && !OURS.has(name) && !ASKED_FOR.has(name),
);

const faultsIn = (code: string): readonly string[] =>
  new Linter()
    .verify(code, [
      {
        languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
        rules: {
          'no-restricted-globals': ['error', ...new Set(globals)],
          'no-restricted-properties': ['error', ...properties],
          'no-restricted-syntax': [
            'error',
            `CallExpression > MemberExpression.callee[computed=false] > Identifier.property[name=/^(?:${calls.join('|')})$/]`,
          ],
        },
      },
    ])
    .map(
      ({ message, line, column }) =>
        `${line}:${column} ${message.slice(0, 120)} ${excerptAt(code, line, column)}`,
    );

const excerptAt = (code: string, line: number, column: number): string =>
  code.split('\n')[line - 1]!.slice(Math.max(0, column - 20), column + 20);

test('a function that came after the oldest browsers is found, of the language and of the platform', () => {
  for (const code of [
    'Object.hasOwn({}, "a")',
    'structuredClone({})',
    '[1].at(-1)',
    'new Map().getOrInsert(1, 2)',
    'document.startViewTransition()',
    'navigator.share({})',
    'element.checkVisibility()',
    'new URLPattern()',
    'crypto.randomUUID()',
  ])
    expect(faultsIn(code), code).not.toEqual([]);
  expect(faultsIn('document.querySelector("a").closest("b"); [1].flat(); navigator.clipboard')).toEqual([]);
});

test('no script asks for a function of the Web platform that the oldest browsers lack', () => {
  const faults = shipped.flatMap((file) => faultsIn(textOf(file)).map((fault) => `${file}:${fault}`));
  expect(faults).toEqual([]);
});
