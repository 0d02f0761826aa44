import { at, between, meta, type System } from './system.ts';

/** 大汉 JCMS. Its comments around a value have stood in all its pages since 2008. */
export const jcms: System = {
  id: 'jcms',
  name: '大汉 JCMS',
  marks: [
    { words: /ZJEG_RSS\.content\.begin/u, weight: 0.8 },
    { words: /<!--<\$\[信息内容\]>begin-->/u, weight: 0.8 },
    { words: /<!--<\$\[[^\]]+\]>begin-->/u, weight: 0.4 },
    { words: /<meta name=["']?ContentStart/iu, weight: 0.5 },
    { address: /\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_\d+_\d+\.html?$/u, weight: 0.7 },
    { words: /module\/download\/downfile\.jsp/u, weight: 0.5 },
    { words: /(?:jcms|hanweb)/iu, weight: 0.4 },
    { at: '#ivs_content', weight: 0.4 },
  ],
  title: [
    meta('articletitle'),
    between(/^<\$\[(?:标题|信息标题|标题名称)\]>/u),
    ...at('#ivs_title', '.ivs_title', '#title'),
  ],
  publishedAt: [
    meta('pubdate'),
    between(/^<\$\[(?:发布时间|发布日期|信息时间|显示时间|创建时间)\]>/u),
    ...at('#ivs_date', '.ivs_date'),
  ],
  source: [meta('contentsource'), between(/^<\$\[(?:信息来源|来源)\]>/u), ...at('#ivs_source')],
  body: [
    between(/^<\$\[(?:信息内容|内容)\]>/u),
    between(/^ZJEG_RSS\.content\./u),
    ...at('#zoom', '#ivs_content', '.article_content', '.bt_content', '.art_con', '#js_content'),
  ],
  attachments: ['.fjxz', '.fj', '#fj', '.bt_attach'],
};
