import { attributeOf, elementsAt } from '../../core/import/tree.ts';
import type { Doubt } from '../../core/import/written.ts';
import { isInfo } from '../article/header.ts';
import { isFurniture, isMenu } from './furniture.ts';
import { allWords, type Line, type SavedPage } from './saved.ts';

/** What a page that is no article is, and where the words stand that say so. */
interface Kind {
  readonly name: string;
  readonly help: string;
  readonly line?: number;
}

/** Refuses a page by what it is. */
export const refuseKind = ({ name, help, line }: Kind): Doubt => ({
  code: 'G102',
  message: `不是公告页，是${name}`,
  help,
  ...(line !== undefined && line > 0 && { line }),
});

const AGAIN = '从旧网站重新保存这一页；旧网站已经没有的，就没有可以导入的内容';

/** The frames of a page that is made of them. */
export function framesKind(page: SavedPage): Kind | undefined {
  const frames = (page.byName.get('frame') ?? []).map((frame) => attributeOf(frame, 'src') ?? '');
  if (frames.length > 0) {
    return {
      name: '框架页，内容在别的文件里',
      help: `导入框架里的网页：${frames.filter(Boolean).join('、')}`,
    };
  }
  return undefined;
}

/**
 * What a page is that has few words: an error, a captcha, a login; nothing for what may be an article. `lines` are
 * those of its body where a mark bounds one.
 */
export function shortKind(page: SavedPage, lines: readonly Line[]): Kind | undefined {
  const words = lines.reduce((sum, { size }) => sum + size, 0);
  const title = (page.byName.get('title') ?? [])
    .slice(0, 1)
    .map((element) => allWords(element))
    .join('');
  // Members log in and readers comment beside articles too, and a notice may be of a system that is out of order.
  const isArticle = page.lines.some((line) => isInfo(line) && /\d{4}\s*[-/.年]\s*\d/u.test(line.text));
  if (words < 500 && !isArticle) {
    for (const [form, name] of SHORT) {
      const line = lines.find(({ text }) => form.test(text));
      if (line || form.test(title)) return { name, help: AGAIN, ...(line && { line: line.line }) };
    }
  }
  if (words < 60 && WAIT.test(page.lines.map(({ text }) => text).join(' ')))
    return { name: '跳转页', help: AGAIN };
  return undefined;
}

const WAIT = /(?:页面|正在)(?:自动)?(?:跳转|转向)|浏览器没有自动跳转|请稍候|正在加载|loading/iu;

const SHORT: readonly (readonly [RegExp, string])[] = [
  [
    /频繁访问|访问(?:过于|太)?频繁|请求过于频繁|操作(?:过于)?频繁|输入(?:图片|下图|图中)?(?:中的)?验证码|人机验证|安全验证|滑动验证|拖动.{0,6}滑块|访问验证/u,
    '验证码页',
  ],
  [
    /(?:404|页面|网页|文件|信息|资源|内容|文章|栏目).{0,12}(?:不存在|未找到|找不到|没有找到|无法找到|已(?:被)?删除|已(?:被)?移除|已过期|已下线|不可用)|(?:找不到|无法找到|没有找到).{0,8}(?:页面|网页|文件|资源|内容|文件或目录)|(?<![\d,.-])404(?![\d,.-])|Not Found|page cannot be found/iu,
    '出错页（页面不存在）',
  ],
  [
    /\b(?:403|500|502|503|504)\b.{0,30}(?:Forbidden|Error|Bad Gateway|Unavailable|Time-?out|错误|禁止)|Server Error in|Runtime Error|服务器错误|内部错误|系统(?:出错|错误|异常|维护|繁忙)|网站(?:维护|升级|已关闭|暂停)|出错了|Forbidden|拒绝访问|访问被(?:拒绝|拦截)|没有(?:权限|访问权限)|无权(?:访问|查看)|nginx error|数据库(?:连接)?(?:错误|失败)|参数错误|非法(?:请求|访问)/iu,
    '出错页',
  ],
  [
    /(?:用户名|账号|帐号|登录名)\s*[:：]?[\s\S]*密\s*码|请(?:先|您)?登[录陆]|CA\s*登[录陆]|登[录陆]超时|统一身份认证/u,
    '登录页',
  ],
];

/** A page without a word: one that leads on, one that scripts would have filled. */
export function emptyKind(page: SavedPage): Kind | undefined {
  if (page.lines.length > 0 || elementsAt('img, embed, object, iframe', page.document).length > 0)
    return undefined;
  if (/http-equiv=["']?refresh|location(?:\.href)?\s*=|location\.replace/iu.test(page.source)) {
    return { name: '跳转页，没有内容', help: '保存它转到的那一页，再导入' };
  }
  if ((page.byName.get('script') ?? []).length > 0) {
    return {
      name: '靠脚本显示内容的空页，保存下来的没有文字',
      help: '在浏览器里打开，等内容显示以后另存为网页，再导入',
    };
  }
  return { name: '空白页', help: AGAIN };
}

/** A page that says how much it found, with what it found. */
export function searchKind(page: SavedPage): Kind | undefined {
  const line = page.lines.find(({ text, size }) => size < 120 && FOUND.test(text));
  return line && page.lines.some((entry) => isEntry(entry))
    ? { name: '检索页', help: LEAVE, line: line.line }
    : undefined;
}

const FOUND =
  /(?:搜索|检索|查询)结果|(?:共|为您)?(?:找到|搜索到|检索到|查询到)(?:相关)?(?:结果|信息|记录)?\s*(?:约)?\s*\d+\s*(?:个|条|项|篇)?/u;

/** What a page is whose words are mostly links: a list, a search, a home page. */
export function listKind(page: SavedPage): Kind | undefined {
  const entries = page.lines.filter((line) => isEntry(line));
  const pager = page.lines.find(({ text, size }) => size < 120 && PAGER.test(text));
  const dated = page.lines.filter(isDated);
  if (pager && dated.length >= 4) return { name: '列表页', help: LEAVE, line: pager.line };
  const others = page.lines.filter(
    (line) => !isMenu(line) && !isEntry(line) && !isFurniture(line) && !isDated(line),
  );
  const words = others.reduce((sum, { size }) => sum + size, 0);
  const listed = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length < 4 || words > listed) return undefined;
  const isHome = /^(?:index|default|main)\.\w+$|^$/iu.test(page.path.replace(/^\/+/u, ''));
  return { name: isHome ? '网站首页' : '列表页', help: LEAVE, line: entries[0]!.line };
}

/** 共 500 条记录 第 1/25 页 首页 上一页 下一页 末页 */
const PAGER = /共\s*[\d,]+\s*[条项](?!\s*(?:评论|留言|回复|意见)).*(?:[上下]一?页|[末尾]页)/u;

const LEAVE = '不用导入；里面列的公告各有自己的网页';

/** A line of a list: a title that is a link. */
const isEntry = ({ text, size, linked }: Line): boolean =>
  linked >= 10 && linked >= size * 0.5 && /\p{Script=Han}{6}/u.test(text);

const isDated = ({ text }: Line): boolean =>
  /^[\s[［(（]*\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[\s\]］)）]*$/u.test(text);
