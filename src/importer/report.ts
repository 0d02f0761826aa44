import { CATEGORIES } from '../core/announcement/category.ts';
import { CODES } from '../core/diagnostic.ts';
import { typeOf } from '../core/announcement/schema.ts';
import { toCsv } from '../core/csv.ts';
import { maskPersonal } from '../core/privacy.ts';
import { standingOf } from './addresses.ts';
import type { PageDraft } from './page-record.ts';
import { reportPage } from './report-page.ts';
import { RESULTS, type PageResult } from './result.ts';
import type { TargetFolder } from './target-folder.ts';

export const REPORT = 'import-report.html';
const TABLE = 'import-report.csv';

/** Writes the report that a clerk reads, and the same as a table. The same results give the same bytes. */
export function writeReport(
  folder: TargetFolder,
  results: readonly PageResult[],
  draftOf: (page: string) => PageDraft | undefined,
): void {
  folder.write(REPORT, reportPage(results, draftOf));
  folder.write(TABLE, toCsv(tableOf(results)));
}

function tableOf(results: readonly PageResult[]): Parameters<typeof toCsv>[0] {
  const columns = [
    '页面',
    '旧网址',
    '结果',
    '标识',
    '标题',
    '类别',
    '类型',
    '发布时间',
    '发现',
    '说明',
    '缺少',
    '没有搬过来',
  ].map((heading) => ({ heading }));
  const rows = results.map(({ record, result, id, findings }) => [
    record.page,
    standingOf(record.page).address,
    RESULTS[result],
    id,
    maskPersonal(record.title ?? ''),
    record.category && CATEGORIES[record.category],
    record.category && record.type && typeOf(record.category, record.type).term,
    record.publishedAt,
    [...new Set(findings.map(({ code }) => code))].join(' '),
    findings.map(({ code, message }) => maskPersonal(message || CODES[code]!.why)).join('；'),
    record.missing.join('、'),
    Object.entries(record.dropped)
      .map(([why, count]) => `${why} ${count}`)
      .join('、'),
  ]);
  return { columns, rows };
}
