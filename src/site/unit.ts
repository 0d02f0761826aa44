import type { Edition, View } from '../core/edition.ts';

/** A file of the site that is no page: a text, bytes, or those of a file on this machine. */
export type SiteFile = { readonly path: string } & (
  { readonly text: string | Promise<string> } | { readonly bytes: Uint8Array } | { readonly copyOf: string }
);

/** What Astro renders for one path: the route is its file in src/pages, without `index` and the ending `.astro` or `.ts`. */
export interface Rendered {
  readonly route: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  /** Within the site: `announcements/x/`, `feeds/all.xml`. */
  readonly path: string;
}

/**
 * A kind of things that a site is made of: an announcement with its page, its data and its attachments; a month of a
 * category. Everything that is written belongs to one unit, that is to a key of one kind; a unit is made again as a
 * whole when anything changes that its making has asked the edition.
 */
export interface Kind {
  readonly name: string;
  /** Its keys: those of a view, or as they are listed where they are few. */
  readonly keys: View<unknown, unknown> | ((edition: Edition) => readonly string[]);
  /** The pages of a key; none where the key has none. */
  pages(edition: Edition, key: string): readonly Rendered[];
  /** The files beside them. */
  files?(edition: Edition, key: string): Iterable<SiteFile>;
  /** The year that a key belongs to, `2026`, so that it can be made with that year on a machine of its own. */
  year?(edition: Edition, key: string): string;
}

/** A page, which has a folder of its own: `page('announcements/[id]', { id })`. */
export const page = (route: string, params: Rendered['params'] = {}): Rendered => {
  const path = filled(route, params);
  return { route, params, path: path === '' ? '' : `${path}/` };
};

/** A file that Astro renders: `file('feeds/[name].xml', { name })`. */
export const file = (route: string, params: Rendered['params'] = {}): Rendered => ({
  route,
  params,
  path: filled(route, params),
});

/** What there is once: its pages are the same whatever is published. */
export const single = (name: string, ...pages: readonly Rendered[]): Kind => ({
  name,
  keys: () => [''],
  pages: () => pages,
});

/** A route with its parameters in place; one that may be missing takes its slash with it. */
const filled = (route: string, params: Rendered['params']): string =>
  route.replace(/\[(?:\.\.\.)?(\w+)\]/gu, (_, name: string) => params[name] ?? '').replace(/\/$/u, '');

/** The keys of a kind in an edition. */
export const keysOf = ({ keys }: Kind, edition: Edition): readonly string[] =>
  typeof keys === 'function' ? keys(edition) : edition.keys(keys);
