import type { Edition } from '../core/edition.ts';
import { VERSION } from '../version.ts';
import { printInstant, type Instant } from '../core/announcement/instant.ts';

/** What the glass of the hall says of a site that only demonstrates. */
export const SAMPLE_NOTE = '演示数据，均为虚构';

/** What the header and footer of every page say; all of it from `content/site.yaml`. */
export interface Frame {
  siteName: string;
  centreName: string;
  domain: string;
  siteCode?: string | undefined;
  isSample: boolean;
  /** The moment at which a sample site stands, and its words; undefined where time goes on. */
  standing?: { at: Instant; text: string } | undefined;
  icp?: string | undefined;
  policeRecord?: string | undefined;
  /** The badge of party and government bodies: where it is verified, and its picture. */
  badge?: { href: string; image: string } | undefined;
  /** Where a reader reports an error to whoever supervises government sites. */
  reportErrorUrl?: string | undefined;
  organiser: string;
  address?: string | undefined;
  phone: string;
  supervisionPhone?: string | undefined;
  email?: string | undefined;
  hours?: string | undefined;
  description: string;
  /** Whether the site has a catalogue of government information 政府信息公开. */
  hasDisclosure: boolean;
  /** Of the program that made the page. */
  version: string;
}

export function siteFrame(edition: Edition): Frame {
  const { site } = edition;
  if (!site) throw new Error('content/site.yaml was not read');
  return {
    siteName: site.siteName,
    centreName: site.centreName,
    domain: new URL(edition.origin).host,
    siteCode: site.siteCode,
    isSample: site.isSample ?? false,
    standing: edition.isStanding ? { at: edition.now, text: printInstant(edition.now) } : undefined,
    icp: site.icp,
    policeRecord: site.policeRecord,
    badge:
      site.badgeUrl === undefined || site.badgeImage === undefined
        ? undefined
        : { href: site.badgeUrl, image: edition.address(site.badgeImage) },
    reportErrorUrl: site.reportErrorUrl,
    organiser: site.organiser ?? site.centreName,
    address: site.address,
    phone: site.phone,
    supervisionPhone: site.supervisionPhone,
    email: site.email,
    hours: site.hours,
    description: site.description ?? `${site.centreName}的交易公告`,
    hasDisclosure: edition.hasDisclosure,
    version: VERSION,
  };
}
