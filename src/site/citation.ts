import { dayOf, printDate, type PlainDate } from '../core/announcement/instant.ts';
import type { Row } from '../core/listing.ts';
import type { Change } from '../core/project.ts';

/**
 * An announcement in one line, as a letter or a ruling cites it: who, title, number, version, what was in force, when
 * it was published, address.
 */
export function citationOf(given: {
  source: string;
  title: string;
  row: Row;
  version: number;
  /** The corrections in force. */
  changes: readonly Change[];
  /** The day whose text is cited, where it is not the present one. */
  day: PlainDate | undefined;
  url: string;
}): string {
  const { source, title, row, version, changes, day, url } = given;
  const corrections = [...new Map(changes.map(({ by, at }) => [by, at])).values()];
  const last = corrections.at(-1);
  return [
    `${source}：${/[《》]/u.test(title) ? title : `《${title}》`}`,
    row.projectCode && `项目编号 ${row.projectCode}`,
    `${printDate(dayOf(row.publishedAt))}发布`,
    `第 ${version} 版`,
    last && `经 ${corrections.length} 次更正，最近一次 ${printDate(dayOf(last))}`,
    day && `${printDate(day)}有效的内容`,
    row.withdrawn && `${printDate(dayOf(row.withdrawn.at))}撤下`,
    url,
  ]
    .filter(Boolean)
    .join('，');
}
