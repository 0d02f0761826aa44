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
    ${choices('scope', { open: '可参与', recent: '近两年', all: '全部年份' }, 'radio')}
    <input id="in-bodies" type="checkbox" checked><button type="submit">搜索</button></form>
  <button id="filters-button" type="button" aria-expanded="false">筛选</button>
  <section id="filters">
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
    ${section('单位和编号', `${field('buyer', 'text')}${field('winner', 'text')}${field('code', 'text')}`)}
    <input id="sme" name="sme" type="checkbox" value="1" form="search-form">
    <input id="latest" name="latest" type="checkbox" value="1" form="search-form">
    <a href="/site/search/">清除全部</a>
  </section>
  <section id="results" hidden>
    <h2 id="results-heading" tabindex="-1">搜索结果</h2><p id="results-status" role="status"></p>
    <p id="results-found"></p>
    <select id="sort" name="sort" form="search-form"><option value="">自动</option>
      <option value="amount">金额，大的在前</option><option value="deadline">截止时间</option></select>
    <ul id="results-conditions"></ul><p id="results-notice" hidden></p>
    <ul id="results-list"></ul><nav id="results-pages"></nav>
    <section id="results-also" hidden><h2 id="also-heading"></h2><ul id="also-list"></ul><p id="also-more"></p></section>
    <div id="results-advice" hidden><p id="results-asked"></p><ul id="results-wider"></ul></div>
  </section>
  <section id="examples"></section></main>`;
