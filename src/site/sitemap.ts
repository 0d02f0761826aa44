import { absolute, announcementPath, categoryPath, changesPath, projectPath } from './address.ts';
import { alterationMonths } from './changes.ts';
import { categories } from '../core/announcement/category.ts';
import { escapeMarkup } from '../core/markup.ts';
import { loadContent } from './content.ts';
import { handbookPaths } from './handbook.ts';
import { lastChangeOf } from './last-change.ts';
import { ruleCodes } from './rules.ts';
import { rulePath } from './statutory.ts';
import { monthsOf, yearsOf } from './archive.ts';
import { allRows, rowWith } from './rows.ts';
import { statisticsPath } from './statistics/figure.ts';
import { countedYears, yearPage } from './statistics/year.ts';

/** One address of a site map; an instant of the last change where there is one. */
export interface SitemapEntry {
  url: string;
  lastModified?: string | undefined;
}

/** A part of the site map: one a year, so that closed years never change, and one for the pages that are not dated. */
export interface SitemapPart {
  name: string;
  newest: string | undefined;
  pages: readonly SitemapEntry[];
}

export function sitemapParts(): readonly SitemapPart[] {
  const years = [...new Set(allRows().map(({ publishedAt }) => publishedAt.slice(0, 4)))];
  return [{ name: 'pages', newest: undefined, pages: undatedPages() }, ...years.map(yearPart)];
}

function undatedPages(): readonly SitemapEntry[] {
  const paths = [
    '',
    'open/',
    'search/',
    'calendar/',
    'changes/',
    'feeds/',
    'sitemap/',
    statisticsPath(),
    'data/',
    'rules/',
    ...ruleCodes.map((code) => rulePath(code)),
    ...handbookPaths,
    ...loadContent().corpus.pages.map(({ id }) => `${id}/`),
    ...categories.map((one) => categoryPath(one)),
  ];
  return paths.map((path) => ({ url: absolute(path) }));
}

function yearPart(year: string): SitemapPart {
  const rows = allRows().filter(({ publishedAt }) => publishedAt.startsWith(year));
  const announcements = rows.map(({ id }) => ({
    url: absolute(announcementPath(id)),
    lastModified: lastChangeOf(id),
  }));
  const lists = categories.flatMap((category) => [
    ...yearsOf(category)
      .filter((one) => one.year === year)
      .map(() => ({ url: absolute(categoryPath(category, year)) })),
    ...monthsOf(category)
      .filter((one) => one.year === year)
      .map(({ month }) => ({ url: absolute(categoryPath(category, year, month)) })),
  ]);
  return {
    name: year,
    newest: rows[0]?.publishedAt,
    pages: [...announcements, ...projectsBegunIn(year), ...lists, ...changesIn(year), ...statisticsOf(year)],
  };
}

/** A year has its page of figures once its January is over. */
const statisticsOf = (year: string): readonly SitemapEntry[] =>
  countedYears()
    .filter((period) => String(period.year) === year)
    .flatMap((period) => {
      const path = statisticsPath(period.year);
      return yearPage(period).lists.length > 0 ? [path, `${path}lists/`] : [path];
    })
    .map((path) => ({ url: absolute(path) }));

const changesIn = (year: string): readonly SitemapEntry[] =>
  alterationMonths()
    .filter((one) => one.year === year)
    .map(({ month }) => ({ url: absolute(changesPath(year, month)) }));

const projectsBegunIn = (year: string): readonly SitemapEntry[] =>
  [...loadContent().links.projects.values()]
    .filter(({ ids }) => rowWith(ids[0]!).publishedAt.startsWith(year))
    .map(({ code, ids }) => ({
      url: absolute(projectPath(code)),
      lastModified: rowWith(ids.at(-1)!).publishedAt,
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
