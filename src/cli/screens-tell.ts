import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toPage } from '../core/health/page.ts';
import { worstFirst } from '../core/health/rank.ts';
import { isReportWell, toJson, type Report } from '../core/health/report.ts';
import { findingsOf, summaryOf } from '../core/health/report-words.ts';
import { HEADINGS, rowOf } from '../core/health/words.ts';
import { columnsOf } from '../core/report.ts';
import { realDisk, writeWhole } from '../mirror/disk.ts';

/** Prints a report, and writes it where that is wanted. Returns 1 when somebody must go and look. */
export function tell(
  report: Report,
  { out, format }: { out: string | undefined; format: 'text' | 'json' },
): number {
  if (out !== undefined) {
    mkdirSync(out, { recursive: true });
    writeWhole(realDisk, join(out, 'health.json'), `${toJson(report)}\n`);
    writeWhole(realDisk, join(out, 'index.html'), toPage(report));
  }
  return print(format === 'json' ? toJson(report) : toText(report), isReportWell(report) ? 0 : 1);
}

function toText(report: Report): string {
  const { at, screens } = report;
  const rows = worstFirst(screens).map((health) => rowOf(health, at).cells);
  const findings = findingsOf(report).map(({ what, words }) => `${what}：${words.join('；')}`);
  return [...(rows.length > 0 ? table([HEADINGS, ...rows]) : []), '', ...findings, summaryOf(report)]
    .join('\n')
    .trim();
}

/** Columns by display width; the last has no width of its own. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - columnsOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

export function print(text: string, exitCode: number): number {
  process.stdout.write(`${text}\n`);
  return exitCode;
}
