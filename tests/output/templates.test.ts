import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { templates, unsampled } from './templates.ts';

test('every file that makes pages is looked at by the audits, and no other is named', () => {
  const files = globSync('**/*.astro', { cwd: 'src/pages' }).map((file) => file.replaceAll('\\', '/'));
  expect([...Object.keys(templates), ...unsampled].sort()).toEqual(files.sort());
});

for (const [template, pages] of Object.entries(templates)) {
  test(`the pages that stand for ${template} are made by it`, () => {
    expect(pages.length).toBeGreaterThan(0);
    if (template === '404.astro') return;
    for (const { path } of pages) {
      expect(path).toMatch(addressesOf(template));
      expect(existsSync(join(readSettings().outDir, path, 'index.html')), path).toBe(true);
    }
  });
}

/** The addresses that a file's name allows: `[id]` is one part of an address, `[...document]` any number. */
function addressesOf(template: string): RegExp {
  const pattern = template
    .replace(/(?:^|\/)index\.astro$|\.astro$/u, '/')
    .replace(/\[\.\.\.\w+\]\//u, '.*')
    .replaceAll(/\[\w+\]/gu, '[^/]+');
  return new RegExp(`^${pattern === '/' ? '' : pattern}$`, 'u');
}
