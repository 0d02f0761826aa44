import { headingsOf } from '../body/render.ts';
import { idInPath, type SitePages } from '../body/site-links.ts';
import type { Corpus, DisclosureItem, Page } from '../corpus/corpus.ts';
import type { Site } from '../corpus/settings/site.ts';
import type { TakenNames } from '../corpus/taken-names.ts';
import { CATALOGUE } from '../disclosure/class.ts';

/** What is known of a site to whom asks for its pages. What can change with an announcement is asked when it is needed. */
interface Known {
  readonly site: Site | undefined;
  readonly pages: readonly Page[];
  readonly taken: TakenNames;
  /** See `Corpus`. */
  readonly disclosure: readonly DisclosureItem[];
  has(id: string): boolean;
  /** The words of an announcement; undefined where it cannot be read. */
  bodyOf(id: string): string | undefined;
  /** Whether an announcement says that it was found at an address of the old site. */
  wasAt(address: string): boolean;
}

/** The pages that links of bodies may lead to, where all announcements have been read. */
export function sitePages(corpus: Corpus): SitePages {
  const { entries, ids, site, pages, taken, disclosure } = corpus;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const old = new Set(entries.flatMap(({ announcement }) => announcement.legacyUrls ?? []));
  return sitePagesOf({
    ...{ site, pages, taken, disclosure },
    has: (id) => byId.has(id) || ids.has(id),
    bodyOf: (id) => byId.get(id)?.body,
    wasAt: (address) => old.has(address),
  });
}

/** The pages that links of bodies may lead to. */
export function sitePagesOf(known: Known): SitePages {
  const words = new Set(known.pages.map(({ id }) => `${id}/`));
  return {
    bases: [known.site?.basePath ?? '/'],
    origin: known.site?.origin,
    has: (path) => path === '' || words.has(path) || isOwnPage(known, path) || known.wasAt(`/${path}`),
    headings: (path) => {
      const body = known.bodyOf(idInPath(path) ?? '');
      return body === undefined ? undefined : headingsOf(body).length;
    },
  };
}

function isOwnPage(known: Known, path: string): boolean {
  const [first = '', second = ''] = path.split('/');
  if (first === 'disclosure') {
    const { disclosure } = known;
    return (
      disclosure.length > 0 &&
      (['', CATALOGUE].includes(second) || disclosure.some(({ id }) => id === second))
    );
  }
  if (first !== 'announcements') return known.taken.has(first);
  const id = idInPath(path);
  return id !== undefined && known.has(id);
}
