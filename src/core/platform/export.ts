import type { Values } from '../announcement/fact.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { formOf, typeOf } from '../announcement/schema.ts';
import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { MappedTable, Mapping } from './mapping.ts';
import { toReport, type TableOutcome } from './report.ts';
import { rowsIn, takes, type Reported } from './rows.ts';

/** The files for a platform above: one a table, and the report. */
interface PlatformExport {
  files: readonly (readonly [name: string, text: string])[];
  /** How many rows there are in all. */
  rows: number;
  /** How many cells have no value. */
  gaps: number;
}

/** @param since the day from which on announcements were published or changed: for the report */
export function exportFor(mapping: Mapping, since: string, all: readonly Reported[]): PlatformExport {
  const isLeft = ({ announcement }: Reported): boolean =>
    withdrawalOf(announcement) !== undefined || isLegacy(announcement);
  const reported = all.filter((one) => !isLeft(one));
  const tables = mapping.表.map((table) => ({ table, ...tableOf(table, reported) }));
  const outcomes = tables.map(({ table, rows, gaps, without }): TableOutcome => ({
    table,
    rows: rows.length,
    gaps,
    without,
  }));
  const left = {
    withdrawn: idsOf(all.filter(({ announcement }) => withdrawalOf(announcement) !== undefined)),
    legacy: idsOf(all.filter(({ announcement }) => isLegacy(announcement))),
    without: countOf(
      reported
        .filter(({ announcement }) => !mapping.表.some((table) => takes(table, announcement)))
        .map(({ announcement: { category, type } }) => typeOf(category, type).term),
    ),
  };
  return {
    files: [
      ...tables.map(
        ({ table, rows }) => [`${table.名称}.json`, `${JSON.stringify(rows, undefined, 2)}\n`] as const,
      ),
      ['报告.txt', toReport(mapping, since, outcomes, left)],
    ],
    rows: outcomes.reduce((sum, { rows }) => sum + rows, 0),
    gaps: outcomes.reduce((sum, { gaps }) => sum + gaps.length, 0),
  };
}

function tableOf(table: MappedTable, reported: readonly Reported[]) {
  const own = reported.filter(({ announcement }) => takes(table, announcement));
  const each = own.map((one) => rowsIn(table, one));
  return {
    rows: each.flatMap(({ rows }) => rows),
    gaps: each.flatMap(({ gaps }) => gaps),
    without: countOf(own.flatMap((one) => unplaced(table, one))),
  };
}

/** The terms of the fields that an announcement states and no column takes. */
function unplaced({ 栏 }: MappedTable, { announcement }: Reported): readonly string[] {
  const taken = new Set(栏.flatMap(({ 取自 = [] }) => 取自));
  const values = announcement as unknown as Values;
  return formOf(typeOf(announcement.category, announcement.type))
    .filter(({ key, fields, role }) => {
      if (values[key] === undefined || taken.has(key) || OURS.has(key)) return false;
      // What a result says of its lots, its winner and its price stands behind an @.
      return !(role === 'winner' || role === 'price' || fields?.some((one) => one.role === 'winner'));
    })
    .map(({ label }) => label);
}

/** Fields that are for this site alone. */
const OURS: ReadonlySet<string> = new Set([
  'category',
  'type',
  'shortName',
  'timed',
  'errata',
  'exceptions',
  'screenNotices',
  'legacyUrls',
  'lotCodes',
  'lots',
]);

const idsOf = (all: readonly Reported[]): readonly string[] => all.map(({ id }) => id);

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, own]) => [name, own.length]));
}
