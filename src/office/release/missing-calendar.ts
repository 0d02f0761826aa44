import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The State Council's notice on the next year's holidays comes in October or November as a rule. */
const FIRST_MONTH = 10;

/**
 * The year whose holidays a content folder should know by now and does not: the present one, and from October on the
 * next. Without them nobody can tell working days.
 * @param now `2026-12-01T09:02:00+08:00`
 */
export function missingCalendar(contentDir: string, now: string): string | undefined {
  const [year, month] = now.slice(0, 7).split('-').map(Number) as [number, number];
  const wanted = month >= FIRST_MONTH ? [year, year + 1] : [year];
  return wanted.map(String).find((one) => !existsSync(join(contentDir, 'calendar', `${one}.yaml`)));
}
