import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MARKUP } from './markup.ts';

const textOf = (pattern: string): string =>
  globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

const names = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].toSorted();

const source = textOf('src/client/search/*.ts');
const printed = textOf('src/pages/search/index.astro') + textOf('src/components/search/*.astro');
/** `main` stands in the frame of every page; the bounds of a range get their ids from its names. */
const ids = [
  ...names(printed, /\bid="([\w-]+)"/gu),
  ...names(printed, /names=\{\['(\w+)'/gu),
  ...names(printed, /names=\{\['\w+', '(\w+)'/gu),
  'main',
];

test('every part that the script of the search asks for is printed in its page', () => {
  const asked = names(source, /\bpart(?:<\w+>)?\('([\w-]+)'\)/gu);
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
});

test('the page of the tests has no part that the page of the search has not', () => {
  const own = names(MARKUP, /\bid="([\w-]+)"/gu).filter(
    (id) => !/^(scope|category|type|region|status)-/u.test(id),
  );
  expect(own.filter((id) => !ids.includes(id))).toEqual([]);
});
