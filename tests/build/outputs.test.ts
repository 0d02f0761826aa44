import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { Outputs } from '../../src/build/outputs.ts';
import { planOf } from '../../src/build/plan.ts';
import type { Edition, View } from '../../src/core/edition.ts';
import type { Kind } from '../../src/site/unit.ts';

let database: DatabaseSync;
let outputs: Outputs;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  outputs = new Outputs(database);
});

const DIGEST = '0'.repeat(64);
const file = (path: string, sha256 = DIGEST) => ({ path, sha256, bytes: 1 });
const put = (kind: string, key: string, paths: readonly string[], reads: readonly string[]): void =>
  outputs.put({ kind, key, outputs: paths.map((path) => file(path)), reads: new Set(reads) });

describe('what a release is made of', () => {
  test('a unit is found by every question that its making asked', () => {
    put('announcement', 'a', ['a/index.html'], ['entry a', 'row b']);
    put('announcement', 'b', ['b/index.html'], ['entry b']);
    const ask = (...questions: readonly string[]) => outputs.unitsThatAsked(questions).map(({ key }) => key);
    expect(ask('row b')).toEqual(['a']);
    expect(ask('entry a', 'entry b', 'row b').sort()).toEqual(['a', 'b']);
    expect(ask('row a')).toEqual([]);
  });

  test('a unit that is taken out is found no more, and gives back its files', () => {
    put('announcement', 'a', ['a.json', 'a/index.html'], ['entry a']);
    expect(outputs.take({ kind: 'announcement', key: 'a' }).map(({ path }) => path)).toEqual([
      'a.json',
      'a/index.html',
    ]);
    expect(outputs.unitsThatAsked(['entry a'])).toEqual([]);
    expect([outputs.count(), outputs.keysOf('announcement')]).toEqual([0, []]);
    expect(outputs.take({ kind: 'announcement', key: 'a' })).toEqual([]);
  });

  test('a file of two units is refused', () => {
    put('announcement', 'a', ['x/index.html'], []);
    expect(() => put('stub', 'x', ['x/index.html'], [])).toThrow('x/index.html 有两样东西要用');
  });

  test('a release has the same name however it came about, and another when a byte differs', () => {
    const empty = outputs.release;
    put('announcement', 'a', ['a/index.html'], []);
    put('announcement', 'b', ['b/index.html'], []);
    const both = outputs.release;
    outputs.take({ kind: 'announcement', key: 'a' });
    expect(outputs.release).not.toBe(both);
    put('announcement', 'a', ['a/index.html'], ['entry b']);
    expect(outputs.release).toBe(both);
    outputs.take({ kind: 'announcement', key: 'a' });
    outputs.put({
      kind: 'announcement',
      key: 'a',
      outputs: [file('a/index.html', '1'.repeat(64))],
      reads: new Set(),
    });
    expect(outputs.release).not.toBe(both);
    outputs.keepRelease();
    expect(new Outputs(database).release).toBe(outputs.release);
    outputs.clear();
    expect(outputs.release).toBe(empty);
  });

  test('it is known what stands at the top of the site, also by a later run', () => {
    put('announcement', 'a', ['a/b/index.html'], []);
    put('announcement', 'ab', ['ab.json'], []);
    put('announcement', 'c', ['c.json'], []);
    outputs.take({ kind: 'announcement', key: 'c' });
    outputs.keepRelease();
    for (const one of [outputs, new Outputs(database)]) {
      expect(['a', 'ab.json', 'ab', 'b', 'c.json'].map((name) => one.hasTop(name))).toEqual([
        ...[true, true],
        ...[false, false, false],
      ]);
      expect(one.count()).toBe(2);
    }
  });

  test('paths come back as they were, with the key of their unit or without', () => {
    const paths = ['x/a1/index.html', 'x/a1/a1-招标.pdf', 'y/$&.json', 'z.json'];
    put('announcement', 'a1', paths, []);
    put('other', '', ['w.json'], []);
    expect(outputs.take({ kind: 'announcement', key: 'a1' }).map(({ path }) => path)).toEqual(paths);
    expect(outputs.take({ kind: 'other', key: '' })).toEqual([{ path: 'w.json', sha256: DIGEST }]);
  });

  test('a unit that is made again and does not ask any more is made for nothing once, and then no more', () => {
    const again = (reads: readonly string[]): void => {
      outputs.take({ kind: 'announcement', key: 'a' });
      put('announcement', 'a', ['a.json'], reads);
    };
    const change = (question: string, reads: readonly string[]): number => {
      const { length } = outputs.unitsThatAsked([question]);
      outputs.forgetAskers([question]);
      if (length > 0) again(reads);
      return length;
    };
    put('announcement', 'a', ['a.json'], ['entry a', 'row b']);
    expect(change('entry a', ['entry a'])).toBe(1);
    expect([change('row b', ['entry a']), change('row b', ['entry a'])]).toEqual([1, 0]);
    outputs.keepRelease();
    expect(new Outputs(database).unitsThatAsked(['entry a'])).toEqual([{ kind: 'announcement', key: 'a' }]);
  });

  test('a sample is of files that there are', () => {
    expect(outputs.sample(3, () => 0.5)).toEqual([]);
    put('announcement', 'a', ['a/index.html'], []);
    put('announcement', 'b', ['b/index.html'], []);
    const places = [0, 0, 0.4, 0.5, 0.9, 0.9];
    const paths = outputs.sample(3, () => places.shift()!).map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(['a/index.html', 'b/index.html']));
  });
});

describe('what has to be made', () => {
  const MONTHS: View<string> = { name: 'months', map: () => [] };
  const months: Kind = { name: 'month', keys: MONTHS, pages: () => [] };
  const screens: Kind = { name: 'screen', keys: () => ['hall', 'door'], pages: () => [] };
  const plan = (
    questions: readonly string[],
    gained: readonly string[] = [],
    lost: readonly string[] = [],
  ) => {
    const { make, remove } = planOf([months, screens], {} as Edition, outputs, {
      questions: new Set(questions),
      keys: new Map([[MONTHS.name, { added: gained, changed: [], removed: lost }]]),
    });
    return {
      make: make.map(({ kind, key }) => `${kind.name} ${key}`),
      remove: remove.map(({ kind, key }) => `${kind} ${key}`),
    };
  };

  beforeEach(() => {
    put('month', '2026-01', ['2026/01/index.html'], ['values months 2026-01']);
    put('month', '2026-02', ['2026/02/index.html'], ['values months 2026-02']);
    put('screen', 'hall', ['hall/index.html'], ['now']);
  });

  test('what asked something that has another answer, and what is new', () => {
    expect(plan(['values months 2026-02'], ['2026-03'])).toEqual({
      make: ['month 2026-02', 'month 2026-03', 'screen door'],
      remove: [],
    });
  });

  test('what has lost its key is removed, and not made for what it asked', () => {
    expect(plan(['values months 2026-01', 'now'], [], ['2026-01'])).toEqual({
      make: ['screen door', 'screen hall'],
      remove: ['month 2026-01'],
    });
  });

  test('a screen whose file has gone is removed', () => {
    put('screen', 'old', ['old/index.html'], []);
    expect(plan([]).remove).toEqual(['screen old']);
  });
});
