import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/core/ocds/json.ts';
import { compiledRelease, versionedRelease, type Release } from '../../../src/core/ocds/merge.ts';
import { mergeRulesOf } from '../../../src/core/ocds/merge-rules.ts';
import { mergeRules, plainReleaseSchema } from '../../../src/core/ocds/schema.ts';

const at = (day: number): string => `2026-03-0${day}T09:00:00+08:00`;

const release = (id: string, date: string, says: Json): Release => ({
  ocid: 'ocds-213czf-a',
  id,
  date,
  tag: ['tender'],
  ...says,
});

const compiled = (...releases: readonly Release[]): Json => compiledRelease(releases, mergeRules);
const versioned = (...releases: readonly Release[]): Json => versionedRelease(releases, mergeRules);
const told = (...says: readonly Json[]): readonly Release[] =>
  says.map((one, index) => release(String(index + 1), at(index + 1), one));

describe('the rules are those of the schema', () => {
  test('what a release says of itself is left out; lists without ids are one value', () => {
    const rules = mergeRulesOf(plainReleaseSchema);
    expect([...rules].filter(([, rule]) => rule === 'omit').map(([path]) => path)).toEqual([
      'id',
      'date',
      'tag',
    ]);
    expect(rules.get('parties/roles')).toBe('whole');
    expect(rules.get('tender/items/additionalClassifications')).toBe('whole');
    expect(rules.get('relatedProcesses/relationship')).toBe('whole');
    expect(rules.has('awards')).toBe(false);
    expect(rules.has('tender/amendments')).toBe(false);
  });

  test('those of the extensions too', () => {
    expect(mergeRules.get('awards/relatedLots')).toBe('whole');
    expect(mergeRulesOf(plainReleaseSchema).has('awards/relatedLots')).toBe(false);
  });
});

describe('a compiled release', () => {
  test('has the date of the last one, an id of its own, and the tag compiled', () => {
    const [a, b] = told({ tender: { id: '1', title: 'a' } }, { tender: { id: '1', title: 'b' } });
    expect(compiled(b!, a!)).toEqual({
      ocid: 'ocds-213czf-a',
      id: `ocds-213czf-a-${at(2)}`,
      date: at(2),
      tag: ['compiled'],
      tender: { id: '1', title: 'b' },
    });
  });

  test('keeps what a later release does not say, and loses what it says is null', () => {
    const says = told(
      { tender: { id: '1', title: 'a', status: 'active', value: { amount: 1, currency: 'CNY' } } },
      { tender: { id: '1', status: null, value: { amount: 2 } } },
    );
    expect(compiled(...says)['tender']).toEqual({
      id: '1',
      title: 'a',
      value: { amount: 2, currency: 'CNY' },
    });
  });

  test('joins lists by id and never takes a member out', () => {
    const says = told(
      {
        awards: [
          { id: '1', status: 'active' },
          { id: '2', status: 'active' },
        ],
      },
      { awards: [{ id: '2', status: 'cancelled' }] },
    );
    expect(compiled(...says)['awards']).toEqual([
      { id: '1', status: 'active' },
      { id: '2', status: 'cancelled' },
    ]);
  });

  test('takes a number and a text for two ids', () => {
    const says = told({ awards: [{ id: 1, title: 'a' }] }, { awards: [{ id: '1', title: 'b' }] });
    expect(compiled(...says)['awards']).toHaveLength(2);
  });

  test('adds what has no id each time', () => {
    const says = told({ awards: [{ title: 'a' }] }, { awards: [{ title: 'a' }] });
    expect(compiled(...says)['awards']).toEqual([{ title: 'a' }, { title: 'a' }]);
  });

  test('takes roles, and other lists of texts, as one value', () => {
    const says = told(
      { parties: [{ id: 'a', roles: ['tenderer'] }] },
      { parties: [{ id: 'a', roles: ['supplier'] }] },
    );
    expect(compiled(...says)['parties']).toEqual([{ id: 'a', roles: ['supplier'] }]);
  });

  test('joins lists within lists', () => {
    const says = told(
      { awards: [{ id: '1', items: [{ id: '1', description: 'a' }] }] },
      { awards: [{ id: '1', items: [{ id: '2', description: 'b' }] }] },
    );
    expect(compiled(...says)['awards']).toEqual([
      {
        id: '1',
        items: [
          { id: '1', description: 'a' },
          { id: '2', description: 'b' },
        ],
      },
    ]);
  });

  test('leaves out a list and an object without anything', () => {
    expect(compiled(...told({ tender: { id: '1', value: {} }, awards: [] }))).not.toHaveProperty('awards');
  });
});

describe('a versioned release', () => {
  test('has every value with the release that brought it, and none twice', () => {
    const says = told(
      { tender: { id: '1', title: 'a' } },
      { tender: { id: '1', title: 'a' } },
      { tender: { id: '1', title: 'b' } },
    );
    const version = (id: number, value: string): Json => ({
      releaseID: String(id),
      releaseDate: at(id),
      releaseTag: ['tender'],
      value,
    });
    expect(versioned(...says)).toEqual({
      ocid: 'ocds-213czf-a',
      tender: { id: [version(1, '1')], title: [version(1, 'a'), version(3, 'b')] },
    });
  });

  test('tells of a value that went and came again', () => {
    const says = told({ language: 'zh' }, { language: null }, { language: 'zh' });
    expect((versioned(...says)['language'] as readonly Json[]).map(({ value }) => value)).toEqual([
      'zh',
      null,
      'zh',
    ]);
  });

  test('has the plain id of a member of a list', () => {
    const says = told({ awards: [{ id: '1', status: 'active' }] });
    expect((versioned(...says)['awards'] as readonly Json[])[0]!['id']).toBe('1');
  });
});

describe('in whatever order releases come', () => {
  const value = fc.oneof(fc.constant(null), fc.constantFrom('a', 'b', 'c'));
  const member = fc.record(
    { id: fc.constantFrom('1', '2', '3'), status: value, title: value },
    { requiredKeys: ['id'] },
  );
  const says = fc.record(
    {
      language: value,
      tender: fc.record({ id: fc.constant('1'), title: value, status: value }, { requiredKeys: ['id'] }),
      awards: fc.uniqueArray(member, { selector: ({ id }) => id }),
      parties: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('a', 'b'),
          roles: fc.subarray(['buyer', 'supplier'], { minLength: 1 }),
        }),
        { selector: ({ id }) => id },
      ),
    },
    { requiredKeys: [] },
  );
  const history = fc.array(fc.tuple(says, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 8 });
  const releasesOf = (of: readonly (readonly [Json, number])[]): readonly Release[] =>
    of.map(([one, day], index) => release(String(index), at(day), one));

  /** What stands under a path by the last that said anything of it: written down apart from the merge. */
  const lastSaid = (releases: readonly Release[], find: (one: Release) => unknown): unknown =>
    releases.map(find).findLast((one) => one !== undefined) ?? undefined;

  test('each value is the last that was said, of one moment the later release', () => {
    fc.assert(
      fc.property(history, (of) => {
        const releases = releasesOf(of);
        const sorted = [1, 2, 3, 4].flatMap((day) => releases.filter(({ date }) => date === at(day)));
        const merged = compiled(...releases);
        const tenderOf = (one: Json): Json => (one['tender'] ?? {}) as Json;
        const awardOf = (one: Json, id: string): Json =>
          ((one['awards'] ?? []) as readonly Json[]).find((award) => award['id'] === id) ?? {};
        expect(merged['language']).toEqual(lastSaid(sorted, (one) => one['language']));
        expect(tenderOf(merged)['title']).toEqual(lastSaid(sorted, (one) => tenderOf(one)['title']));
        for (const id of ['1', '2', '3'])
          expect(awardOf(merged, id)['status']).toEqual(
            lastSaid(sorted, (one) => awardOf(one, id)['status']),
          );
      }),
    );
  });

  test('the versions end in what is compiled', () => {
    fc.assert(
      fc.property(history, (of) => {
        const releases = releasesOf(of);
        const said = Object.entries(compiled(...releases));
        const now = Object.fromEntries(said.filter(([key]) => !OF_ITSELF.has(key)));
        expect(lastOf(versioned(...releases))).toEqual(now);
      }),
    );
  });

  test('another order of days gives the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(says, fc.integer({ min: 1, max: 8 })), {
          selector: ([, day]) => day,
          minLength: 1,
        }),
        (of) => {
          const releases = releasesOf(of);
          expect(compiled(...releases.toReversed())).toEqual(compiled(...releases));
        },
      ),
    );
  });

  test('of one moment the order counts', () => {
    const [a, b] = [release('a', at(1), { language: 'zh' }), release('b', at(1), { language: 'en' })];
    expect(compiled(a, b)['language']).toBe('en');
    expect(compiled(b, a)['language']).toBe('zh');
  });
});

/** What a release says of itself. */
const OF_ITSELF: ReadonlySet<string> = new Set(['ocid', 'id', 'date', 'tag']);

/** The last value of everything in a versioned release. */
function lastOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isVersions = value.every((one) => typeof one === 'object' && one !== null && 'releaseID' in one);
    return isVersions ? (value.at(-1) as Json)['value'] : value.map(lastOf);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'ocid')
      .map(([key, one]) => [key, lastOf(one)])
      .filter(([, one]) => one !== null),
  );
}
