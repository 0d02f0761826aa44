import { get, textOf } from '../screen/get.ts';
import { boot } from './page.ts';
import { clock } from './time.ts';

const TIMEOUT = 10;

/** Far above any announcement of ours, in bytes. */
const LARGEST_PAGE = 4 * 1024 * 1024;

/**
 * Fetches the page of an announcement and reads it, without running or loading anything of it.
 * @throws when it does not come, or is not the page of this announcement: a guest network answers 200 too
 */
export async function fetchAnnouncement(id: string): Promise<Document> {
  const { bytes, date } = await get(`${boot.base}announcements/${id}/`, TIMEOUT, LARGEST_PAGE);
  const text = textOf(bytes);
  const page = new DOMParser().parseFromString(text, 'text/html');
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const isIt = canonical.slice(-`announcements/${id}/`.length) === `announcements/${id}/`;
  if (!isIt || !page.querySelector('main h1') || !/<\/html>\s*$/u.test(text))
    throw new Error(`not the page of ${id}`);
  clock.heard(date);
  return page;
}

/** The announcement that a link of such a page leads to, if any. */
export function idIn(link: Element | null): string | undefined {
  const path = link?.getAttribute('href') ?? '';
  if (path.slice(0, boot.base.length) !== boot.base) return undefined;
  return /^announcements\/([a-z0-9-]+)\/$/u.exec(path.slice(boot.base.length))?.[1];
}

/** The words in an element of such a page, as they are read. */
export const textIn = (source: Element): string => (source.textContent ?? '').replace(/\s+/gu, ' ').trim();
