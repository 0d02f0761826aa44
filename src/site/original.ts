import type { Edition } from '../core/edition.ts';
import { formerTypesOf } from '../core/announcement/former-type.ts';
import { isLegacy } from '../core/announcement/legacy.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { siteFrame } from './frame.ts';

/** Of an announcement of an old site: what it was made of, and whom to ask for that. */
export interface OriginalLines {
  /** Of 存量公告: the old site's word for it, and a hint where that is the name of no type. */
  former: { term: string; hint: string | undefined } | undefined;
  ask: { name: string; phone: string };
  /** Addresses of the old site that lead here. */
  addresses: readonly string[];
  hash: string;
}

export function originalLines(edition: Edition, announcement: Announcement): OriginalLines | undefined {
  const { originalHash, legacyUrls = [] } = announcement;
  if (originalHash === undefined) return undefined;
  const { centreName, phone } = siteFrame(edition);
  return {
    former: formerOf(announcement),
    ask: { name: centreName, phone },
    addresses: legacyUrls,
    hash: originalHash,
  };
}

function formerOf(announcement: Announcement): OriginalLines['former'] {
  if (!isLegacy(announcement) || !('formerType' in announcement)) return undefined;
  const { formerType: term } = announcement;
  const isKnown = formerTypesOf(announcement).length > 0;
  const hint = isKnown
    ? undefined
    : `旧网站把它叫作“${term}”，这不是现在的公告种类，它是做什么的看标题和正文。`;
  return { term, hint };
}
