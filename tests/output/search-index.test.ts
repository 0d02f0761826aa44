import { expect, test } from 'vitest';
import { filesLike, textOf } from './site.ts';

test('every announcement is in exactly one index and every result leads to a row of the catalogue', () => {
  const listed = filesLike('data/catalogue-*.json').flatMap(
    (file) => (JSON.parse(textOf(file)) as { id: readonly string[] }).id,
  );
  const results = filesLike('search/index/*/rows.json').flatMap((file) =>
    Object.entries(JSON.parse(textOf(file)) as Record<string, string>),
  );
  expect(listed.length).toBeGreaterThan(0);
  expect(results.map(([, id]) => id).toSorted()).toEqual(listed.toSorted());
  expect(new Set(results.map(([result]) => result)).size).toBe(results.length);
});

test('of Pagefind only what a browser fetches is published', () => {
  const files = filesLike('search/index/**').map((file) => file.split('/').at(-1)!);
  const needed =
    /^(pagefind\.js|rows\.json|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\..+\.pf_meta|.+\.pf_index)$/u;
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((name) => !needed.test(name))).toEqual([]);
});
