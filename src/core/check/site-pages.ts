import { headingsOf } from '../body/render.ts';
import { idInPath, type SitePages } from '../body/site-links.ts';
import type { Entry, Page } from '../corpus/corpus.ts';
import type { Site } from '../corpus/settings/site.ts';
import { namesTakenInRoot } from '../corpus/taken-names.ts';

/** The part of a corpus that pages come from; without `ids`, the entries are all there are. */
interface Content {
  entries: readonly Entry[];
  pages: readonly Page[];
  site: Site | undefined;
  ids?: ReadonlySet<string>;
}

/** The name under which a collection keeps them: the check makes them, for a bundled page cannot see the routes. */
export const SITE_PAGES = 'pages that bodies may link to';

/** The pages that links of bodies may lead to. */
export function sitePages(content: Content): SitePages {
  const { entries, pages, site } = content;
  const taken = namesTakenInRoot();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const words = new Set(pages.map(({ id }) => `${id}/`));
  const old = new Set(entries.flatMap(({ announcement }) => announcement.legacyUrls ?? []));
  return {
    bases: [site?.basePath ?? '/'],
    origin: site?.origin,
    has: (path) => {
      if (path === '' || words.has(path) || old.has(`/${path}`)) return true;
      const [first = ''] = path.split('/');
      if (first !== 'announcements') return taken.has(first);
      const id = idInPath(path);
      return id !== undefined && (byId.has(id) || (content.ids?.has(id) ?? false));
    },
    headings: (path) => {
      const entry = byId.get(idInPath(path) ?? '');
      return entry && headingsOf(entry.body).length;
    },
  };
}
