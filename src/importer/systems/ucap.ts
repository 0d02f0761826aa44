import { at, meta, type System } from './system.ts';

/** 开普 UCAP, known by elements of its own. */
export const ucap: System = {
  id: 'ucap',
  name: '开普 UCAP',
  marks: [
    { at: 'ucapcontent', weight: 0.8 },
    { at: 'ucaptitle', weight: 0.6 },
    { words: /ucap(?:title|content|source|files)/iu, weight: 0.4 },
    { address: /\/c\d{4,}\/(?:\d{6}\/)?[\da-f]{32}\.s?html?$/iu, weight: 0.6 },
    { address: /\/c\d{4,}\/(?:\d{6}\/)?c\d{4,}_\d+\.s?html?$/iu, weight: 0.4 },
  ],
  title: [meta('articletitle'), ...at('ucaptitle', '#ti', '.ucaptitle')],
  publishedAt: [meta('pubdate'), ...at('ucappubdate', 'publishtime')],
  source: [meta('contentsource'), ...at('ucapsource')],
  body: at(
    'ucapcontent',
    '.ucapcontent',
    '.pages_content',
    '.article_content',
    '#ucap-content',
    '#zoomcon',
    '#zoom',
  ),
  attachments: ['ucapfiles', '.ucapfiles', '.article_appendix', '#appendix', '.fujian'],
};
