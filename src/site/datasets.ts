import type { DataCatalog, DataDownload, WithContext } from 'schema-dts';
import { absolute } from './address.ts';
import { dataPage } from './data.ts';
import { siteFrame } from './frame.ts';

/** The data of the site for catalogues of data: a set a year, with its table and its catalogue. */
export function dataCatalogue(): WithContext<DataCatalog> {
  const { siteName, organiser } = siteFrame();
  const { years, licence, licenceUrl } = dataPage();
  const publisher = { '@type': 'GovernmentOrganization', name: organiser, url: absolute() } as const;
  const license =
    licence === undefined
      ? {}
      : {
          license: {
            '@type': 'CreativeWork',
            name: licence,
            ...(licenceUrl && { url: licenceUrl }),
          } as const,
        };
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: `${siteName}公告数据`,
    url: absolute('data/'),
    inLanguage: 'zh-CN',
    publisher,
    ...license,
    dataset: years.map(({ year, csv, catalogue }) => ({
      '@type': 'Dataset',
      name: `${siteName}${year}年公告`,
      description: `${year}年发布的全部公告：标题、类别、项目编号、截止时间、金额、成交结果和更正。`,
      url: absolute('data/'),
      temporalCoverage: year,
      creator: publisher,
      isAccessibleForFree: true,
      ...license,
      distribution: [download(csv, 'text/csv'), download(catalogue, 'application/json')],
    })),
  };
}

const download = (path: string, encodingFormat: string): DataDownload => ({
  '@type': 'DataDownload',
  contentUrl: absolute(path),
  encodingFormat,
});
