import type { Edition } from '../core/edition.ts';
import { datasetsOf } from './datasets.ts';
import { siteFrame } from './frame.ts';

/** Where the catalogue lies. */
export const DCAT_PATH = 'data/catalogue.jsonld';

/** What is known of a file once it is written. */
export interface FileFacts {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Every name in full, so that nothing has to be fetched to read the catalogue. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

/** Paths of all files whose facts the catalogue states. */
export const distributedPaths = (edition: Edition): ReadonlySet<string> =>
  new Set(datasetsOf(edition).flatMap(({ distributions }) => distributions.map(({ path }) => path)));

/**
 * The data of the site for catalogues of data (DCAT, https://www.w3.org/TR/vocab-dcat-3/), with the size and the digest
 * of each file; so it is made when all of them are written.
 */
export function toDcat(edition: Edition, factsOf: (path: string) => FileFacts): Record<string, unknown> {
  const { siteName, organiser } = siteFrame(edition);
  const home = edition.absolute('data/');
  const terms = licenceOf(edition);
  return {
    '@context': CONTEXT,
    '@id': edition.absolute(DCAT_PATH),
    '@type': 'dcat:Catalog',
    'dct:title': chinese(`${siteName}公告数据`),
    'dct:description': chinese('本站的公告、项目、处置和统计数据。'),
    'dct:language': { '@id': 'http://id.loc.gov/vocabulary/iso639-1/zh' },
    'dct:publisher': {
      '@id': edition.absolute(),
      '@type': 'foaf:Agent',
      'foaf:name': chinese(organiser),
    },
    'foaf:homepage': { '@id': home },
    ...terms,
    'dcat:dataset': datasetsOf(edition).map(({ id, title, description, year, distributions }) => ({
      '@id': `${home}#${id}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': id,
      'dct:title': chinese(title),
      'dct:description': chinese(description),
      'dct:publisher': { '@id': edition.absolute() },
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': typed('date', `${year}-01-01`),
        'dcat:endDate': typed('date', `${year}-12-31`),
      },
      'dcat:landingPage': { '@id': home },
      ...terms,
      'dcat:distribution': distributions.map(({ path, title: form, mediaType, conformsTo }) => ({
        '@type': 'dcat:Distribution',
        'dct:title': chinese(form),
        'dcat:accessURL': { '@id': home },
        'dcat:downloadURL': { '@id': edition.absolute(path) },
        'dcat:mediaType': { '@id': `${MEDIA_TYPES}${mediaType}` },
        ...(conformsTo !== undefined && { 'dct:conformsTo': { '@id': conformsTo } }),
        ...terms,
        ...factTerms(factsOf(path)),
      })),
    })),
  };
}

const chinese = (text: string) => ({ '@value': text, '@language': 'zh' });

const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });

const factTerms = ({ sha256, bytes }: FileFacts) => ({
  'dcat:byteSize': typed('nonNegativeInteger', String(bytes)),
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': typed('hexBinary', sha256),
  },
});

/** A licence that has an address is named by it; one that has none by its words. */
function licenceOf({ site }: Edition): Record<string, unknown> {
  const { licence, licenceUrl } = site ?? {};
  return {
    ...(licenceUrl !== undefined && { 'dct:license': { '@id': licenceUrl } }),
    ...(licence !== undefined && { 'dct:rights': chinese(licence) }),
  };
}
