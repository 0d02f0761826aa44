import type { Edition } from '../core/edition.ts';
import type { DataCatalog, DataDownload, WithContext } from 'schema-dts';
import { dataPage } from './data.ts';
import { siteFrame } from './frame.ts';

/** The data of the site for catalogues of data: a set a year, with its table and its catalogue. */
export function dataCatalogue(edition: Edition): WithContext<DataCatalog> {
  const { siteName, organiser } = siteFrame(edition);
  const { years, licence, licenceUrl } = dataPage(edition);
  const publisher = { '@type': 'GovernmentOrganization', name: organiser, url: edition.absolute() } as const;
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
    url: edition.absolute('data/'),
    inLanguage: 'zh-CN',
    publisher,
    ...license,
    dataset: years.map(({ year, announcements, projects, catalogue }) => ({
      '@type': 'Dataset',
      name: `${siteName}${year}年公告`,
      description: `${year}年发布的全部公告：标题、类别、项目编号、截止时间、金额、成交结果和更正。`,
      url: edition.absolute('data/'),
      temporalCoverage: year,
      creator: publisher,
      isAccessibleForFree: true,
      ...license,
      distribution: [
        download(edition, announcements.csv, 'text/csv'),
        download(edition, announcements.xlsx, XLSX),
        ...(projects
          ? [download(edition, projects.csv, 'text/csv'), download(edition, projects.xlsx, XLSX)]
          : []),
        download(edition, catalogue, 'application/json'),
      ],
    })),
  };
}

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const download = (edition: Edition, path: string, encodingFormat: string): DataDownload => ({
  '@type': 'DataDownload',
  contentUrl: edition.absolute(path),
  encodingFormat,
});
