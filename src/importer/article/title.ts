import { isTag, type AnyNode } from '../../core/import/tree.ts';
import { allWords, flat, type SavedPage } from '../page/saved.ts';
import { isFurniture, isMenu, isSurrounded } from '../page/furniture.ts';
import { placesOf } from '../systems/list.ts';
import type { System } from '../systems/system.ts';
import type { FoundBody } from './body.ts';
import { normal } from './names.ts';
import type { Found } from './found.ts';
import { isInfo } from './header.ts';
import { evidenceOf, holds, linesWithin, standingAt } from './places.ts';

/**
 * The title of an announcement: by the places of the system, each asked in turn, then the title of the window without
 * the name of the site, then the first line that stands alone in front of the body. A shortened title (…) gives way to
 * the whole one.
 */
export function findTitle(
  page: SavedPage,
  system: System,
  { nodes, marked }: Pick<FoundBody, 'nodes' | 'marked'>,
  columns: readonly string[],
): Found | undefined {
  const inside = placed(page, system, nodes, isAtTop);
  const candidates = [
    ...placed(page, system, nodes, isInFront),
    ...(marked ? [] : inside),
    ...windowTitles(page),
    ...(marked ? inside : []),
    ...inFront(page, nodes),
  ].filter(({ text }) => isTitle(page, text) && !columns.includes(text));
  const [first] = candidates;
  if (!first) return undefined;
  const cut = /(?:…+|\.{3,})$/u.exec(first.text);
  if (!cut) return first;
  const beginning = normal(first.text.slice(0, cut.index));
  return candidates.find(({ text }) => text !== first.text && normal(text).startsWith(beginning)) ?? first;
}

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
    .map((part) => part.trim())
    .filter((part) => part !== '' && !sites.includes(normal(part)) && !isSiteName(part));
  return parts.length > 1 ? [...parts].sort((one, other) => other.length - one.length) : parts;
}

const isSiteName = (words: string): boolean =>
  /(?:人民政府|政府网|门户网站|交易网|信息网|官方?网站?|交易中心|交易平台|服务平台|公众网|公示网|采购网|管理局|委员会)(?:门户)?(?:网站?)?$/u.test(
    words,
  ) && !/关于|公告|公示|通知|招标|采购.*项目/u.test(words);

/** The names that the page gives its site. */
const siteNames = (page: SavedPage): readonly string[] =>
  ['sitename', 'og:site_name', 'application-name', 'columnname', 'columntype'].flatMap((name) =>
    (page.metas.get(name) ?? []).map(({ content }) => normal(content)),
  );

type Test = (page: SavedPage, node: AnyNode, body: readonly AnyNode[]) => boolean;

function placed(page: SavedPage, system: System, body: readonly AnyNode[], test: Test): readonly Found[] {
  return placesOf(system, 'title').flatMap((place) =>
    standingAt(page, place)
      .filter(({ nodes }) => nodes.every((node) => test(page, node, body)))
      .map(({ words, evidence, nodes }) => ({
        text: withoutHead(page, nodes) ?? flat(words),
        evidence: nodes[0] && isTag(nodes[0]) ? { ...evidence, rule: ruleOf(nodes[0].name) } : evidence,
      })),
  );
}

/** The words of a heading that holds the line below the title too. */
function withoutHead(page: SavedPage, nodes: readonly AnyNode[]): string | undefined {
  const lines = linesWithin(page, nodes);
  const own = lines.filter(
    (line) => !isInfo(line) && !isFurniture(line) && !/^[\d\s\-/.:：年月日]+$/u.test(line.text),
  );
  if (own.length === lines.length) return undefined;
  return flat(own.map(({ text }) => text.replaceAll('\t', '')).join('\n'));
}

const ruleOf = (name: string): string => (/^h[1-6]$/u.test(name) ? '标题' : '标记');

/** What stands after the body belongs to what follows. */
const isInFront: Test = (page, node, [first]) =>
  !first || page.measures.get(node)!.end <= page.measures.get(first)!.start;

/** A heading of the notice itself is one of the page only as its first words. */
const isAtTop: Test = (page, node, body) =>
  body.some((part) => {
    if (part === node || !holds(page, part, node)) return false;
    const { start, end } = page.measures.get(node)!;
    const { start: from } = page.measures.get(part)!;
    return page.lines.filter(({ order }) => order >= from && order < start).length <= 2 && end > start;
  });

/** Lines that stand in front of the body, the nearest last. */
function inFront(page: SavedPage, [first]: readonly AnyNode[]): readonly Found[] {
  if (!first) return [];
  const { start, end } = page.measures.get(first)!;
  const outside = page.lines.filter(({ order }) => order < start);
  const inside = page.lines.filter(({ order }) => order >= start && order < end).slice(0, 3);
  return [...outside.slice(-8), ...inside]
    .filter(
      (line) =>
        !isMenu(line) &&
        !isFurniture(line) &&
        !isSurrounded(page, line.nodes[0]!) &&
        line.size >= 8 &&
        line.size <= 120,
    )
    .filter(({ text }) =>
      /(?:公告|公示|通知|公开|结果|变更|答疑|澄清|合同|意向|计划|招标|采购|出让|转让|项目)/u.test(text),
    )
    .filter(({ text }) => !/[。；]$|[:：]/u.test(text))
    .map(({ text, line }) => ({ text: flat(text), evidence: evidenceOf('段落', text, line) }));
}

const NO_TITLE =
  /^(?:网站名称|标题|文章标题|信息标题|正文|详情|详细(?:信息|内容|页)?|信息(?:详情|内容|公开|查看)?|内容(?:页|详情)?|文章(?:内容|详情)?|首页|网站首页|通知公告|公告公示|公告信息|交易信息|政务公开|新闻中心|无标题(?:文档|页)?|untitled(?: document)?|document|index|null|undefined|infodetail|公告详情|查看公告|公告查看|打印|当前位置.*|您的?位置.*|附件(?:下载)?)$/iu;

/** Whether words can be the title of an announcement: not the site, not its column, not what a template left. */
function isTitle(page: SavedPage, words: string): boolean {
  const plain = normal(words);
  return (
    plain.length >= 4 &&
    plain.length <= 300 &&
    /\p{Script=Han}/u.test(words) &&
    !NO_TITLE.test(words.trim()) &&
    !siteNames(page).includes(plain) &&
    !isSiteName(words) &&
    !/[{}]|\$\{|<%|(?:发布|信息|更新)(?:时间|日期)|来源\s*[:：]|浏览次数|点击(?:数|量|次数)/u.test(words)
  );
}
