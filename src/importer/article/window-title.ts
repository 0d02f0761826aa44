import { allWords, flat, type SavedPage } from '../page/saved.ts';
import type { Found } from './found.ts';
import { normal } from './names.ts';
import { evidenceOf } from './places.ts';

/** The title of the window in its parts, without the name of the site. */
export function windowTitles(page: SavedPage): readonly Found[] {
  const element = page.byName.get('title')?.[0];
  const words = element ? flat(allWords(element)) : '';
  if (!element || words === '') return [];
  const line = element.sourceCodeLocation?.startLine ?? 0;
  const parts = partsOfTitle(words, siteNames(page));
  return parts.map((text) => ({ text, evidence: evidenceOf('窗口标题', words, line) }));
}

/** A site's name stands after or before a dash, an underscore or a bar; the longest of what is left is the title. */
function partsOfTitle(words: string, sites: readonly string[]): readonly string[] {
  const parts = words
    .split(
      /\s*[_|｜]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|[-–—](?=[^-–—]*(?:网|网站|中心|政府|平台|局|厅|委员会)$)|\s*>>\s*/u,
    )
    .map((part) => withoutSite(part.trim(), sites))
    .filter((part) => part !== '' && !sites.includes(normal(part)) && !isSiteName(part));
  return parts.length > 1 ? [...parts].sort((one, other) => other.length - one.length) : parts;
}

/** A part of which the site and the column stand at an end, parted by blanks. */
function withoutSite(part: string, sites: readonly string[]): string {
  const words = part.split(' ');
  const isSite = (word: string): boolean =>
    sites.includes(normal(word)) || isSiteName(word) || GENERIC.test(word);
  while (words.length > 1 && isSite(words.at(-1)!)) words.pop();
  while (words.length > 1 && isSite(words[0]!)) words.shift();
  const rest = words.join(' ');
  const [, first = '', others = ''] = /^(.+?)[-–—－](.+)$/u.exec(rest) ?? [];
  const [, most = '', last = ''] = /^(.+)[-–—－](.+)$/u.exec(rest) ?? [];
  if (others !== '' && isSite(first)) return others;
  return most !== '' && isSite(last) ? most : rest;
}

export const isSiteName = (words: string): boolean =>
  /(?:网|网站|网页|中心|平台|系统|人民政府|局|厅|委|委员会|办公室|办事处|交易所|大学|学院|学校|医院|公司|集团)(?:[（(][^（）()]*[）)])?$/u.test(
    words,
  ) && !/关于|公告|公示|通知|结果|合同|采购.*项目|改造|建设项目|工程施工/u.test(words);

/** The names that the page gives its site. */
export const siteNames = (page: SavedPage): readonly string[] =>
  ['sitename', 'og:site_name', 'application-name', 'columnname', 'columntype'].flatMap((name) =>
    (page.metas.get(name) ?? []).map(({ content }) => normal(content)),
  );

/** Kinds of notices, which name columns far more often than notices. */
export const GENERIC =
  /^(?:(?:招标|采购|中标|成交|结果|更正|变更|出让|转让|拍卖|挂牌|竞价|资格预审|单一来源|政府采购|工程建设|建设工程|工程|土地|产权|交易|候选人|通知|最新|信息|公开|澄清|答疑|计划|意向|合同)(?:\/|、|及)?)+(?:公告|公示|信息|通知)?$/u;
