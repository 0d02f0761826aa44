import { headingsOf } from '../body/render.ts';
import { idInPath, type SitePages } from '../body/site-links.ts';
import type { DisclosureItem, Entry, Page } from '../corpus/corpus.ts';
import type { Site } from '../corpus/settings/site.ts';
import { namesTakenInRoot } from '../corpus/taken-names.ts';
import { CATALOGUE } from '../disclosure/class.ts';

/** The part of a corpus that pages come from; without `ids`, the entries are all there are. */
interface Content {
  entries: readonly Entry[];
  pages: readonly Page[];
  disclosure: readonly DisclosureItem[];
  site: Site | undefined;
  ids?: ReadonlySet<string>;
}

/** The name under which a collection keeps them: the check makes them, for a bundled page cannot see the routes. */
export const SITE_PAGES = 'pages that bodies may link to';

/** The pages that links of bodies may lead to. */
export function sitePages(content: Content): SitePages {
  const { entries, pages, disclosure, site } = content;
  const taken = namesTakenInRoot();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const words = new Set(pages.map(({ id }) => `${id}/`));
  const items = new Map(disclosure.map((item) => [item.id, item]));
  const old = new Set(entries.flatMap(({ announcement }) => announcement.legacyUrls ?? []));
  return {
    bases: [site?.basePath ?? '/'],
    origin: site?.origin,
    has: (path) => {
      if (path === '' || words.has(path) || old.has(`/${path}`)) return true;
      const [first = '', second = ''] = path.split('/');
      if (first === 'disclosure')
        return items.size > 0 && (['', CATALOGUE].includes(second) || items.has(second));
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
