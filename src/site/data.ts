import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { formOf, typesIn } from '../core/announcement/schema.ts';
import { toCsv } from '../core/csv.ts';
import { factOf } from '../core/listing.ts';
import { cellsOf, columns } from '../core/open-data/columns.ts';
import { announcementPath } from './address.ts';
import { catalogues } from './search.ts';
import { countedYears } from './statistics/year.ts';

export const csvPath = (year: string): string => `data/announcements-${year}.csv`;

/** The years in which something was published, the newest first. */
export const publishedYears = (edition: Edition): readonly string[] => [
  ...new Set(edition.published().map(({ publishedAt }) => publishedAt.slice(0, 4))),
];

/** All announcements of one year as a table, the newest first; those that were withdrawn say so and have no sums. */
export function yearCsv(edition: Edition, year: string): string {
  const rows = edition.published().filter(({ publishedAt }) => publishedAt.startsWith(year));
  return toCsv(
    columns.map(({ heading }) => heading),
    rows.map((row) => {
      const { announcement } = edition.effective(row.id);
      return cellsOf({
        row,
        url: edition.absolute(announcementPath(row.id)),
        announcement,
        agency: factOf(announcement, 'agency'),
        events: edition.events(row.id),
      });
    }),
  );
}

/** A field of the data of an announcement. */
interface FieldLine {
  key: string;
  label: string;
  help: string;
}

/** What the page for those who republish shows. */
export function dataPage(edition: Edition): {
  years: readonly {
    year: string;
    count: number;
    csv: string;
    catalogue: string;
    statistics: string | undefined;
  }[];
  columns: readonly { heading: string; help: string }[];
  fields: readonly { category: Category; term: string; lines: readonly FieldLine[] }[];
  licence: string | undefined;
  licenceUrl: string | undefined;
  example: string | undefined;
} {
  const { licence, licenceUrl } = edition.site ?? {};
  const told = new Set(countedYears(edition).map(({ year }) => String(year)));
  return {
    years: catalogues(edition).map(({ name, catalogue: { year, id } }) => ({
      year,
      count: id.length,
      csv: csvPath(year),
      catalogue: `data/${name}.json`,
      statistics: told.has(year) ? `statistics/${year}.csv` : undefined,
    })),
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
