import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingCalendar } from '../../src/office/release/missing-calendar.ts';
import { temporaryFolder } from '../cli/command.ts';

test.each([
  ['九月底还不提醒', '2026-09-30T23:59:00+08:00', ['2026'], undefined],
  ['十月起提醒明年的', '2026-10-01T00:00:00+08:00', ['2026'], '2027'],
  ['明年的有了，就不再提醒', '2026-12-31T09:00:00+08:00', ['2026', '2027'], undefined],
  ['今年的也没有，先说今年的', '2026-11-30T09:00:00+08:00', ['2025'], '2026'],
  ['一份也没有', '2026-03-02T09:00:00+08:00', [], '2026'],
])('%s', (_words, now, years, missing) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'calendar'));
  for (const year of years) writeFileSync(join(folder, 'calendar', `${year}.yaml`), '');
  expect(missingCalendar(folder, now)).toBe(missing);
});
