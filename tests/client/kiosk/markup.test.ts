import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MARKUP } from './markup.ts';

const textIn = (folder: string, ending: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const names = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].toSorted();

const printed = textIn('src/components/kiosk', '.astro') + textIn('src/layouts', 'Kiosk.astro');
const asked = names(textIn('src/client/kiosk', '.ts'), /(?:\bpart(?:<\w+>)?|\bon)\('(data-[a-z-]+)'/gu);

test('every part that the script of a kiosk asks for is printed in its page', () => {
  const there = names(printed, /[\s](data-[a-z-]+)/gu);
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter((name) => !there.includes(name))).toEqual([]);
});

test('the page of the tests has no part that the page of a kiosk has not', () => {
  const there = names(printed, /[\s](data-[a-z-]+)/gu);
  expect(names(MARKUP, /[\s](data-[a-z-]+)/gu).filter((name) => !there.includes(name))).toEqual([]);
});
