import { expect, test } from 'vitest';
import { formOf, types, type Announcement } from '../../../src/core/announcement/schema.ts';
import { addDays } from '../../../src/core/calendar.ts';
import { companionsOf } from '../../../src/core/drafting/companions.ts';

const at = (day: string, time = '09:30') => `${day}T${time}:00+08:00`;
const tender = (facts: object) =>
  ({
    category: 'construction',
    type: 'tender-notice',
    publishedAt: at('2026-03-02'),
    ...facts,
  }) as unknown as Announcement;
const proposed = (before: object, changes: object) =>
  companionsOf(tender(before), changes as Record<string, unknown>).map(
    ({ field, movedBy, proposal, isBroken }) => [
      field.label,
      movedBy.label,
      proposal,
      isBroken ? 'must' : 'may',
    ],
  );

test('an opening at the deadline moves with it, later and earlier', () => {
  const before = { bidDeadline: at('2026-03-25'), openingAt: at('2026-03-25') };
  expect(proposed(before, { bidDeadline: at('2026-04-08') })).toEqual([
    ['开标时间', '投标截止', at('2026-04-08'), 'must'],
  ]);
  expect(proposed(before, { bidDeadline: at('2026-03-24', '15:00') })).toEqual([
    ['开标时间', '投标截止', at('2026-03-24', '15:00'), 'may'],
  ]);
});

test('an opening that is moved before the deadline brings the deadline with it', () => {
  const before = { bidDeadline: at('2026-03-25'), openingAt: at('2026-03-25') };
  expect(proposed(before, { openingAt: at('2026-03-23') })).toEqual([
    ['投标截止', '开标时间', at('2026-03-23'), 'must'],
  ]);
});

test('what took place later keeps its distance, and stands at the same time where that is too early', () => {
  const before = { bidDeadline: at('2026-03-25'), openingAt: at('2026-03-25', '14:00') };
  expect(proposed(before, { bidDeadline: at('2026-04-08') })[0]?.[2]).toBe(at('2026-04-08', '14:00'));
  expect(proposed(before, { bidDeadline: at('2026-04-08', '17:00') })[0]?.[2]).toBe(
    at('2026-04-08', '17:00'),
  );
});

test('what stays right is not asked for, nor what was changed together', () => {
  const before = { bidDeadline: at('2026-03-25'), openingAt: at('2026-03-27') };
  expect(proposed(before, { bidDeadline: at('2026-03-26') })).toEqual([]);
  expect(proposed(before, { bidDeadline: at('2026-04-08'), openingAt: at('2026-04-09') })).toEqual([]);
});

const pairs = types.flatMap((spec) => {
  const form = formOf(spec);
  return form.flatMap((later) =>
    (later.notBefore ?? []).flatMap(({ field }) => {
      const earlier = form.find(({ key }) => key === field);
      return earlier
        ? [[spec.category, spec.term, earlier.label, later.label, spec, earlier, later] as const]
        : [];
    }),
  );
});

test('every pair of dates of every form is there', () => {
  expect(pairs.length).toBeGreaterThan(20);
});

test.each(pairs)('%s %s: %s and %s keep their order, whichever is changed past the other', (...pair) => {
  const [, , , , spec, earlier, later] = pair;
  const value = (kind: string | undefined, day: string) => (kind === 'date' ? day : at(day));
  const of = (one: typeof earlier, day: string) => ({ [one.key]: value(one.kind?.name, day) });
  const before = {
    category: spec.category,
    type: spec.id,
    ...of(earlier, '2026-03-10'),
    ...of(later, '2026-03-12'),
  } as unknown as Announcement;
  for (const [changed, day] of [
    [earlier, '2026-03-20'],
    [later, '2026-03-05'],
  ] as const) {
    const other = changed === earlier ? later : earlier;
    const [companion] = companionsOf(before, of(changed, day)).filter(({ field }) => field.key === other.key);
    expect(companion?.isBroken).toBe(true);
    const distance = changed === earlier ? 2 : -2;
    expect(companion?.proposal).toBe(value(other.kind?.name, addDays(day, distance)));
  }
});
