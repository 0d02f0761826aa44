import type { SearchManifest } from '../../../src/core/search/manifest.ts';
import { toCatalogue, type CatalogueRow } from '../../../src/core/search/catalogue.ts';
import { announced, call } from '../../core/kiosk/announced.ts';

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
    lastDeadline: year === '2026' ? '2026-11-24T10:00' : '',
  })),
  shards: [
    { name: 'current', language: 'zz-x-current', tag: 'tag', newest: '2026' },
    { name: 'archive', language: 'zz-x-archive', tag: 'tag', newest: '2018' },
  ],
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
    ['/site/search/index/current/rows.json?tag', { r1: 'notice-0' }],
    ['/site/search/index/archive/rows.json?tag', {}],
    ['/site/search/texts/2026-1.json?digest-2026', {}],
    ['/site/search/texts/2026-2.json?digest-2026', { 'notice-0': ['讲座的材料包括授权书的样本。'] }],
    [CHUNK, {}],
  ]);

const choices = (name: string, values: Readonly<Record<string, string>>, kind = 'checkbox'): string =>
  Object.entries(values)
    .map(
      ([value, term]) =>
        `<li><input id="${name}-${value}" type="${kind}" name="${name}" value="${value}" form="search-form"` +
        `${value === 'recent' ? ' checked' : ''}><label for="${name}-${value}">${term}</label></li>`,
    )
    .join('');

const field = (name: string, type: string): string =>
  `<input id="${name}" name="${name}" type="${type}" form="search-form">`;

const section = (title: string, inner: string): string =>
  `<details><summary>${title} <span class="chosen"></span></summary>${inner}</details>`;

/** What src/pages/search/index.astro and src/components/search print, with a few choices of each kind. */
export const MARKUP = `<main id="main"><h1>搜索公告</h1>
  <form id="search-form"><input id="q" name="q" type="search">
    <input id="in-bodies" type="checkbox" checked><button type="submit">搜索</button></form>
  <button id="filters-button" type="button" aria-expanded="false">筛选</button>
  <section id="filters">
    ${section('范围', choices('scope', { open: '可参与', recent: '近两年', all: '全部年份' }, 'radio'))}
    ${section('业务类型', choices('category', { construction: '建设工程', general: '通知公告' }))}
    ${section(
      '公告类型',
      `<template id="type-choices">${choices('type', { 'tender-notice': '招标公告', 'award-notice': '中标结果公告' })}</template>`,
    )}
    ${section('地区', choices('region', { 更合镇: '更合镇', 明城镇: '明城镇' }))}
    ${section('状态', choices('status', { open: '可参与', soon: '即将截止', corrected: '已更正' }))}
    ${section(
      '发布日期',
      `${field('from', 'date')}${field('to', 'date')}<button type="button" data-days="3">近三天</button>
       <button type="button" data-months="3">近三月</button>`,
    )}
    ${section(
      '截止日期',
      `${field('closesFrom', 'date')}${field('closesTo', 'date')}<button type="button" data-closes-in="7">七天内</button>`,
    )}
    ${section('金额（万元）', `${field('min', 'text')}${field('max', 'text')}`)}
    ${section('单位和编号', `${field('buyer', 'text')}${field('code', 'text')}`)}
    <input id="latest" name="latest" type="checkbox" value="1" form="search-form">
    <select id="sort" name="sort" form="search-form"><option value="">自动</option>
      <option value="amount">金额，大的在前</option><option value="deadline">截止时间</option></select>
    <a href="/site/search/">清除全部</a>
  </section>
  <section id="results" hidden>
    <h2 id="results-heading" tabindex="-1">搜索结果</h2><p id="results-status" role="status"></p>
    <p><span id="results-scope"></span> <span id="results-found"></span></p>
    <ul id="results-conditions"></ul><p id="results-notice" hidden></p>
    <ul id="results-list"></ul><nav id="results-pages"></nav>
    <div id="results-advice" hidden><p id="results-asked"></p><ul id="results-wider"></ul></div>
  </section>
  <section id="examples"></section></main>`;

document.title = '搜索_示例网站';
document.body.innerHTML = `${MARKUP}<script id="search-manifest" type="application/json">${JSON.stringify(manifest)}</script>`;

export const part = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

/** The words of an element as they are read. */
export const wordsOf = (element: Element | string | null): string =>
  ((typeof element === 'string' ? part(element) : element)?.textContent ?? '').replace(/\s+/gu, ' ').trim();
