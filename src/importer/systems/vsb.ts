import { at, meta, type System } from './system.ts';

/** 博达 VSB (VisualSiteBuilder), also of universities and counties. */
export const vsb: System = {
  id: 'vsb',
  name: '博达 VSB',
  marks: [
    { at: '#vsb_content', weight: 0.7 },
    { at: '.v_news_content', weight: 0.7 },
    { at: '#vsb_content_', weight: 0.7 },
    { words: /\/system\/_content\/download\.jsp|\/system\/resource\/|_vsb_|_showDynClicks/u, weight: 0.4 },
    { words: /name=["']?_newscontent_fromname/u, weight: 0.4 },
    { address: /\/info\/\d{4,}\/\d+\.html?$/u, weight: 0.4 },
    { address: /content\.jsp\?.*wbnewsid=/u, weight: 0.6 },
  ],
  title: [
    meta('pagetitle'),
    ...at(
      'form h1',
      'form h2',
      'form h3',
      '.titlestyle124904',
      '.content-title h3',
      '.c-title',
      '.ar_title',
      '.article_title',
    ),
  ],
  publishedAt: at('.timestyle', '.ar_info', '.content-title i'),
  source: [],
  body: at('.v_news_content', '#vsb_content', '#vsb_newscontent', '#vsb_content_'),
  attachments: ['form ul', '.attach', '#div_vote_id'],
};
