import { columnsOf } from '../../core/report.ts';
import { usedLabels, type UsedLabel } from '../../core/statistics/labels.ts';
import type { Announcement } from '../../core/announcement/schema.ts';

/** The names under 其他事项 that many announcements use, as a table or as JSON. */
export function labelsReport(
  announcements: readonly Announcement[],
  { least, format }: { least: number; format: 'text' | 'json' },
): string {
  const labels = usedLabels(announcements, least);
  if (format === 'json') return JSON.stringify(labels, undefined, 2);
  if (labels.length === 0) return `没有 ${least} 份以上的公告用同一个“其他事项”名称。`;
  return [
    `下面这些“其他事项”，用到的公告有 ${least} 份或者更多。常用的可以请维护者做成专门的栏目。`,
    '',
    ...table(labels),
  ].join('\n');
}

function table(labels: readonly UsedLabel[]): readonly string[] {
  const rows = [
    ['名称', '公告', '类型', '例如'],
    ...labels.map(({ name, announcements, types, example }) => [
      name,
      String(announcements),
      types.join('、'),
      example.replace(/\s+/gu, ' '),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - columnsOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}
