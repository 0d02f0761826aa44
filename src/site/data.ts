import type { Edition, View } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { formOf, typesIn } from '../core/announcement/schema.ts';
import { disposalColumns, DISPOSAL_SUMS } from '../core/disposals/columns.ts';
import { inHand } from '../core/failure.ts';
import { factOf } from '../core/announcement/fact.ts';
import { cellsOf, columns, SUMS } from '../core/open-data/columns.ts';
import { linesOf, type Matter } from '../core/open-data/lot-lines.ts';
import { PROJECT_SUMS, projectCells, projectColumns } from '../core/open-data/project-columns.ts';
import type { Row } from '../core/listing.ts';
import type { Table, TableCell } from '../core/table.ts';
import { toXlsx } from '../core/xlsx.ts';
import { announcementPath } from './address.ts';
import { catalogueHeads, cataloguePath } from './catalogues.ts';
import { disposalMonths, disposalsCsvPath, disposalsPath, disposalYears } from './disposals.ts';
import { ocdsDownloads, type OcdsDownloads } from './ocds.ts';
import { countedYears } from './statistics/records.ts';

export const csvPath = (year: string): string => `data/announcements-${year}.csv`;

/** The workbook that stands beside a table. */
const xlsxPath = (csv: string): string => csv.replace(/csv$/u, 'xlsx');

/** The line of each announcement in the table of its year; of one that was withdrawn, too. */
export const ANNOUNCEMENT_LINES: View<readonly TableCell[]> = {
  name: 'announcement lines',
  map: (edition, id) => [[yearOf(edition.row(id)), announcementLine(edition, id)]],
};

function announcementLine(edition: Edition, id: string): readonly TableCell[] {
  const { announcement } = edition.effective(id);
  return inHand(edition.entry(id), () =>
    cellsOf({
      row: edition.row(id),
      url: edition.absolute(announcementPath(id)),
      announcement,
      agency: factOf(announcement, 'agency'),
      events: edition.events(id),
    }),
  );
}

const yearOf = ({ publishedAt }: Pick<Row, 'publishedAt'>): string => publishedAt.slice(0, 4);

/** All announcements of one year, the newest first; those that were withdrawn say so and have no sums. */
export const announcementTable = (edition: Edition, year: string): Table => ({
  columns,
  rows: edition.newest(ANNOUNCEMENT_LINES, year, Infinity),
});

/** The same as a workbook, with what its columns mean and what of it may be added up. */
export const announcementWorkbook = (edition: Edition, year: string): Promise<Uint8Array<ArrayBuffer>> =>
  toXlsx({ name: `${year}年公告`, table: announcementTable(edition, year), notes: SUMS });

export const projectsPath = (year: string): string => `data/projects-${year}.csv`;

/** The lines of each call that stands, a line a lot, in the table of its year. */
export const PROJECT_LINES: View<readonly (readonly TableCell[])[]> = {
  name: 'project lines',
  map(edition, id) {
    const row = edition.row(id);
    return row.stage === 'call' && !row.withdrawn ? [[yearOf(row), projectLines(edition, row)]] : [];
  },
};

const projectLines = (edition: Edition, call: Row): readonly (readonly TableCell[])[] =>
  inHand(edition.entry(call.id), () =>
    linesOf(matterOf(edition, call)).map((line) =>
      projectCells(line, (id) => edition.absolute(announcementPath(id))),
    ),
  );

function matterOf(edition: Edition, call: Row): Matter {
  const course = edition.course(call.id)!;
  const [first, ...others] = [call.id, ...course.ids.filter((id) => id !== call.id)].map((id) => ({
    row: edition.row(id),
    announcement: edition.effective(id).announcement,
  }));
  return { course, members: [first!, ...others] };
}

/** Every call of a year and what became of each of its lots, in the order of publication. */
export const projectTable = (edition: Edition, year: string): Table => ({
  columns: projectColumns,
  rows: edition.newest(PROJECT_LINES, year, Infinity).toReversed().flat(),
});

export const projectWorkbook = (edition: Edition, year: string): Promise<Uint8Array<ArrayBuffer>> =>
  toXlsx({ name: `${year}年项目`, table: projectTable(edition, year), notes: PROJECT_SUMS });

/** Years in which something was called for, the newest first. */
export const calledYears = (edition: Edition): readonly string[] => edition.keys(PROJECT_LINES).toReversed();

/** A field of the data of an announcement. */
interface FieldLine {
  key: string;
  label: string;
  help: string;
}

/** A table in both of its forms. */
interface Download {
  csv: string;
  xlsx: string;
}

const downloadOf = (csv: string): Download => ({ csv, xlsx: xlsxPath(csv) });

/** What the page for those who republish shows. */
export function dataPage(edition: Edition): {
  years: readonly {
    year: string;
    count: number;
    announcements: Download;
    projects: Download | undefined;
    catalogue: string;
    statistics: Download | undefined;
  }[];
  disposals: readonly { year: string; csv: string; months: readonly { month: string; path: string }[] }[];
  ocds: OcdsDownloads;
  disposalSums: readonly string[];
  disposalColumns: readonly { heading: string; help: string }[];
  sums: readonly string[];
  projectSums: readonly string[];
  columns: readonly { heading: string; help: string }[];
  projectColumns: readonly { heading: string; help: string }[];
  fields: readonly { category: Category; term: string; lines: readonly FieldLine[] }[];
  licence: string | undefined;
  licenceUrl: string | undefined;
  example: string | undefined;
} {
  const { licence, licenceUrl } = edition.site ?? {};
  const heads = catalogueHeads(edition);
  const called = new Set(calledYears(edition));
  const told = new Set(countedYears(edition).map(({ year }) => String(year)));
  return {
    years: heads.map((head) => ({
      year: head.year,
      count: head.count,
      announcements: downloadOf(csvPath(head.year)),
      projects: called.has(head.year) ? downloadOf(projectsPath(head.year)) : undefined,
      catalogue: cataloguePath(head),
      statistics: told.has(head.year) ? downloadOf(`statistics/${head.year}.csv`) : undefined,
    })),
    disposals: disposalYears(edition).map((year) => ({
      year,
      csv: disposalsCsvPath(year),
      months: disposalMonths(edition)
        .filter((month) => month.startsWith(year))
        .toReversed()
        .map((month) => ({ month: `${Number(month.slice(5))}月`, path: disposalsPath(month) })),
    })),
    ocds: ocdsDownloads(edition),
    disposalSums: DISPOSAL_SUMS,
    disposalColumns,
    sums: SUMS,
    projectSums: PROJECT_SUMS,
    projectColumns,
    columns,
    fields: categories.map((category) => ({
      category,
      term: CATEGORIES[category],
      lines: fieldsIn(category),
    })),
    licence,
    licenceUrl,
    example: heads.at(-1)?.oldest,
  };
}

/** The fields of all types of a category, each once, in the order of the forms; a money field is named without its unit. */
function fieldsIn(category: Category): readonly FieldLine[] {
  const lines = typesIn(category)
    .flatMap(formOf)
    .map(({ key, label, help }) => [key, { key: key.replace(/Fen$/u, ''), label, help }] as const);
  return [...new Map(lines).values()];
}
