import { printStart } from '../core/announcement/instant.ts';
import type { Edition } from '../core/edition.ts';
import { STATUS_NAME } from '../core/publishing.ts';
import { announcementPath } from './address.ts';
import { newestRows } from './newest.ts';

/** Where the page lies. It tells whoever publishes how the site stands, and is for no search engine. */
export const PUBLISHING = 'publishing/';

/** 发布情况: what the build knows, and where the rest is asked for in the browser. */
export function publishingPage(edition: Edition): PublishingPage {
  const [newest] = newestRows(edition, 1);
  return {
    status: edition.address(STATUS_NAME),
    newest: newest && {
      title: newest.title,
      href: edition.address(announcementPath(newest.id)),
      publishedAt: printStart(newest.publishedAt),
    },
  };
}

interface PublishingPage {
  /** Address of what the publishing machine says of itself. */
  readonly status: string;
  /** The announcement that was published last; undefined on an empty site. */
  readonly newest:
    { readonly title: string; readonly href: string; readonly publishedAt: string } | undefined;
}
