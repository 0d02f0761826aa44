import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { formOf, typesIn } from '../core/announcement/schema.ts';
import { toCsv } from '../core/csv.ts';
import { inHand } from '../core/failure.ts';
import { factOf } from '../core/listing.ts';
import { cellsOf, columns } from '../core/open-data/columns.ts';
import { absolute, announcementPath } from './address.ts';
import { entryWith } from './entries.ts';
import { loadContent } from './content.ts';
import { allRows } from './rows.ts';
import { catalogues } from './search.ts';
import { countedYears } from './statistics/year.ts';

export const csvPath = (year: string): string => `data/announcements-${year}.csv`;

/** The years in which something was published, the newest first. */
export const publishedYears = (): readonly string[] => [
  ...new Set(allRows().map(({ publishedAt }) => publishedAt.slice(0, 4))),
];

/** All announcements of one year as a table, the newest first. */
export function yearCsv(year: string): string {
  const { links } = loadContent();
  const rows = allRows().filter(({ publishedAt }) => publishedAt.startsWith(year));
  return toCsv(
    columns.map(({ heading }) => heading),
    rows.map((row) => {
      const { announcement } = links.effective.get(row.id)!;
      return inHand(entryWith(row.id), () =>
        cellsOf({
          row,
          url: absolute(announcementPath(row.id)),
          announcement,
          agency: factOf(announcement, 'agency'),
          events: links.events.get(row.id)!,
        }),
      );
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
export function dataPage(): {
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
  const { licence, licenceUrl } = loadContent().corpus.site ?? {};
  const told = new Set(countedYears().map(({ year }) => String(year)));
  return {
    years: catalogues().map(({ name, catalogue: { year, id } }) => ({
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
    example: allRows().at(-1)?.id,
  };
}

/** The fields of all types of a category, each once, in the order of the forms; a money field is named without its unit. */
function fieldsIn(category: Category): readonly FieldLine[] {
  const lines = typesIn(category)
    .flatMap(formOf)
    .map(({ key, label, help }) => [key, { key: key.replace(/Fen$/u, ''), label, help }] as const);
  return [...new Map(lines).values()];
}
