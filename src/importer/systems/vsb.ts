import { at, between, meta, type System } from './system.ts';

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
    { words: /Announced by Visual SiteBuilder|<!--#begineditable name=/u, weight: 0.6 },
    { address: /\/info\/\d{4,}\/\d+\.html?$/u, weight: 0.4 },
    { address: /content\.jsp\?.*wbnewsid=/u, weight: 0.6 },
  ],
  title: [
    meta('pagetitle'),
    between(/^#begineditable\s+name="(?:文章|内容|新闻)?标题"/u),
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
  publishedAt: [
    between(/^#begineditable\s+name="(?:文章|发布|新闻)(?:时间|日期)"/u),
    ...at('.timestyle', '.ar_info', '.content-title i'),
  ],
  source: [between(/^#begineditable\s+name="(?:文章|新闻)?来源"/u)],
  body: [
    ...at('.v_news_content', '#vsb_content', '#vsb_newscontent', '#vsb_content_'),
    between(/^#begineditable\s+name="(?:文章|新闻)?(?:内容|正文)"/u),
  ],
  attachments: ['form ul', '.attach', '#div_vote_id'],
};
