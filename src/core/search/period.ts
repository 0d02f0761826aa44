import type { PlainDate } from '../announcement/instant.ts';

/** What a button for a period says of it, as attributes of HTML hold it: whole numbers. */
export interface Period {
  /** Published within so many days, of which today is one; 1 where nothing is said. */
  days?: string | undefined;
  /** Published within so many months. */
  months?: string | undefined;
  /** Closing today or within so many days after it. */
  closesIn?: string | undefined;
}

/** The bounds that such a button sets, by the names of their fields; an empty one is taken away. */
export function boundsOf(
  { days, months, closesIn }: Period,
  today: PlainDate,
): Readonly<Record<string, PlainDate | ''>> {
  return closesIn === undefined
    ? { from: daysBack(today, Number(days ?? 1) - 1, Number(months ?? 0)), to: '' }
    : { closesFrom: today, closesTo: daysBack(today, -Number(closesIn), 0) };
}

/** A day so many months and days before another. A month before 31 March is the last day of February. */
function daysBack(from: PlainDate, days: number, months: number): PlainDate {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const start = Date.UTC(year, month - 1 - months, Math.min(day, last) - days);
  return new Date(start).toISOString().slice(0, 10);
}
