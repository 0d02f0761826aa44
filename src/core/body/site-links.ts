/** What the links of bodies may lead to on the site itself. */
export interface SitePages {
  /** Folders below the domain that the site is known by, each with `/` at both ends. */
  bases: readonly string[];
  /** Scheme and host of the site, without a slash at the end. */
  origin: string | undefined;
  /** Whether there is a page or file at a path below the base: `announcements/gm-tz-2026-101/`. */
  has(path: string): boolean;
  /** How many headings the text of an announcement has; nothing for any other path. */
  headings(path: string): number | undefined;
}

/** A link to a page of the site. */
interface SiteLink {
  /** Below the base: `announcements/gm-tz-2026-101/`. Of a page that there is not, as it was written. */
  path: string;
  /** Query and anchor, `#s2`. */
  rest: string;
  exists: boolean;
}

/**
 * Reads a link to the site's own pages in every form that clerks write: from the root with and without the base, with
 * the site's own address, from the page it stands on, by an announcement's id or file. Nothing for what lies elsewhere.
 * @param from path of the page that the link stands on
 */
export function siteLink(href: string, from: string, pages: SitePages): SiteLink | undefined {
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(withoutOrigin(href, pages)) ?? [];
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/iu.test(written)) return undefined;
  const isRooted = written.startsWith('/');
  const candidates = isRooted
    ? [withoutBase(written, pages.bases)]
    : [new URL(written, `http://site/${from}`).pathname.slice(1), written.replace(/^(?:\.{1,2}\/)+/u, '')];
  const id = /(?:^|\/)([a-z0-9-]+)(?:\/index)?\.md$|^([a-z0-9-]+)$/u.exec(written);
  if (id) candidates.push(`announcements/${id[1] ?? id[2]!}/`);
  const path = candidates.map(whole).find((one) => pages.has(one));
  if (path !== undefined) return { path, rest, exists: headingExists(path, rest, pages) };
  return isRooted || written.includes('/') ? { path: whole(candidates[0]!), rest, exists: false } : undefined;
}

/** The address of a link to a page of the site below `base`; nothing for a link to elsewhere, or one that has its host. */
export function pageAddress(href: string, from: string, pages: SitePages, base: string): string | undefined {
  const link = /^https?:/iu.test(href) ? undefined : siteLink(href, from, pages);
  return link && `${base}${link.path}${link.rest}`;
}

/** The id in the path of an announcement's page, of an earlier version, or of a file that belongs to it. */
export const idInPath = (path: string): string | undefined =>
  /^announcements\/([^/.]+)(?:\.json|\/(?:v\d+\/|calendar\.ics|SHA256SUMS|attachment-\d+\.\w+)?)$/u.exec(
    path,
  )?.[1];

const withoutOrigin = (href: string, { origin }: SitePages): string =>
  origin !== undefined &&
  href.toLowerCase().startsWith(origin.toLowerCase()) &&
  /^(?:[/?#]|$)/u.test(href.slice(origin.length))
    ? href.slice(origin.length) || '/'
    : href;

function withoutBase(path: string, bases: readonly string[]): string {
  const base = bases.find((one) => one !== '/' && `${path}/`.startsWith(one));
  return path.slice(base?.length ?? 1);
}

/** A page is a folder with a slash at its end. */
const whole = (path: string): string => {
  const folder = path.replace(/(?:^|(?<=\/))index\.html?$/u, '');
  return folder === '' || folder.endsWith('/') || /\.[a-z0-9]+$/iu.test(folder) ? folder : `${folder}/`;
};

function headingExists(path: string, rest: string, pages: SitePages): boolean {
  const number = /#s(\d+)$/u.exec(rest)?.[1];
  const count = number === undefined ? undefined : pages.headings(path);
  return count === undefined || (Number(number) >= 1 && Number(number) <= count);
}
