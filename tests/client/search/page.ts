import type { SearchManifest } from '../../../src/core/search/manifest.ts';
import { toCatalogue, type CatalogueRow } from '../../../src/core/search/catalogue.ts';
import { announced, call } from '../../core/kiosk/announced.ts';
import { MARKUP } from './markup.ts';

/* The search page as its script finds it, in a light DOM: import this before any file of src/client/search. */

export const NOW = '2026-11-22T09:00:00+08:00';

/** A title that somebody wrote who means harm. */
export const ODD = '<img src=x onerror="window.hit = 1"><b>转让公告</b>';

/** Announcements of three years, the newest first; 24 of them are alike but for their number. */
export const rows: readonly CatalogueRow[] = [
  call('更合镇示例道路拓宽工程招标公告', '2026-11-24T10:00:00+08:00', {
    id: 'road',
    publishedAt: '2026-11-10T09:00:00+08:00',
    region: '更合镇',
    projectCode: 'GM-JS-2026-035',
    principal: { label: '招标人', value: '更合镇示例办公室', text: '更合镇示例办公室' },
    amount: { label: '预算金额', value: 358_600_000, text: '358.6万元' },
    happening: { kind: 'corrected', by: 'correction' },
    isCorrected: true,
    isSmeOnly: true,
    deadline: {
      label: '投标截止',
      value: '2026-11-24T10:00:00+08:00',
      text: '',
      was: '2026-11-20T10:00:00+08:00',
    },
  }),
  ...Array.from({ length: 24 }, (_, number) =>
    announced({
      id: `notice-${number}`,
      title: `关于第 ${number} 次讲座的通知`,
      publishedAt: '2026-10-08T09:00:00+08:00',
    }),
  ),
  announced({
    id: 'odd',
    title: ODD,
    category: 'property',
    typeTerm: '转让公告',
    publishedAt: '2026-01-05T09:00:00+08:00',
  }),
  announced({
    id: 'award',
    title: '明城镇示例河道整治中标结果公告',
    category: 'construction',
    categoryTerm: '建设工程',
    type: 'award-notice',
    typeTerm: '中标结果公告',
    region: '明城镇',
    publishedAt: '2025-06-01T09:00:00+08:00',
    winner: { label: '中标人', value: '佛山示例建设有限公司', text: '佛山示例建设有限公司' },
    price: { label: '中标价', value: 120_000_000, text: '120万元' },
  }),
  announced({ id: 'old', title: '关于搬迁的通知', publishedAt: '2018-03-01T09:00:00+08:00' }),
];

const YEARS = ['2026', '2025', '2018'];

export const manifest: SearchManifest = {
  base: '/site/',
  years: YEARS.map((year) => ({
    year,
    catalogue: `data/catalogue-${year}.json`,
    texts: `digest-${year}`,
    spelling: `kiosk/data/pinyin-${year}.json`,
    lastDeadline: year === '2026' ? '2026-11-24T10:00' : '',
  })),
  shards: [
    { name: 'current', language: 'zz-x-current', tag: 'tag', newest: '2026' },
    { name: 'archive', language: 'zz-x-archive', tag: 'tag', newest: '2018' },
  ],
  synonyms: 'search/synonyms.json',
  simplified: 'search/simplified.json',
  scripts: [],
  textsInFile: 20,
};

/** A file that Pagefind’s program asks for before it answers. */
export const CHUNK = '/site/search/index/chunk';

/** The files of the site by their addresses. */
export const files = (): Map<string, unknown> =>
  new Map<string, unknown>([
    ...YEARS.map((year) => {
      const own = rows.filter(({ publishedAt }) => publishedAt.startsWith(year));
      return [`/site/data/catalogue-${year}.json`, toCatalogue(year, own)] as const;
    }),
    ['/site/search/index/current.tag/rows.json', { r1: 'notice-0' }],
    ['/site/search/index/archive.tag/rows.json', {}],
    ['/site/search/texts/2026-1.json?digest-2026', {}],
    ['/site/search/texts/2026-2.json?digest-2026', { 'notice-0': ['讲座的材料包括授权书的样本。'] }],
    [CHUNK, {}],
  ]);

document.title = '搜索_示例网站';
document.body.innerHTML = `${MARKUP}<script id="search-manifest" type="application/json">${JSON.stringify(manifest)}</script>`;

export const part = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

/** The words of an element as they are read. */
export const wordsOf = (element: Element | string | null): string =>
  ((typeof element === 'string' ? part(element) : element)?.textContent ?? '').replace(/\s+/gu, ' ').trim();
