import { expect, test } from 'vitest';
import { ok } from '../../src/core/announcement/kind.ts';
import { formOf, types } from '../../src/core/announcement/schema.ts';
import { check } from '../../src/core/check.ts';
import { build, culprits } from './build.ts';
import { passed } from './content.ts';
import { filesOf, mattersOf, type Matter } from './matters.ts';
import { valuesOf } from './values.ts';

/** Another seed, or another round, is another lot: change them to look further. */
const SEED = 20_261_129;
const ROUND = 0;
const BUILD_MS = 600_000;

const sample = check('content').corpus.entries;

test('every field of every type has values to be tried with', () => {
  const fields = types.flatMap((spec) => formOf(spec)).flatMap((field) => [field, ...(field.fields ?? [])]);
  expect(fields.length).toBeGreaterThan(1000);
  for (const field of fields) {
    const kind = field.kind ?? field.item;
    if (kind) expect(() => valuesOf(kind, field)).not.toThrow();
  }
  const foreign = { name: 'a kind that is new', parse: ok, print: String, toJson: String };
  expect(() => valuesOf(foreign, {})).toThrow('no generator');
});

test(
  'what the check passes is built: every file is read by its own reader, every page is where it should be',
  () => {
    const matters = passed(mattersOf(sample, ROUND, SEED));
    const announcements = matters.flat();
    const values = announcements.flatMap(({ changes }) => Object.keys(changes));
    expect(announcements.length).toBeGreaterThan(150);
    expect(values.length).toBeGreaterThan(700);
    const faults = build(matters);
    // Some builds more, of a lot that fails: they name the announcement.
    const guilty =
      faults.length === 0 ? [] : culprits(matters).flatMap((matter) => Object.entries(filesOf(matter)));
    expect(faults, JSON.stringify(guilty, undefined, 1)).toEqual([]);
  },
  BUILD_MS,
);

test('of a lot that fails, halving finds the announcement, or the two that fail together', () => {
  const lot = mattersOf(sample, ROUND, SEED);
  const [one, other] = [lot[17]!, lot[60]!];
  const has = (some: readonly Matter[], matter: Matter): boolean => some.includes(matter);
  expect(culprits(lot, (some) => has(some, one))).toEqual([one]);
  const together = culprits(lot, (some) => has(some, one) && has(some, other));
  expect(together).toContain(one);
  expect(together).toContain(other);
});
