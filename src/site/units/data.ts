import { CATALOGUE_ROWS } from '../catalogues.ts';
import { ANNOUNCEMENT_LINES, PROJECT_LINES } from '../data.ts';
import { announcementsOf, descriptionOf, packageOf, projectsOf } from '../tables.ts';
import { file, page, type Kind } from '../unit.ts';

/** The announcements of a year as a table, in both of its forms. */
const announcementTables: Kind = {
  name: 'announcement table',
  keys: ANNOUNCEMENT_LINES,
  pages: (_, year) => [
    file('data/announcements-[year].csv', { year }),
    file('data/announcements-[year].xlsx', { year }),
  ],
  files: (edition, year) => [descriptionOf(edition, announcementsOf(edition, year))],
  year: (_, year) => year,
};

/** The calls of a year and what became of them, in both forms. */
const projectTables: Kind = {
  name: 'project table',
  keys: PROJECT_LINES,
  pages: (_, year) => [
    file('data/projects-[year].csv', { year }),
    file('data/projects-[year].xlsx', { year }),
  ],
  files: (edition, year) => [descriptionOf(edition, projectsOf(edition, year))],
  year: (_, year) => year,
};

/** The catalogue of a year, under a name that changes with it. */
const catalogues: Kind = {
  name: 'catalogue',
  keys: CATALOGUE_ROWS,
  pages: (edition, year) => [
    file('data/[catalogue].json', { catalogue: edition.reduced(CATALOGUE_ROWS, year)!.name }),
  ],
  year: (_, year) => year,
};

/** The page that describes the data. */
const dataIndex: Kind = {
  name: 'data index',
  keys: () => [''],
  pages: () => [page('data')],
};

/** All tables in one description, for importers. */
const dataPackage: Kind = {
  name: 'data package',
  keys: () => [''],
  pages: () => [],
  files: (edition) => [packageOf(edition)],
};

/** What is published as data. */
export const data: readonly Kind[] = [announcementTables, projectTables, catalogues, dataPackage, dataIndex];
