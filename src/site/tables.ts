import type { Edition } from '../core/edition.ts';
import { disposalColumns } from '../core/disposals/columns.ts';
import { columns } from '../core/open-data/columns.ts';
import { projectColumns } from '../core/open-data/project-columns.ts';
import { descriptionPath, toCsvw } from '../core/table-description/csvw.ts';
import { toDataPackage } from '../core/table-description/datapackage.ts';
import type { DescribedTable, Publication } from '../core/table-description/described-table.ts';
import { disclosureDataPath } from './address.ts';
import { ANNOUNCEMENT_LINES, calledYears, csvPath, projectsPath } from './data.ts';
import { disclosureColumns } from './disclosure/data.ts';
import { disposalsCsvPath, disposalYears } from './disposals.ts';
import { countedYears } from './statistics/records.ts';
import { figureColumns } from './statistics/table.ts';
import type { SiteFile } from './unit.ts';

/*
 * Every table of the site but those of single units 单位, of which a large archive has thousands, each with the columns
 * that its page names.
 */

const named = (edition: Edition, path: string, title: string): Pick<DescribedTable, 'path' | 'title'> => ({
  path,
  title: `${edition.site?.siteName ?? ''}${title}`,
});

export const announcementsOf = (edition: Edition, year: string): DescribedTable => ({
  ...named(edition, csvPath(year), `${year}年公告表`),
  columns,
});

export const projectsOf = (edition: Edition, year: string): DescribedTable => ({
  ...named(edition, projectsPath(year), `${year}年项目表`),
  columns: projectColumns,
});

export const disposalsOf = (edition: Edition, year: string): DescribedTable => ({
  ...named(edition, disposalsCsvPath(year), `${year}年土地、产权处置表`),
  columns: disposalColumns,
});

export const figuresOf = (edition: Edition, year: string): DescribedTable => ({
  ...named(edition, `statistics/${year}.csv`, `${year}年统计`),
  columns: figureColumns,
});

export const disclosureItemsOf = (edition: Edition): DescribedTable => ({
  ...named(edition, disclosureDataPath('csv'), '政府信息公开目录'),
  columns: disclosureColumns,
});

/** All of them, the newest year first. */
const tablesOf = (edition: Edition): readonly DescribedTable[] => [
  ...edition
    .keys(ANNOUNCEMENT_LINES)
    .toReversed()
    .map((year) => announcementsOf(edition, year)),
  ...calledYears(edition).map((year) => projectsOf(edition, year)),
  ...disposalYears(edition).map((year) => disposalsOf(edition, year)),
  ...countedYears(edition).map(({ year }) => figuresOf(edition, String(year))),
  ...(edition.hasDisclosure ? [disclosureItemsOf(edition)] : []),
];

function publicationOf({ site }: Edition): Publication {
  const { licence, licenceUrl } = site ?? {};
  return {
    publisher: site?.organiser ?? site?.centreName ?? '',
    ...(licence !== undefined && {
      licence: { name: licence, ...(licenceUrl !== undefined && { url: licenceUrl }) },
    }),
  };
}

/** The description that stands beside a table. */
export const descriptionOf = (edition: Edition, table: DescribedTable): SiteFile => ({
  path: descriptionPath(table.path),
  text: JSON.stringify(toCsvw(table, publicationOf(edition))),
});

export const DATA_PACKAGE = 'data/datapackage.json';

/** All tables in one description. */
export const packageOf = (edition: Edition): SiteFile => ({
  path: DATA_PACKAGE,
  text: JSON.stringify(
    toDataPackage(tablesOf(edition), publicationOf(edition), (path) => edition.absolute(path)),
  ),
});
