import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { categories } from '../announcement/category.ts';
import { keyOfName } from '../file-name.ts';

/** Names in a folder of the site that its own pages take, whatever their case. */
export interface TakenNames {
  has: (name: string) => boolean;
}

const SOURCE = join(import.meta.dirname, '../..');

/** Astro's folder of scripts and styles, and the name it keeps for a page of server errors. */
const BY_ASTRO = ['assets', '500'];

/** Folders that are filled without a route, since no page of theirs is shown. */
const WITHOUT_ROUTE = ['ocds'];

/** What a web server may show in place of our home page, if it stands there. */
const HOME = ['', 'index', 'index.html', 'index.htm', 'index.shtml', 'default.htm', 'default.html'];

/**
 * The names taken in the root of the site. They are read from the folder of routes and from `public/`, so that a new
 * page is among them by itself. Pages of content/ add their own.
 */
export const namesTakenInRoot = (): TakenNames =>
  toTaken([
    ...BY_ASTRO,
    ...WITHOUT_ROUTE,
    ...HOME,
    ...readdirSync(join(SOURCE, '../public')),
    ...routesIn('.'),
  ]);

/** The names taken in one folder of routes, such as `display`, whose pages have names from content/. */
export const namesTakenIn = (folder: string): TakenNames => toTaken(routesIn(folder));

/** `robots.txt.ts` is robots.txt, `sitemap-[part].xml.ts` any name of that form, `search/` and `404.astro` themselves. */
function routesIn(folder: string): readonly string[] {
  return readdirSync(join(SOURCE, 'pages', folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((entry): readonly string[] => {
      const name = entry.isDirectory() ? entry.name : entry.name.replace(/\.(astro|[jt]s|mdx?|html)$/u, '');
      if (name === '[category]') return categories;
      // The name comes from content/ alone.
      if (/^\[[^\]]*\]$/u.test(name)) return [];
      return entry.name.endsWith('.astro') ? [name, `${name}.html`] : [name];
    });
}

function toTaken(names: readonly string[]): TakenNames {
  const patterns = names.map(
    (name) =>
      new RegExp(
        `^${keyOfName(name)
          .split(/\[[^\]]*\]/u)
          .map(RegExp.escape)
          .join('[^/]+')}$`,
        'u',
      ),
  );
  return { has: (name) => patterns.some((pattern) => pattern.test(keyOfName(name))) };
}
