import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
const proofs = [...text.matchAll(/^\|.*\| `(?<file>[^`]+)`: (?<name>[^|]+?) \|$/gmu)].map(
  ({ groups }) => groups!,
);
const rows = text
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2);

test('docs/security.md names a proof for every threat', () => {
  expect(proofs.length).toBe(rows.length);
  expect(proofs.length).toBeGreaterThan(25);
});

test.each(proofs.map(({ file, name }) => [file!, name!.trim()]))('%s has the test “%s”', (file, name) => {
  const hasIt = readFileSync(file, 'utf8').includes(name);
  expect(hasIt, 'write the test, or correct the row of docs/security.md').toBe(true);
});
