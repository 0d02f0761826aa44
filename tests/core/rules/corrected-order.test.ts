import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/core/announcement/field.ts';
import { formOf, types, type Announcement } from '../../../src/core/announcement/schema.ts';
import type { TypeSpec } from '../../../src/core/announcement/type.ts';
import { linkAnnouncements, type Linked } from '../../../src/core/project.ts';
import { canCorrect } from '../../../src/core/project/corrections.ts';
import { checkCorrectedOrder } from '../../../src/core/rules/corrected-order.ts';
import type { Facts } from '../../../src/core/rules/matter.ts';

const EARLY = '2026-03-20';
const LATE = '2026-03-25';

/** A day in the form of a date or of an instant, and as a clerk writes it. */
const on = ({ kind }: Field, day: string): string => (kind!.name === 'date' ? day : `${day}T09:30:00+08:00`);
const written = ({ kind }: Field, day: string): string => (kind!.name === 'date' ? day : `${day} 09:30`);

interface Pair {
  spec: TypeSpec;
  earlier: Field;
  later: Field;
}

/** Every pair of dates of every type of which one must not come before the other. */
const pairs: readonly Pair[] = types.flatMap((spec) =>
  formOf(spec).flatMap((later) =>
    (later.notBefore ?? []).flatMap(({ field }) => {
      const earlier = formOf(spec).find(({ key }) => key === field);
      return earlier ? [{ spec, earlier, later }] : [];
    }),
  ),
);

/** A call with two dates in order, and a correction of each of the given fields to a day. */
function findings({ spec, earlier, later }: Pair, moved: readonly (readonly [Field, string])[]) {
  const call = {
    category: spec.category,
    type: spec.id,
    title: '示例',
    publishedAt: '2026-03-02T09:00:00+08:00',
    [earlier.key]: on(earlier, EARLY),
    [later.key]: on(later, LATE),
  };
  const corrections = moved.map(([field, day]) => ({
    field: field.label,
    from: written(field, field === earlier ? EARLY : LATE),
    to: written(field, day),
  }));
  const correction = {
    category: spec.category,
    type: 'correction-notice',
    title: '更正',
    publishedAt: '2026-03-10T09:00:00+08:00',
    related: 'call',
    corrections,
  };
  const entries: readonly Linked[] = [
    { id: 'call', announcement: call as unknown as Announcement, body: '' },
    { id: 'correction', announcement: correction as unknown as Announcement, body: '' },
  ];
  const { effective } = linkAnnouncements(entries, new Set(['call', 'correction']));
  expect(effective.get('call')!.changes).toHaveLength(moved.length);
  return checkCorrectedOrder(effective, () => corrections as Facts['corrections']);
}

test('每一对有先后的日期都在表里', () => {
  expect(pairs.length).toBeGreaterThan(60);
  expect(pairs.map(({ earlier, later }) => `${earlier.label} ${later.label}`)).toContain('投标截止 开标时间');
});

const named = (list: readonly Pair[]) =>
  list.map((pair) => [`${pair.spec.term}：${pair.earlier.label}、${pair.later.label}`, pair] as const);

const told = (earlier: Field, other: Field) => [
  {
    id: 'correction',
    at: 'corrections.0.to',
    message: expect.stringContaining(`早于${earlier.label}`) as string,
    help: expect.stringContaining(other.label) as string,
  },
];

describe.each(named(pairs))('%s', (_, pair) => {
  test('后一个改到前一个之前，只有一条', () => {
    const { earlier, later } = pair;
    expect(findings(pair, [[later, '2026-03-19']])).toMatchObject(told(earlier, earlier));
  });
});

/** The time of publication itself cannot be corrected. */
describe.each(named(pairs.filter(({ earlier }) => canCorrect(earlier))))('%s', (_, pair) => {
  const { earlier, later } = pair;

  test('前一个改到后一个之后，只有一条', () => {
    expect(findings(pair, [[earlier, '2026-03-26']])).toMatchObject(told(earlier, later));
  });

  test('两个一起改，没有问题', () => {
    const both = [
      [earlier, '2026-03-26'],
      [later, '2026-03-27'],
    ] as const;
    expect(findings(pair, both)).toEqual([]);
  });
});
