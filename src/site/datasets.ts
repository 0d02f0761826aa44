import type { Edition } from '../core/edition.ts';
import type { DataCatalog, DataDownload, WithContext } from 'schema-dts';
import { dataPage } from './data.ts';
import { DISPOSALS_SCHEMA } from './disposals.ts';
import { siteFrame } from './frame.ts';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file in which a set of data can be had. */
interface Distribution {
  /** Within the site. */
  path: string;
  title: string;
  mediaType: string;
  /** Address of the schema or the standard that it follows. */
  conformsTo?: string;
}

/** What is published as one set of data: of one subject and one year. */
interface Dataset {
  /** A name in addresses, permanent: `projects-2026`. */
  id: string;
  title: string;
  description: string;
  year: string;
  distributions: readonly Distribution[];
}

/** Every set of data of the site, the newest year first: catalogues of data are made from this list alone. */
export function datasetsOf(edition: Edition): readonly Dataset[] {
  const { siteName } = siteFrame(edition);
  const { years, disposals, ocds } = dataPage(edition);
  const named = (subject: string, year: string, title: string) => ({
    id: `${subject}-${year}`,
    title: `${siteName}${year}年${title}`,
    year,
  });
  return [
    ...years.flatMap(({ year, announcements, projects, catalogue, statistics }): readonly Dataset[] => [
      {
        ...named('announcements', year, '公告'),
        description: `${year}年发布的全部公告：标题、类别、项目编号、截止时间、金额、成交结果和更正。`,
        distributions: [
          ...tablesAt(announcements),
          { path: catalogue, title: '检索目录', mediaType: 'application/json' },
        ],
      },
      ...(projects
        ? [
            {
              ...named('projects', year, '项目'),
              description: `${year}年开始的项目，一个标段一行，写到最后的结果：预算、中标人、成交价和合同。`,
              distributions: tablesAt(projects),
            },
          ]
        : []),
      ...(statistics
        ? [
            {
              ...named('statistics', year, '统计'),
              description: `${year}年的统计数字。`,
              distributions: tablesAt(statistics),
            },
          ]
        : []),
    ]),
    ...disposals.map(({ year, csv, months }) => ({
      ...named('disposals', year, '土地、产权处置'),
      description: `${year}年开始的土地、矿业权和产权处置，一宗一条：转让方、受让方、标的和价格。价款是转让方的收入。`,
      distributions: [
        { path: csv, title: 'CSV', mediaType: 'text/csv' },
        ...months.map(({ month, path }) => ({
          path,
          title: `${month}，JSON`,
          mediaType: 'application/json',
          conformsTo: edition.absolute(DISPOSALS_SCHEMA),
        })),
      ],
    })),
    ...ocds.years.map(({ year, releases, records }) => ({
      ...named('ocds', year, '开放合同数据（OCDS）'),
      description: `${year}年建设工程、政府采购的每次发布，和${year}年开始的招标采购现在的样子，按开放合同数据标准。`,
      distributions: [
        ...releases.map((one) => ocdsAt('每次发布', one)),
        ...records.map((one) => ocdsAt('现在的样子', one)),
      ],
    })),
  ];
}

const ocdsAt = (what: string, { month, path }: { month: string; path: string }): Distribution => ({
  path,
  title: `${what}，${month}，JSON`,
  mediaType: 'application/json',
  conformsTo: OCDS,
});

/** The standard in the version that is published. */
const OCDS = 'https://standard.open-contracting.org/1.1/';

const tablesAt = ({ csv, xlsx }: { csv: string; xlsx: string }): readonly Distribution[] => [
  { path: csv, title: 'CSV', mediaType: 'text/csv' },
  { path: xlsx, title: 'XLSX', mediaType: XLSX },
];

/** The data of the site for search engines, which read it in the page of the data. */
export function dataCatalogue(edition: Edition): WithContext<DataCatalog> {
  const { siteName, organiser } = siteFrame(edition);
  const { licence, licenceUrl } = edition.site ?? {};
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
    dataset: datasetsOf(edition).map(({ title, description, year, distributions }) => ({
      '@type': 'Dataset',
      name: title,
      description,
      url: edition.absolute('data/'),
      temporalCoverage: year,
      creator: publisher,
      isAccessibleForFree: true,
      ...license,
      distribution: distributions.map((one) => download(edition, one)),
    })),
  };
}

const download = (edition: Edition, { path, mediaType }: Distribution): DataDownload => ({
  '@type': 'DataDownload',
  contentUrl: edition.absolute(path),
  encodingFormat: mediaType,
});
