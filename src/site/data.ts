import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { formOf, typesIn } from '../core/announcement/schema.ts';
import { inHand } from '../core/failure.ts';
import { factOf } from '../core/announcement/fact.ts';
import { cellsOf, columns, SUMS } from '../core/open-data/columns.ts';
import { linesOf, type Matter } from '../core/open-data/lot-lines.ts';
import { PROJECT_SUMS, projectCells, projectColumns } from '../core/open-data/project-columns.ts';
import type { Row } from '../core/listing.ts';
import type { Table } from '../core/table.ts';
import { toXlsx } from '../core/xlsx.ts';
import { announcementPath } from './address.ts';
import { catalogues } from './search.ts';
import { countedYears } from './statistics/year.ts';

export const csvPath = (year: string): string => `data/announcements-${year}.csv`;

/** The workbook that stands beside a table. */
const xlsxPath = (csv: string): string => csv.replace(/csv$/u, 'xlsx');

/** The years in which something was published, the newest first. */
export const publishedYears = (edition: Edition): readonly string[] => [
  ...new Set(edition.published().map(({ publishedAt }) => publishedAt.slice(0, 4))),
];

/** All announcements of one year, the newest first; those that were withdrawn say so and have no sums. */
export const announcementTable = (edition: Edition, year: string): Table =>
  edition.once(`announcements of ${year} at ${edition.absolute()}`, () => ({
    columns,
    rows: edition
      .published()
      .filter(({ publishedAt }) => publishedAt.startsWith(year))
      .map((row) => {
        const { announcement } = edition.effective(row.id);
        return inHand(edition.entry(row.id), () =>
          cellsOf({
            row,
            url: edition.absolute(announcementPath(row.id)),
            announcement,
            agency: factOf(announcement, 'agency'),
            events: edition.events(row.id),
          }),
        );
      }),
  }));

/** The same as a workbook, with what its columns mean and what of it may be added up. */
export const announcementWorkbook = (edition: Edition, year: string): Promise<Uint8Array<ArrayBuffer>> =>
  toXlsx({ name: `${year}年公告`, table: announcementTable(edition, year), notes: SUMS });

const projectsPath = (year: string): string => `data/projects-${year}.csv`;

/** Every call of a year and what became of each of its lots, in the order of publication. */
export const projectTable = (edition: Edition, year: string): Table =>
  edition.once(`projects of ${year} at ${edition.absolute()}`, () => ({
    columns: projectColumns,
    rows: callsOf(edition, year).flatMap((call) =>
      inHand(edition.entry(call.id), () =>
        linesOf(matterOf(edition, call)).map((line) =>
          projectCells(line, (id) => edition.absolute(announcementPath(id))),
        ),
      ),
    ),
  }));

export const projectWorkbook = (edition: Edition, year: string): Promise<Uint8Array<ArrayBuffer>> =>
  toXlsx({ name: `${year}年项目`, table: projectTable(edition, year), notes: PROJECT_SUMS });

/** The calls of a year that stand, the first first. */
const callsOf = (edition: Edition, year: string): readonly Row[] =>
  edition
    .rows()
    .filter(({ stage, publishedAt }) => stage === 'call' && publishedAt.startsWith(year))
    .toReversed();

function matterOf(edition: Edition, call: Row): Matter {
  const course = edition.course(call.id)!;
  const [first, ...others] = [call.id, ...course.ids.filter((id) => id !== call.id)].map((id) => ({
    row: edition.row(id),
    announcement: edition.effective(id).announcement,
  }));
  return { course, members: [first!, ...others] };
}

/** Years in which something was called for. */
export const calledYears = (edition: Edition): readonly string[] =>
  publishedYears(edition).filter((year) => callsOf(edition, year).length > 0);

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
  const called = new Set(calledYears(edition));
  const told = new Set(countedYears(edition).map(({ year }) => String(year)));
  return {
    years: catalogues(edition).map(({ name, catalogue: { year, id } }) => ({
      year,
      count: id.length,
      announcements: downloadOf(csvPath(year)),
      projects: called.has(year) ? downloadOf(projectsPath(year)) : undefined,
      catalogue: `data/${name}.json`,
      statistics: told.has(year) ? downloadOf(`statistics/${year}.csv`) : undefined,
    })),
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
    example: edition.rows().at(-1)?.id,
  };
}

/** The fields of all types of a category, each once, in the order of the forms; a money field is named without its unit. */
function fieldsIn(category: Category): readonly FieldLine[] {
  const lines = typesIn(category)
    .flatMap(formOf)
    .map(({ key, label, help }) => [key, { key: key.replace(/Fen$/u, ''), label, help }] as const);
  return [...new Map(lines).values()];
}
