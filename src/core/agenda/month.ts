import type { PlainDate } from '../announcement/instant.ts';

/** The days of a month, `2026-11`, by week from Monday on; `undefined` fills the first and the last week. */
export function weeksOf(month: string): readonly (readonly (PlainDate | undefined)[])[] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const cells: (PlainDate | undefined)[] = [
    ...Array.from({ length: first.dayOfWeek - 1 }, () => undefined),
    ...Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }).toString()),
  ];
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month after one: `2026-12` after `2026-11`. */
export const monthAfter = (month: string): string =>
  Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
