import type { Edition, View } from '../core/edition.ts';
import type { Instant } from '../core/announcement/instant.ts';
import { newsAt } from '../core/feeds/select.ts';
import { byNewest } from '../core/listing.ts';
import {
  announcementPath,
  categoryPath,
  changesPath,
  disclosureListPath,
  disclosurePath,
  ledgerPath,
  VERIFY,
  partyPath,
  projectPath,
} from './address.ts';
import { ALTERATIONS } from './changes.ts';
import { categories } from '../core/announcement/category.ts';
import { escapeMarkup } from '../core/markup.ts';
import { handbookPaths } from './handbook.ts';
import { lastChangeOf } from './last-change.ts';
import { letterPath, letters, partiesPath } from './parties/directory.ts';
import { PARTIES } from './parties/known.ts';
import { codeOf } from './project.ts';
import { ruleCodes } from './rules.ts';
import { rulePath } from './statutory.ts';
import { yearOf, yearsIn as yearsOfCategory } from './month-archives.ts';
import { statisticsPath } from './statistics/figure.ts';
import { periodIn } from './statistics/records.ts';
import { yearPage } from './statistics/year.ts';

/** One address of a site map; an instant of the last change where there is one. */
interface SitemapEntry {
  url: string;
  lastModified?: string | undefined;
}

/** The announcements of a year that stand, and when each last changed. */
export const ANNOUNCEMENT_CHANGES: View<Changed> = {
  name: 'changes of announcements',
  map: (edition, id) => {
    const { publishedAt, withdrawn } = edition.row(id);
    const changed = () => ({ id, publishedAt, changedAt: lastChangeOf(edition, id) });
    return withdrawn ? [] : [[yearIn(publishedAt), changed()]];
  },
};

interface Changed {
  id: string;
  publishedAt: Instant;
  changedAt: Instant;
}

/** The projects whose first announcement is of a year, and when the last of one came, or was withdrawn. */
export const PROJECT_CHANGES: View<{ code: string; changedAt: Instant }> = {
  name: 'changes of projects',
  map: (edition, id) => {
    const code = codeOf(edition, id);
    if (code === undefined || edition.project(code).ids[0] !== id) return [];
    const { publishedAt } = edition.row(id);
    const news = edition.project(code).ids.map((one) => newsAt(edition.row(one)));
    return [[yearIn(publishedAt), { code, changedAt: news.sort().at(-1)! }]];
  },
};

const yearIn = (at: Instant): string => at.slice(0, '2026'.length);

/** The parts of the site map: one a year, so that closed years never change, one for the pages that are not dated, and one for units. */
export const sitemapParts = (edition: Edition): readonly string[] => [
  'pages',
  ...yearsIn(edition),
  ...(letters(edition).length > 0 ? ['parties'] : []),
];

/** The years in which something was published, the newest first. */
const yearsIn = (edition: Edition): readonly string[] =>
  [...new Set(categories.flatMap((category) => yearsOfCategory(edition, category)))].sort().reverse();

/** The addresses of a part. */
export function sitemapPart(edition: Edition, name: string): readonly SitemapEntry[] {
  if (name === 'pages') return undatedPages(edition);
  return name === 'parties' ? partyPages(edition) : pagesOf(edition, name);
}

/** The list of the parts; one of a year changes with the newest announcement of the year. */
export const sitemapIndex = (edition: Edition): readonly SitemapEntry[] =>
  sitemapParts(edition).map((name) => ({
    url: edition.absolute(`sitemap-${name}.xml`),
    lastModified: edition.newest(ANNOUNCEMENT_CHANGES, name, 1)[0]?.publishedAt,
  }));

/** When the newest announcement that names a unit last changed, under the address of the unit. */
export const PARTY_CHANGES: View<Instant, { id: string; changedAt: Instant }> = {
  name: 'changes of parties',
  map: (edition, id) => [...PARTIES.map(edition, id)].map(([party]) => [party, lastChangeOf(edition, id)]),
  reduce: (changes, id) => ({ value: { id, changedAt: changes.at(-1)! } }),
};

/** The units that have a page; a page changes with the newest announcement that names its unit. */
function partyPages(edition: Edition): readonly SitemapEntry[] {
  const changes = new Map(edition.reductions(PARTY_CHANGES).map(({ id, changedAt }) => [id, changedAt]));
  return edition.reductions(PARTIES).map(({ id }) => ({
    url: edition.absolute(partyPath(id)),
    lastModified: changes.get(id),
  }));
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
    ...(edition.ledger ? [ledgerPath(), VERIFY] : []),
    ...categories.map((one) => categoryPath(one)),
  ];
  return paths.map((path) => ({ url: edition.absolute(path) }));
}

const disclosurePaths = (edition: Edition): readonly string[] =>
  edition.hasDisclosure
    ? [disclosurePath(), disclosureListPath(), ...edition.disclosure.map(({ id }) => disclosurePath(id))]
    : [];

function pagesOf(edition: Edition, year: string): readonly SitemapEntry[] {
  const announcements = edition
    .values(ANNOUNCEMENT_CHANGES, year)
    .toSorted(byNewest)
    .map(({ id, changedAt }) => ({ url: edition.absolute(announcementPath(id)), lastModified: changedAt }));
  const projects = edition
    .values(PROJECT_CHANGES, year)
    .map(({ code, changedAt }) => ({ url: edition.absolute(projectPath(code)), lastModified: changedAt }));
  return [
    ...announcements,
    ...projects,
    ...listsOf(edition, year),
    ...changesIn(edition, year),
    ...statisticsOf(edition, year),
  ];
}

const listsOf = (edition: Edition, year: string): readonly SitemapEntry[] =>
  categories
    .filter((category) => yearsOfCategory(edition, category).includes(year))
    .flatMap((category) => [
      categoryPath(category, year),
      ...yearOf(edition, category, year).months.map(({ month }) => categoryPath(category, year, month)),
    ])
    .map((path) => ({ url: edition.absolute(path) }));

/** A year has its page of figures once its January is over. */
function statisticsOf(edition: Edition, year: string): readonly SitemapEntry[] {
  if (!periodIn(edition, Number(year))) return [];
  const path = statisticsPath(Number(year));
  const lists = yearPage(edition, Number(year)).lists.length > 0 ? [`${path}lists/`] : [];
  return [path, ...lists].map((one) => ({ url: edition.absolute(one) }));
}

const changesIn = (edition: Edition, year: string): readonly SitemapEntry[] =>
  edition
    .keys(ALTERATIONS)
    .filter((month) => month.startsWith(year))
    .toReversed()
    .map((month) => ({ url: edition.absolute(changesPath(year, month.slice(-'10'.length))) }));

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
