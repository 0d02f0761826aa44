import type { Edition, View } from '../core/edition.ts';
import type { Instant } from '../core/announcement/instant.ts';
import { newsAt } from '../core/feeds/select.ts';
import {
  announcementPath,
  categoryPath,
  changesPath,
  disclosureListPath,
  disclosurePath,
  partyPath,
  projectPath,
} from './address.ts';
import { alterationMonths } from './changes.ts';
import { categories } from '../core/announcement/category.ts';
import { escapeMarkup } from '../core/markup.ts';
import { handbookPaths } from './handbook.ts';
import { lastChangeOf } from './last-change.ts';
import { letterPath, letters, partiesPath } from './parties/directory.ts';
import { PARTIES } from './parties/known.ts';
import { ruleCodes } from './rules.ts';
import { rulePath } from './statutory.ts';
import { monthsOf, yearsOf } from './month-archives.ts';
import { statisticsPath } from './statistics/figure.ts';
import { countedYears } from './statistics/records.ts';
import { yearPage } from './statistics/year.ts';

/** One address of a site map; an instant of the last change where there is one. */
interface SitemapEntry {
  url: string;
  lastModified?: string | undefined;
}

/** A part of the site map: one a year, so that closed years never change, one for the pages that are not dated, and one for units. */
export interface SitemapPart {
  name: string;
  newest: string | undefined;
  pages: readonly SitemapEntry[];
}

export function sitemapParts(edition: Edition): readonly SitemapPart[] {
  const years = [...new Set(edition.published().map(({ publishedAt }) => publishedAt.slice(0, 4)))];
  return [
    { name: 'pages', newest: undefined, pages: undatedPages(edition) },
    ...years.map((one) => yearPart(edition, one)),
    ...partyPart(edition),
  ];
}

/** When the newest announcement that names a unit last changed, under the address of the unit. */
export const PARTY_CHANGES: View<Instant, { id: string; changedAt: Instant }> = {
  name: 'changes of parties',
  map: (edition, id) => [...PARTIES.map(edition, id)].map(([party]) => [party, lastChangeOf(edition, id)]),
  reduce: (changes, id) => ({ value: { id, changedAt: changes.at(-1)! } }),
};

/** The units that have a page; a page changes with the newest announcement that names its unit. */
function partyPart(edition: Edition): readonly SitemapPart[] {
  const changes = new Map(edition.reductions(PARTY_CHANGES).map(({ id, changedAt }) => [id, changedAt]));
  const pages = edition.reductions(PARTIES).map(({ id }) => ({
    url: edition.absolute(partyPath(id)),
    lastModified: changes.get(id),
  }));
  return pages.length === 0 ? [] : [{ name: 'parties', newest: undefined, pages }];
}

function undatedPages(edition: Edition): readonly SitemapEntry[] {
  const paths = [
    '',
    'open/',
    'search/',
    'calendar/',
    'changes/',
    'coming/',
    'feeds/',
    partiesPath(),
    ...letters(edition).map(({ slug }) => letterPath(slug)),
    'sitemap/',
    statisticsPath(),
    'data/',
    'rules/',
    ...ruleCodes.map((code) => rulePath(code)),
    ...handbookPaths,
    ...edition.pages.map(({ id }) => `${id}/`),
    ...disclosurePaths(edition),
    ...categories.map((one) => categoryPath(one)),
  ];
  return paths.map((path) => ({ url: edition.absolute(path) }));
}

const disclosurePaths = ({ disclosure }: Edition): readonly string[] =>
  disclosure.length === 0
    ? []
    : [disclosurePath(), disclosureListPath(), ...disclosure.map(({ id }) => disclosurePath(id))];

function yearPart(edition: Edition, year: string): SitemapPart {
  const rows = edition.rows().filter(({ publishedAt }) => publishedAt.startsWith(year));
  const announcements = rows.map(({ id }) => ({
    url: edition.absolute(announcementPath(id)),
    lastModified: lastChangeOf(edition, id),
  }));
  const lists = categories.flatMap((category) => [
    ...yearsOf(edition, category)
      .filter((one) => one.year === year)
      .map(() => ({ url: edition.absolute(categoryPath(category, year)) })),
    ...monthsOf(edition, category)
      .filter((one) => one.year === year)
      .map(({ month }) => ({ url: edition.absolute(categoryPath(category, year, month)) })),
  ]);
  return {
    name: year,
    newest: rows[0]?.publishedAt,
    pages: [
      ...announcements,
      ...projectsBegunIn(edition, year),
      ...lists,
      ...changesIn(edition, year),
      ...statisticsOf(edition, year),
    ],
  };
}

/** A year has its page of figures once its January is over. */
const statisticsOf = (edition: Edition, year: string): readonly SitemapEntry[] =>
  countedYears(edition)
    .filter((period) => String(period.year) === year)
    .flatMap((period) => {
      const path = statisticsPath(period.year);
      return yearPage(edition, period.year).lists.length > 0 ? [path, `${path}lists/`] : [path];
    })
    .map((path) => ({ url: edition.absolute(path) }));

const changesIn = (edition: Edition, year: string): readonly SitemapEntry[] =>
  alterationMonths(edition)
    .filter((one) => one.year === year)
    .map(({ month }) => ({ url: edition.absolute(changesPath(year, month)) }));

const projectsBegunIn = (edition: Edition, year: string): readonly SitemapEntry[] =>
  edition.projects
    .filter(({ ids }) => edition.row(ids[0]!).publishedAt.startsWith(year))
    .map(({ code, ids }) => ({
      url: edition.absolute(projectPath(code)),
      lastModified: ids
        .map((id) => newsAt(edition.row(id)))
        .sort()
        .at(-1),
    }));

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const entries = (name: 'url' | 'sitemap', list: readonly SitemapEntry[]): string =>
  list
    .map(
      ({ url, lastModified }) =>
        `<${name}><loc>${escapeMarkup(url)}</loc>${lastModified ? `<lastmod>${lastModified}</lastmod>` : ''}</${name}>\n`,
    )
    .join('');

export const toSitemap = (pages: readonly SitemapEntry[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${XMLNS}">\n${entries('url', pages)}</urlset>\n`;

export const toSitemapIndex = (parts: readonly SitemapEntry[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${XMLNS}">\n${entries('sitemap', parts)}</sitemapindex>\n`;
