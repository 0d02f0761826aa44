import { attributeOf, isTag, type Element } from '../../core/import/tree.ts';
import type { Line } from './saved.ts';

/** Lines and elements that are of the site and not of the announcement. */

const BUTTON =
  '(?:我要)?打印(?:本[页文]|内容|文章|此[页文]|正文|预览)?|关闭(?:本?窗口|本页|页面)?|收藏(?:本页)?|分享(?:到|至)?|返回(?:顶部|列表|首页|上一?页)?|' +
  '顶部|字[体号][:：]?|大|中|小|默认|复制(?:本页)?(?:地址|链接)|(?:我要|内容)?纠错|超大|放大|缩小|正常|特大|推荐给?好友|发送邮件|保存(?:本页)?|下载本文|' +
  '添加收藏|设为首页|加入收藏|朗读|语音播报|扫一扫|微信|微博|新浪微博|QQ空间|QQ好友|更多|T|\\+|-|A\\+?|A-';
/** 【打印】【关闭】【字体：大 中 小】 and what stands among them. */
const BUTTONS = new RegExp(
  `^[\\s【】\\[\\]［］「」()（）<>《》|｜/·:：,，、]*(?:(?:${BUTTON})[\\s【】\\[\\]［］「」()（）<>《》|｜/·:：,，、]*)+$`,
  'u',
);

const FURNITURE: readonly RegExp[] = [
  /^\s*[【[［<«]?\s*(?:上|下|前|后)(?:一?篇|一条|一页|一个|一则)(?:文章|新闻|信息|公告)?\s*(?:[】\]］>»:：]|$)/u,
  /^\s*[【[（(]?(?:浏览|点击|阅读|访问|查看|点阅|人气|浏览量|阅读量)(?:次数|数量?|量|人次)?\s*[:：]?\s*[（(【[]?\s*[\d,]*\s*(?:次|人次)?\s*[】\])）]?$/u,
  /扫(?:一扫|描)[^。]{0,12}(?:手机|分享|微信|当前页|本页|二维码)|^(?:分享到|分享至|手机(?:版|扫码))/u,
  /^\s*[>＞»\s]*(?:您?(?:现在)?(?:所在)?的?(?:当前)?位置|您?当前的?位置|当前所在位置|您现在所在的?位置|所在位置|现在位置|位置)\s*(?:是|为)?\s*[:：]/u,
  /(?:版权所有|主办单位|主办|承办单位|承办|技术支持|维护单位|网站标识码|(?:[\u4e00-\u9fff])?ICP备|公安?网?安备|Copyright|All Rights Reserved|建议使用.{0,12}(?:分辨率|浏览器)|©)/iu,
  /^(?:今天是|现在是|欢迎(?:您|访问|光临)|网站地图|联系我们|无障碍|长者(?:模式|版)|繁體|简体|English|手机版|请输入(?:关键字|检索)|站内搜索|登录|注册|设为首页)/u,
  /^(?:相关(?:新闻|信息|文章|链接|公告|阅读|附件下载)|热点(?:新闻|信息)|推荐阅读|最新(?:公告|信息|动态|发布)|友情链接|热门)\s*[:：]?$/u,
  /^(?:本页面?(?:网址|地址)|网址链接|原文链接|页面生成时间)\s*[:：]/u,
];

/** Whether a line belongs to the site: buttons, neighbours, counters, the place, the foot. */
export const isFurniture = ({ text, size }: Pick<Line, 'text' | 'size'>): boolean =>
  size <= 300 &&
  (BUTTONS.test(text.replaceAll(/\s/gu, '')) ||
    FURNITURE.some((form) => form.test(text.replaceAll('\t', ' '))));

/** Whether nearly all of a line are words of links: menus, lists; the entries of lists have a day beside. */
export const isMenu = ({ text, size, linked }: Line): boolean =>
  linked >= size * 0.8 || (linked >= size * 0.4 && linked >= 8 && ENTRY.test(text));

const ENTRY =
  /^\s*[[［(（]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])］）]?\t|\t\s*[[［(（]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])］）]?\s*$/u;

/** Names of classes and ids, in one piece, of what surrounds an article. */
const SURROUNDS =
  /^(?:.*[-_])?(?:nav|navbar|navigation|menu|submenu|leftmenu|sidebar|side-?bar|header|head|top|topbar|footer|foot|bottom|copyright|copy-?right|crumb|crumbs|breadcrumbs?|location|position|share|sharebox|bdshare|bdsharebuttonbox|bshare|bshare-custom|jiathis|jiathis_style|social-share|qrcode|ewm|erweima|pagination|prevnext|pagenext|prev-next|related|xgxx|xgwd|friendlink|links|banner|loginbox|searchbox|tools?|toolbar|print|fontsize|font-size|wzgjl|pubtool)(?:[-_].*)?$/iu;

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

/** Whether an element by its name says that it surrounds an article. */
export const surrounds = (element: Element): boolean =>
  SURROUNDING.has(element.name) || namesOf(element).some((name) => SURROUNDS.test(name));

/** Classes of boxes that are never words of an announcement, wherever they stand. */
const WIDGET =
  /^(?:bdshare.*|bshare.*|jiathis.*|social-share.*|share|sharebox|share-box|fenxiang|qrcode|ewm|erweima|print|printbtn|prevnext|pagenext|prev-next|xgxx|related|pagination|breadcrumbs?|crumbs?|location|ewb-location|ewb-loca|fontsize|font-size|changesize)$/iu;

export const isWidget = (element: Element): boolean =>
  ['nav', 'button', 'select', 'textarea'].includes(element.name) ||
  namesOf(element).some((name) => WIDGET.test(name));

const namesOf = (element: Element): readonly string[] =>
  `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.split(/\s+/u).filter(Boolean);

/** Whether a line stands in what surrounds an article. */
export function isAround(line: Line, within?: Element): boolean {
  for (let node = line.nodes[0]!.parent; node; node = node.parent) {
    if (!isTag(node) || node === within || node.name === 'body') return false;
    if (surrounds(node)) return true;
  }
  return false;
}
