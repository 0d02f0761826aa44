import { afterAll, expect, test, vi } from 'vitest';
import { occasionsOf } from '../../../src/core/agenda/occasion.ts';
import { instant } from '../../../src/core/announcement/field.ts';
import type * as Schema from '../../../src/core/announcement/schema.ts';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { typesOf } from '../../../src/core/announcement/type.ts';
import type { Edition } from '../../../src/core/edition.ts';
import { proposeDate } from '../../../src/core/drafting/dates.ts';
import { checkDateOrder } from '../../../src/core/rules/date-order.ts';
import { factLines } from '../../../src/site/facts.ts';

/** A copy of a form with a date that no form has: everything that is known of it stands in its own field. */
const visits = typesOf('construction', {
  contactName: instant({ label: '无关的一栏', help: '写在前面。', example: '2026-03-01 09:00' }),
  visitAt: instant({
    label: '踏勘时间',
    help: '到现场看的时间。',
    example: '2026-03-10 09:00',
    occasion: { kind: 'visit', step: 15, words: '现场踏勘', remindDays: [1] },
    usual: { after: ['publishedAt'], days: 7, time: '14:30' },
    notBefore: [{ field: 'publishedAt', code: 'D201', words: '早于发布时间' }],
    order: 105,
  }),
})('visit-notice', {
  term: '踏勘通知',
  stage: 'call',
  link: 'never',
  must: ['visitAt'],
  may: ['contactName'],
});

// Files of tests share what they import: neither do these know the real form, nor the next file the changed one.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

vi.mock('../../../src/core/announcement/schema.ts', async (load) => {
  const schema = await load<typeof Schema>();
  const typeOf = (...[category, id]: Parameters<typeof Schema.typeOf>) =>
    id === visits.id ? (visits as never) : schema.typeOf(category, id);
  return { ...schema, typeOf };
});

const announced = {
  category: 'construction',
  type: 'visit-notice',
  title: '示例工程踏勘通知',
  publishedAt: '2026-03-02T09:00:00+08:00',
  contactName: '2026-03-01T09:00:00+08:00',
  visitAt: '2026-03-10T09:00:00+08:00',
} as unknown as Announcement;

test('一栏新的日期写在表里，日历就有它', () => {
  expect(occasionsOf(announced, [])).toMatchObject([
    { kind: 'visit', words: '现场踏勘', when: { at: '2026-03-10T09:00:00+08:00' }, remindDays: [1] },
  ]);
});

test('关键信息里有它，排在它的位置上', () => {
  expect(factLines({} as Edition, announced, []).map(({ label }) => label)).toEqual([
    '类型',
    '踏勘时间',
    '无关的一栏',
  ]);
});

test('写公告时有建议的日子', async () => {
  const { formOf } = await import('../../../src/core/announcement/schema.ts');
  const field = formOf(visits as never).find(({ key }) => key === 'visitAt')!;
  const { visitAt: _, ...part } = announced as unknown as Record<string, unknown>;
  const calendar = new Map([[2026, { daysOff: new Map(), makeUpDays: new Map() }]]) as never;
  const asked = {
    part: part as never,
    now: '2026-03-01T09:00:00+08:00',
    calendar,
    objectedTo: () => new Set<string>(),
  };
  expect(proposeDate(field, asked)).toBe('2026-03-09 14:30');
});

test('早于发布时间就指出来', () => {
  const early = { ...announced, visitAt: '2026-02-27T09:00:00+08:00' } as unknown as Announcement;
  expect(checkDateOrder('visit', early)).toMatchObject([
    { code: 'D201', at: 'visitAt', message: '踏勘时间早于发布时间' },
  ]);
});
