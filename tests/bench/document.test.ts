import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partsOf, proseOf, renewPart, writtenPart } from './document.ts';
import { printOrigin } from './origin.ts';
import { parts } from './parts.ts';

const document = readFileSync('docs/performance.md', 'utf8');

const TWO = `# Costs

<!-- bench: one -->

old

<!-- end of bench -->

By hand.

<!-- bench: two -->

other

<!-- end of bench -->
`;

test('the figures of a part are written in its place, and nothing else changes', () => {
  expect(renewPart(TWO, 'one', 'new, for $1 and $&')).toBe(TWO.replace('old', () => 'new, for $1 and $&'));
  expect(() => renewPart(TWO, 'three', 'new')).toThrow('no marker for the part three');
});

test('a part is written as Markdown that shows every character as it is', () => {
  const table = { head: ['figure', 'measured'], rows: [['[a]*|b', '1 s']] };
  expect(writtenPart('Origin.', [table])).toBe(
    'Origin.\n\n| figure | measured |\n| --- | ---: |\n| [a]\\*\\|b | 1 s |',
  );
});

test('the origin says how to measure again, which commit it was, and whether files differed from it', () => {
  const origin = {
    command: 'npm run bench -- site --count 10',
    load: [1, 2.25],
    remarks: ['Chromium 1'],
  } as const;
  const state = { commit: 'abcdef0', on: '2026-11-29', isChanged: false };
  expect(printOrigin({ ...origin, state })).toMatch(
    /^`npm run bench -- site --count 10` at commit `abcdef0` of 2026-11-29: Node [\d.]+, \d+ cores, load 1\.0 before and 2\.3 after; Chromium 1\.$/u,
  );
  expect(printOrigin({ ...origin, state: { ...state, isChanged: true } })).toContain(
    'of 2026-11-29 with changes that were not committed:',
  );
});

test('docs/performance.md has a place for every part of the bench, with the commit that its figures are of', () => {
  const written = partsOf(document);
  expect([...written.keys()].sort()).toEqual(parts.map(({ name }) => name).sort());
  for (const [name, text] of written) {
    const origin = new RegExp(
      `^\`npm run bench -- ${name}\\b[^\`]*\` at commit \`[0-9a-f]{7}\` of \\d{4}-\\d\\d-\\d\\d\\b`,
      'u',
    );
    expect(text.trim()).toMatch(text.includes('|') ? origin : /^Not measured yet\.$/u);
  }
});

test('docs/scale.md shows the same figures as docs/performance.md', () => {
  const shown = partsOf(readFileSync('docs/scale.md', 'utf8'));
  expect([...shown.keys()]).toEqual(['one']);
  for (const [name, text] of shown) expect(text).toBe(partsOf(document).get(name));
});

// What is measured grows old: outside the tables of the bench no figure can say how old it is.
test('the text of docs/performance.md that is written by hand states no measured figure, no commit and no day', () => {
  const prose = proseOf(document);
  expect(prose).toContain('# What ten thousand announcements cost');
  expect(prose.match(/\d ?(?:ms|s|MiB|KiB|GiB|KB|%|×)(?![\p{L}\d])/gu)).toBeNull();
  expect(prose.match(/`[0-9a-f]{7}`|\d{4}-\d\d-\d\d/gu)).toBeNull();
});
