import { at, meta, type System } from './system.ts';

/** TRS WCM, from the tables of 2008 to its editor of today. */
export const trs: System = {
  id: 'trs',
  name: 'TRS WCM',
  marks: [
    { address: /\/t\d{8}_\d{3,}(?:_\d+)?\.s?html?$/u, weight: 0.7 },
    { at: '.trs_editor', weight: 0.6 },
    { at: '.trs_editor_view', weight: 0.7 },
    { at: '.trs_ueditor', weight: 0.6 },
    { at: '.trs_preappend', weight: 0.6 },
    { at: '.custom_unionstyle', weight: 0.4 },
    { at: '.insertfiletag', weight: 0.4 },
    { at: '#newsarticletitle', weight: 0.4 },
    { words: /TRS_DOC|TRS_AUTOADD|trs_paper_default|enpproperty|TRS_Editor/u, weight: 0.4 },
    { words: /(?:href|src)=["']?\.\/[PW]0\d{10,}/u, weight: 0.4 },
    { words: /content=["'](?:TRS|页面生成时间)/u, weight: 0.3 },
  ],
  title: [meta('articletitle'), ...at('#newsarticletitle')],
  publishedAt: [meta('pubdate'), ...at('#newsarticlepubday', '#newsarticlepubdate')],
  source: [meta('contentsource'), ...at('#newsarticlesource')],
  body: at(
    '.trs_editor_view',
    '.trs_ueditor',
    '.trs_editor',
    '.trs_preappend',
    '.custom_unionstyle',
    'font#zoom',
    '#zoom',
    '#zoomcon',
  ),
  attachments: ['#appendix', '.appendix', '.fj-fj', '.insertfiletag', '#filelist', '.attachment'],
};
