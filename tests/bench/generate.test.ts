import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { categories } from '../../src/core/announcement/category.ts';
import { check } from '../../src/core/check.ts';
import { generate } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangbang-generate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function archive(name: string, count: number, seed: string): string {
  const place = join(folder, name);
  generate(place, count, seed);
  return place;
}

const bytes = (place: string): readonly string[] =>
  globSync('**/*.{md,yaml}', { cwd: place })
    .toSorted()
    .map((file) => `${file}\n${readFileSync(join(place, file), 'utf8')}`);

test('the check finds nothing in a made-up archive of any size', () => {
  for (const [count, seed] of [
    [8, '1'],
    [601, '2'],
  ] as const) {
    const { corpus, findings } = check(archive(`sound-${count}`, count, seed));
    // Its calendars are made up too, and no year has so few holidays.
    expect(findings.filter(({ code }) => code !== 'S108')).toEqual([]);
    expect(corpus.entries.length).toBe(count);
  }
});

test('the archive has every category, corrections that change a deadline, and attachments', () => {
  const { corpus, links } = check(archive('kinds', 600, '3'));
  expect(new Set(corpus.entries.map(({ announcement }) => announcement.category))).toEqual(
    new Set(categories),
  );
  expect(corpus.entries.some(({ attachments }) => attachments.length > 0)).toBe(true);
  expect([...links.effective.values()].filter(({ changes }) => changes.length > 0).length).toBeGreaterThan(
    20,
  );
});

test('the same count and seed make the same archive, another seed another', () => {
  const first = bytes(archive('first', 60, '1'));
  expect(bytes(archive('again', 60, '1'))).toEqual(first);
  expect(bytes(archive('other', 60, '2'))).not.toEqual(first);
});
