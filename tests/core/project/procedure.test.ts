import { expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { procedureOf } from '../../../src/core/project/procedure.ts';

interface Told {
  id: string;
  announcement: Announcement;
}

const told = (id: string, type: string, related?: string, formerType?: string): Told => ({
  id,
  announcement: { category: 'construction', type, related, formerType } as Announcement,
});

/** The opener of the last of some announcements, each named by its id. */
function openerOf(...all: readonly Told[]): string {
  const last = all.at(-1)!;
  return procedureOf(last, {
    parentOf: ({ announcement }) =>
      all.find(({ id }) => 'related' in announcement && id === announcement.related),
    begunBefore: ({ id }) =>
      all
        .slice(
          0,
          all.findIndex((one) => one.id === id),
        )
        .at(-1),
  }).id;
}

const plan = told('plan', 'tender-plan');
const call = told('call', 'tender-notice', 'plan');

test('an announcement belongs to its call, and not to the plan before that', () => {
  expect(openerOf(plan, call, told('candidates', 'candidate-notice', 'call'))).toBe('call');
});

test('a correction of a plan stays with the plan', () => {
  expect(openerOf(plan, told('correction', 'correction-notice', 'plan'))).toBe('plan');
});

test('a tender after a prequalification and its result is one procedure with them', () => {
  expect(
    openerOf(
      told('prequalification', 'prequalification-notice'),
      told('passed', 'prequalification-result', 'prequalification'),
      told('tender', 'tender-notice', 'passed'),
    ),
  ).toBe('prequalification');
});

test.each(['failed-tender-notice', 'termination-notice'])('a call after a %s begins another', (end) => {
  expect(openerOf(call, told('end', end, 'call'), told('again', 'tender-notice', 'end'))).toBe('again');
});

test('a result whose call is not here begins its own', () => {
  expect(openerOf(told('award', 'award-notice'))).toBe('award');
});

test('an old announcement that names none follows what was begun before; an old call begins its own', () => {
  expect(openerOf(call, told('old', 'legacy', undefined, '公告'))).toBe('call');
  expect(openerOf(call, told('old', 'legacy', undefined, '招标公告'))).toBe('old');
});

test('a circle of announcements has an opener too', () => {
  expect(openerOf(told('a', 'correction-notice', 'b'), told('b', 'correction-notice', 'a'))).toBe('a');
});
