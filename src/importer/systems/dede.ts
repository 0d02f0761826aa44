import { at, type System } from './system.ts';

/** 织梦 DedeCMS and its kin, as counties and agencies had them. */
export const dede: System = {
  id: 'dede',
  name: '织梦 DedeCMS',
  marks: [
    { address: /\/a\/(?:[^/]+\/)*\d{4}\/\d{4}\/\d+\.html?$/u, weight: 0.7 },
    { address: /\/plus\/view\.php\?aid=/u, weight: 0.6 },
    { words: /dedecms|\/plus\/(?:count|diggs|feedback|list|search)[^"']*\.php|dedeajax/iu, weight: 0.5 },
    { words: /\/templets\/|\/uploads\/(?:soft|allimg)\//iu, weight: 0.4 },
    { at: '.viewbox', weight: 0.3 },
  ],
  title: at(
    '.viewbox .title h2',
    '.viewbox h2',
    '.title h2',
    '.article-title',
    '.viewbox .title',
    '.arc-title',
  ),
  publishedAt: at('.viewbox .info', '.info', '.article-info'),
  source: [],
  body: at('.viewbox .content', '.article-content', '.arcbody', '#arcbody', '.arc-body'),
  attachments: ['.downlinks', '.downurllist', '.bm_h', '.softlinks'],
};
