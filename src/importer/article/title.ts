import { isTag, lineOf, type AnyNode } from '../../core/import/tree.ts';
import { isKnownLabel, plainLabel } from '../../core/import/label.ts';
import { allWords, flat, type Line, type SavedPage } from '../page/saved.ts';
import { isFurniture, isMenu, isSurrounded } from '../page/furniture.ts';
import { placesOf } from '../systems/list.ts';
import type { System } from '../systems/system.ts';
import type { FoundBody } from './body.ts';
import { infoLine } from './largest.ts';
import { normal } from './names.ts';
import { GENERIC, isSiteName, siteNames, windowTitles } from './window-title.ts';
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
  const inside = (): readonly Found[] => placed(page, system, nodes, isAtTop);
  const window = windowTitles(page);
  const ways: readonly (() => readonly Found[])[] = [
    () => placed(page, system, nodes, isInFront),
    ...(marked ? [] : [inside]),
    () => window.filter(({ text }) => isShown(page, text)),
    ...(marked ? [inside] : []),
    () => called(page, nodes),
    () => inFront(page, nodes),
    () => window,
  ];
  const seen: Found[] = [];
  for (const way of ways) {
    seen.push(...way().filter(({ text }) => isTitle(page, text) && !columns.includes(text)));
    const first = seen.find(({ text }) => isSure(text, window) && !CUT.test(text));
    if (first) return wholeOf(seen, first);
  }
  return seen.find(({ text }) => !GENERIC.test(text)) ?? seen[0];
}

/** Short words that name nothing that is announced are more likely the heading of a box. */
const isSure = (text: string, window: readonly Found[]): boolean =>
  !GENERIC.test(text) && (text.length >= 10 || NOTICE.test(text) || window.some((one) => one.text === text));

/** A shortened title that was trusted more names its whole form among those that follow. */
function wholeOf(seen: readonly Found[], first: Found): Found {
  const cut = seen.find(({ text }) => CUT.test(text));
  if (!cut || seen.indexOf(cut) > seen.indexOf(first)) return first;
  const beginning = normal(cut.text.replace(CUT, ''));
  return seen.find(({ text }) => !CUT.test(text) && normal(text).startsWith(beginning)) ?? cut;
}

const CUT = /(?:…+|\.{3,})$/u;

/** Whether words stand in the page too: the title of the window may be the site's slogan. */
function isShown(page: SavedPage, words: string): boolean {
  return normal(page.lines.map(({ text }) => text).join('')).includes(normal(words));
}

/** Elements in front of the body whose class says that they are a title, the nearest first. */
function called(page: SavedPage, body: readonly AnyNode[]): readonly Found[] {
  return [...page.byClass]
    .flatMap(([name, elements]) => (/(?:^|[-_])(?:title|tit|biaoti|bt)\d*$/u.test(name) ? elements : []))
    .filter((element) => isInFront(page, element, body) && !isSurrounded(page, element))
    .sort((one, other) => page.measures.get(other)!.start - page.measures.get(one)!.start)
    .map((element) => {
      const words = withoutHead(page, [element]) ?? flat(allWords(element));
      return { text: words, evidence: evidenceOf('标记', words, lineOf(element)) };
    });
}

type Test = (page: SavedPage, node: AnyNode, body: readonly AnyNode[]) => boolean;

/** What stands at the places of the system, of each the nearest to the body first. */
function placed(page: SavedPage, system: System, body: readonly AnyNode[], test: Test): readonly Found[] {
  return placesOf(system, 'title').flatMap((place) =>
    standingAt(page, place)
      .filter(({ nodes }) => nodes.every((node) => test(page, node, body)))
      .reverse()
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

/** Lines that stand in front of the body, the nearest first; lines of one block are one title. */
function inFront(page: SavedPage, [first]: readonly AnyNode[]): readonly Found[] {
  if (!first) return [];
  const { start, end } = page.measures.get(first)!;
  const outside = page.lines.filter(({ order }) => order < start);
  const inside = page.lines.filter(({ order }) => order >= start && order < end).slice(0, 3);
  const near = [...outside.slice(-8), ...inside];
  const info = infoLine(page);
  const above = info ? near.filter(({ order }) => order < info.order) : [];
  return [...titlesIn(page, above), ...titlesIn(page, near)];
}

function titlesIn(page: SavedPage, near: readonly Line[]): readonly Found[] {
  const lines = near.filter((line) => isTitleLike(page, line));
  const blocks = lines.filter((line, index) => lines[index - 1]?.block !== line.block || isWide(line));
  return blocks.reverse().map((line) => {
    const whole = lines.filter((other) => other === line || (other.block === line.block && !isWide(line)));
    const text = flat(whole.map((one) => one.text).join('\n'));
    return { text, evidence: evidenceOf('段落', text, line.line) };
  });
}

/** What titles of notices speak of. */
const NOTICE =
  /公告|公示|通知|结果|变更|更正|答疑|澄清|合同|意向|计划|招标|采购|出让|转让|出租|招租|拍卖|竞价|项目|工程/u;

/** Whether a line stands in no block of its own. */
const isWide = ({ block }: Line): boolean => !isTag(block) || block.name === 'body';

const isTitleLike = (page: SavedPage, line: Line): boolean =>
  line.size >= 4 &&
  line.size <= 120 &&
  !isMenu(line) &&
  !isFurniture(line) &&
  !isInfo(line) &&
  !isSurrounded(page, line.nodes[0]!) &&
  NOTICE.test(line.text) &&
  !/[。；，]$|[:：]/u.test(line.text);

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
    !isKnownLabel(plainLabel(words)) &&
    !isFurniture({ text: words, size: plain.length, linked: 0 }) &&
    !siteNames(page).includes(plain) &&
    !isSiteName(words) &&
    !/[{}]|\$\{|<%|(?:发布|信息|更新)(?:时间|日期)|来源\s*[:：]|浏览次数|点击(?:数|量|次数)/u.test(words)
  );
}
