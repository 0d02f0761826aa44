import { attributeOf, isTag, type AnyNode, type Element } from '../../core/import/tree.ts';
import type { Line, SavedPage } from './saved.ts';

/** Lines and elements that are of the site and not of the announcement. */

/** Words that only a button has. */
const STRONG =
  '(?:我要)?打印(?:本[页文]|内容|文章|此[页文]|正文|预览)?|关闭(?:本?窗口|本页|页面)?|收藏(?:本页)?|分享(?:到|至)?|返回(?:顶部|列表|首页|上一?页)|' +
  '字[体号](?:大小)?|复制(?:本页)?(?:地址|链接)|(?:我要|内容)?纠错|推荐给?好友|发送邮件|保存本页|下载本文|添加收藏|设为首页|加入收藏|朗读|语音播报|扫一扫';
/** Words that stand on buttons beside those, and in tables of notices too. */
const WEAK =
  '大|中|小|默认|超大|特大|放大|缩小|正常|恢复|微信|微博|新浪微博|QQ空间|QQ好友|更多|顶部|保存|返回|T|\\+|-|A\\+?|A-';
const MARKS = '[【】〖〗\\[\\]［］「」()（）<>《》|｜/·:：,，、]*';
/** 【打印】【关闭】【字体：大 中 小】, all white space taken out. */
const BUTTONS = new RegExp(`^${MARKS}(?:(?:${STRONG}|${WEAK})${MARKS})+$`, 'u');
const BRACKETED = new RegExp(`[【〖[［](?:${STRONG})|字[体号]`, 'u');
const STRONGS = new RegExp(STRONG, 'gu');

/** What stands in the middle of a body and is never of the notice: neighbours, counters, the code for telephones. */
const INTERFACE: readonly RegExp[] = [
  /^\s*[【[［<«]?\s*(?:上|下|前|后)(?:一?篇|一条|一页|一个|一则)(?:文章|新闻|信息|公告)?\s*(?:[】\]］>»:：]|$)/u,
  /^\s*[【[（(]?(?:浏览|点击|阅读|访问|点阅|人气)(?:次数|数量?|量|人次|率)?\s*[:：]\s*[（(【[]?\s*[\d,]*\s*(?:次|人次)?\s*[】\])）]?$/u,
  /^[（(]?\s*(?:打开|使用)?(?:微信)?(?:手机)?扫一扫.{0,4}(?:在)?(?:手机|分享|微信|当前页|本页|打开).{0,12}$|^(?:分享到|分享至)\s*[:：]?.{0,20}$|^手机(?:版|扫码).{0,10}$/u,
];

/** What stands around an article, and might be words of a notice within it. */
const CHROME: readonly RegExp[] = [
  /^\s*[>＞»\s]*(?:您?(?:现在)?(?:所在)?的?(?:当前)?位置|您?当前的?位置|当前所在位置|您现在所在的?位置|所在位置|现在位置|位置)\s*(?:是|为)?\s*[:：].*[>＞»›→/\\]/u,
  /^\s*(?:您?当前的?位置|您(?:现在)?(?:所在)?的?位置|当前所在位置)\s*(?:是|为)?\s*[:：]/u,
  /版权所有|(?:主办|承办|运维|维护)(?:单位)?\s*[:：]|技术支持\s*[:：]|网站标识码|ICP备|公?网?安备|Copyright|All Rights Reserved|建议使用.{0,12}(?:分辨率|浏览器)|©/iu,
  /^\s*(?:网站)?首\s?页\s*(?:[>＞»›→]|--?>)|^友情链接\s*[:：]/u,
  /^(?:今天是|现在是|欢迎(?:您|访问|光临))/u,
  /^(?:网站地图|联系我们|无障碍(?:浏览|阅读)?|长者(?:模式|版)|繁體|简体|English|手机版|请输入(?:关键字|检索).{0,10}|站内搜索|(?:会员|用户|企业|投标人|供应商)?登[录陆]|注册|设为首页|网站声明)(?:\s*[|｜].*)?$/u,
  /^(?:相关(?:新闻|信息|文章|链接|公告|阅读|稿件)|热点(?:新闻|信息)|推荐阅读|最新(?:公告|信息|动态|发布)|友情链接|热门(?:搜索|关键词)?)\s*[:：]?$/u,
  /^(?:本页面?(?:网址|地址)|网址链接|原文链接|页面生成时间)\s*[:：]/u,
];

/**
 * Whether a line is of the interface wherever it stands: buttons, neighbours, counters. A cell that says 中 or 关闭 is
 * none: buttons stand in brackets, in links or several together.
 */
export function isInterface({ text, size, linked }: Pick<Line, 'text' | 'size' | 'linked'>): boolean {
  if (size > 120) return false;
  if (INTERFACE.some((form) => form.test(text.replaceAll('\t', ' ')))) return true;
  const words = text.replaceAll(/\s/gu, '');
  const strong = words.match(STRONGS)?.length ?? 0;
  return strong > 0 && BUTTONS.test(words) && (strong > 1 || linked > 0 || BRACKETED.test(words));
}

/** Whether a line belongs to the site and not to an article: the interface, the place of the page, its foot. */
export const isFurniture = (line: Pick<Line, 'text' | 'size' | 'linked'>): boolean =>
  isInterface(line) ||
  (line.size <= 300 &&
    (BUTTONS.test(line.text.replaceAll(/\s/gu, '')) ||
      CHROME.some((form) => form.test(line.text.replaceAll('\t', ' ')))));

/** Whether nearly all of a line are words of links: menus, lists; the entries of lists have a day beside. */
export const isMenu = ({ text, size, linked }: Line): boolean =>
  linked >= size * 0.8 || (linked >= size * 0.4 && linked >= 8 && ENTRY.test(text));

const ENTRY =
  /^\s*[[［(（]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])］）]?\t|\t\s*[[［(（]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])］）]?\s*$/u;

/** Parts of names of classes and ids of what surrounds an article, and names that mean it only as a whole. */
const SURROUNDS =
  /^(?:.*[-_])?(?:nav|navbar|navigation|menu|submenu|leftmenu|sidebar|side-?bar|footer|foot|copyright|crumbs?|breadcrumbs?|breadcrumbnav|share|sharebox|bdshare|bdsharebuttonbox|bshare|jiathis|qrcode|ewm|erweima|pagination|prevnext|pagenext|xgxx|xgwd|friendlink|loginbox|searchbox|toolbar)(?:[-_].*)?$|^(?:side|header|head|top|bottom|location|position|related|links|banner|search|login|tools?|print|fontsize|font-size|wzgjl|pubtool|yqlj)$/iu;

/** Elements that the HTML standard has for it. */
const SURROUNDING: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'header',
  'select',
  'button',
  'textarea',
]);

/**
 * Whether an element is what surrounds an article, by its name and by what it holds: a box that is called after
 * printing may be the whole article.
 */
function surrounds(page: SavedPage, element: Element): boolean {
  const { size, linked } = page.measures.get(element)!;
  if (size - linked > 300) return false;
  return SURROUNDING.has(element.name) || namesOf(element).some((name) => SURROUNDS.test(name));
}

/** Whether a node stands in what surrounds an article. */
export function isSurrounded(page: SavedPage, node: AnyNode): boolean {
  for (let around = node.parent; around && isTag(around); around = around.parent) {
    if (around.name === 'body') return false;
    if (surrounds(page, around)) return true;
  }
  return false;
}

/** Classes of boxes that are never words of an announcement, wherever they stand. */
const WIDGET =
  /^(?:bdshare.*|bshare.*|jiathis.*|social-share.*|share|sharebox|share-box|fenxiang|qrcode|ewm|erweima|print|printbtn|prevnext|pagenext|prev-next|xgxx|related|pagination|breadcrumbs?|crumbs?|location|ewb-location|ewb-loca|fontsize|font-size|changesize)$/iu;

export const isWidget = (page: SavedPage, element: Element): boolean =>
  (['nav', 'button', 'select', 'textarea'].includes(element.name) ||
    namesOf(element).some((name) => WIDGET.test(name))) &&
  page.measures.get(element)!.size <= 80;

const namesOf = (element: Element): readonly string[] =>
  `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.split(/\s+/u).filter(Boolean);
