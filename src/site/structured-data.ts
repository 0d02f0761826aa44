import type { Edition } from '../core/edition.ts';
import type {
  Article,
  BreadcrumbList,
  Demand,
  Event,
  EventStatusType,
  Offer,
  Thing,
  WithContext,
} from 'schema-dts';
import { rfc3339 } from '../core/announcement/instant.ts';
import { isPlace } from '../core/announcement/place.ts';
import { toYuan } from '../core/announcement/money.ts';
import { factOf } from '../core/announcement/fact.ts';
import { type Row } from '../core/listing.ts';
import type { HappeningKind } from '../core/status.ts';
import { announcementPath } from './address.ts';
import { type AnnouncementPage } from './announcement.ts';
import { siteFrame } from './frame.ts';
import { lastChangeOf } from './last-change.ts';

export type StructuredData = WithContext<Thing>;

const organisation = (edition: Edition) => {
  const { organiser, phone, address } = siteFrame(edition);
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${edition.absolute()}#organisation`,
    name: organiser,
    url: edition.absolute(),
    telephone: phone,
    ...(address === undefined ? {} : { address }),
  } as const;
};

/** The home page: the site, who runs it, and how it is searched. */
export function homeData(edition: Edition): readonly StructuredData[] {
  const { siteName } = siteFrame(edition);
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: siteName,
      url: edition.absolute(),
      inLanguage: 'zh-CN',
      publisher: { '@id': `${edition.absolute()}#organisation` },
      potentialAction: {
        '@type': 'SearchAction',
        target: `${edition.absolute('search/')}?q={search_term_string}`,
      },
    },
    { '@context': 'https://schema.org', ...organisation(edition) },
  ];
}

/** Where a page stands in the site. */
export const crumbData = (
  origin: string,
  crumbs: AnnouncementPage['crumbs'],
): WithContext<BreadcrumbList> => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: `${origin}${href}`,
  })),
});

/** An announcement as an article about what is sought or offered; an opening held in a room as an event. No persons. */
export function announcementData(edition: Edition, page: AnnouncementPage): readonly StructuredData[] {
  const { row, title } = page;
  const { siteName } = siteFrame(edition);
  const about = subjectOf(row);
  const article: WithContext<Article> = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description: page.description,
    url: page.url,
    inLanguage: 'zh-CN',
    datePublished: row.publishedAt,
    dateModified: lastChangeOf(edition, row.id),
    articleSection: row.categoryTerm,
    publisher: organisation(edition),
    isPartOf: { '@type': 'WebSite', name: siteName, url: edition.absolute() },
    ...(about && { about }),
    ...(page.original?.former && { creativeWorkStatus: '从旧网站迁移，内容以原文为准' }),
    ...(row.withdrawn && { creativeWorkStatus: '已撤下', expires: row.withdrawn.at }),
  };
  const opening = openingOf(edition, row);
  return opening ? [article, { '@context': 'https://schema.org', ...opening }] : [article];
}

/** What a call seeks to buy, or offers to sell; other announcements are about nothing that can be had. */
function subjectOf(row: Row): Demand | Offer | undefined {
  if (row.stage !== 'call' || row.withdrawn) return undefined;
  const { title, deadline, region, amount } = row;
  const price =
    amount === undefined || typeof amount.value !== 'number'
      ? undefined
      : ({ '@type': 'PriceSpecification', price: toYuan(amount.value), priceCurrency: 'CNY' } as const);
  const common = {
    name: title,
    availabilityStarts: row.publishedAt,
    ...(deadline && { availabilityEnds: rfc3339(deadline.value), validThrough: rfc3339(deadline.value) }),
    ...(price && { priceSpecification: price }),
  };
  if (row.category === 'construction' || row.category === 'procurement')
    return { '@type': 'Demand', ...common, ...(region === undefined ? {} : { eligibleRegion: region }) };
  if (row.category === 'land' || row.category === 'property')
    return { '@type': 'Offer', ...common, ...(region === undefined ? {} : { areaServed: region }) };
  return undefined;
}

function eventStatusOf(happened: HappeningKind | undefined, isMoved: boolean): EventStatusType {
  if (happened === 'terminated' || happened === 'failed') return 'https://schema.org/EventCancelled';
  if (happened === 'suspended') return 'https://schema.org/EventPostponed';
  return isMoved ? 'https://schema.org/EventRescheduled' : 'https://schema.org/EventScheduled';
}

function openingOf(edition: Edition, row: Row): Event | undefined {
  const { opening, happening, id } = row;
  if (!opening || row.stage !== 'call') return undefined;
  const { announcement, changes } = edition.effective(id);
  const place = factOf(announcement, 'opening-place')?.text;
  // An opening on the net alone has no place to go to.
  if (place === undefined || !isPlace(place)) return undefined;
  const moved = changes
    .filter(({ label, values }) => label === opening.label && values !== undefined)
    .map(({ values }) => rfc3339(String(values!.from)))
    .filter((start) => start !== rfc3339(opening.value));
  return {
    '@type': 'Event',
    name: `${opening.label.replace(/时间$/u, '')}：${row.title}`,
    startDate: rfc3339(opening.value),
    ...(moved.length > 0 && { previousStartDate: moved.length === 1 ? moved[0]! : moved }),
    location: { '@type': 'Place', name: place, address: place },
    eventStatus: eventStatusOf(happening?.kind, moved.length > 0),
    url: edition.absolute(announcementPath(id)),
  };
}

/** As it stands in a page: `<` could end the element early. */
export const printData = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
