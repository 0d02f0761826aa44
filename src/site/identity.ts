import type { Edition } from '../core/edition.ts';
import { announcementPath, basePath, origin } from './address.ts';

/*
 * The names under which readers of feeds and calendars know what they have seen. They come from `content/site.yaml`
 * alone: a site that is built for another host must not show every subscriber everything anew.
 */

/** The name of an announcement in every feed. */
export const feedIdOf = (edition: Edition, id: string): string => {
  const { host, path } = fixedName(edition);
  return `${host.origin}${path}${announcementPath(id)}`;
};

/** The name of one date of an announcement in every calendar; `kind` is that of `OccasionMeta`. */
export const eventIdOf = (edition: Edition, id: string, kind: string): string =>
  `${id}-${kind}@${fixedName(edition).host.host}`;

/** 固定名称; where it is not written, 网址 and 基础路径, which feeds and calendars have always used. */
function fixedName(edition: Edition): { host: URL; path: string } {
  return edition.once('fixed name', () => {
    const { site } = edition;
    if (site?.fixedName !== undefined) {
      const host = new URL(site.fixedName);
      return { host, path: basePath({ basePath: host.pathname }, site) };
    }
    const host = new URL(site ? origin({ siteUrl: undefined }, site) : edition.origin);
    return { host, path: site ? basePath({ basePath: undefined }, site) : edition.base };
  });
}
