import type { Edition } from '../../core/edition.ts';
import type { StructuredData } from '../structured-data.ts';
import { siteFrame } from '../frame.ts';
import type { ItemPage } from './item-page.ts';

/** The article tags that rules for government sites ask of an item. */
export const itemMeta = (page: ItemPage): readonly { name: string; content: string }[] => [
  { name: 'ArticleTitle', content: page.title },
  { name: 'PubDate', content: page.publishedOn },
  { name: 'ContentSource', content: page.publisher },
  { name: 'Author', content: page.publisher },
  { name: 'Description', content: page.description },
  {
    name: 'Keywords',
    content: ['政府信息公开', page.class, page.index, page.documentNumber]
      .filter((one) => one !== undefined)
      .join(','),
  },
  { name: 'Url', content: page.url },
];

/** An item for machines: a document with its number, its days and its files. */
export function itemStructuredData(edition: Edition, page: ItemPage): readonly StructuredData[] {
  const { siteName } = siteFrame(edition);
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'DigitalDocument',
      name: page.title,
      identifier: page.index,
      description: page.description,
      url: page.url,
      inLanguage: 'zh-CN',
      dateCreated: page.madeOn,
      datePublished: page.publishedOn,
      publisher: { '@type': 'GovernmentOrganization', name: page.publisher },
      isPartOf: { '@type': 'WebSite', name: siteName, url: edition.absolute() },
      ...(page.ended && { creativeWorkStatus: page.ended }),
    },
  ];
}
