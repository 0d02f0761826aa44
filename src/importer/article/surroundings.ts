import { attributeOf, textOf, type Element } from '../../core/import/tree.ts';
import { flat, type SavedPage } from '../page/saved.ts';
import { isFurniture } from '../page/furniture.ts';
import { normal } from './names.ts';

/** What classes and ids of the line are called that says where a page stands. */
const NAMED =
  /bread|crumb|location|position|weizhi|dqwz|mianbao|^mbx|curpos|ur_here|^(?:wz|place|path|bt-position)$|nav-path|^winstyle\d*$/u;

/** The columns in which a page stands, from the outermost in, without the home page and the title. */
export function breadcrumbOf(page: SavedPage, title: string): readonly string[] {
  const words = placed(page) ?? said(page);
  const parts =
    words ??
    page.metas
      .get('columnname')
      ?.map(({ content }) => content)
      .slice(0, 1) ??
    [];
  return parts
    .map((part) =>
      part.replace(/^.*位置\s*(?:是|为)?\s*[:：]?/u, '').replaceAll(/^[\s·>＞»›:：-]+|[\s·>＞»›-]+$/gu, ''),
    )
    .filter(
      (part) =>
        part !== '' &&
        !NO_COLUMN.test(part) &&
        !isOf(title, part) &&
        part.length <= 30 &&
        !isFurniture({ text: part, size: part.length, linked: 0 }),
    );
}

/** Whether a part is the title, or what a narrow line left of it. */
const isOf = (title: string, part: string): boolean =>
  normal(part) === normal(title) ||
  (part.length > 8 && normal(title).startsWith(normal(part.replace(/[.…]+$/u, ''))));

const NO_COLUMN =
  /^(?:(?:网站|本站|返回)?(?:首页|主页)|home|正文|文章内容|文章正文|详情|详细(?:信息|内容|页)?|信息(?:详情|内容|浏览)|内容|浏览|(?:浏览|查看|阅读)(?:信息|文章|公告|内容)|(?:公告|文章|新闻)(?:详情|浏览|查看)|栏目名称)$/iu;

const SEPARATOR = /\s*(?:>>|>|＞|»|›|→|--+|\/|\\|\t(?=\S))\s*/u;

function placed(page: SavedPage): readonly string[] | undefined {
  const elements = [...page.byClass, ...page.byId].flatMap(([name, found]) =>
    NAMED.test(name) ? found : [],
  );
  for (const element of elements) {
    const { size, linked } = page.measures.get(element)!;
    const parts = size <= 200 && (linked > 0 || size <= 60) ? partsOf(element) : [];
    if (parts.length >= 2) return parts;
  }
  return undefined;
}

const partsOf = (element: Element): readonly string[] =>
  textOf(element).replaceAll('\n', '>').split(SEPARATOR).map(flat).filter(Boolean);

/** A line that says 当前位置：首页 > 交易信息 > 招标公告, and what follows it in its block. */
function said(page: SavedPage): readonly string[] | undefined {
  const index = page.lines.findIndex(
    ({ text, size }) => size <= 200 && /位置\s*(?:是|为)?\s*[:：]?/u.test(text) && /[:：>＞»]/u.test(text),
  );
  const line = page.lines[index];
  if (!line) return undefined;
  const next = page.lines[index + 1];
  const text = /[>＞»›]/u.test(line.text) || !next ? line.text : `${line.text} ${next.text}`;
  return text.split(/\s*(?:>>|>|＞|»|›|→)\s*/u).map((part) => part.replaceAll(/\t/gu, ' ').trim());
}

/** Other addresses that a page states for itself: the one it wants to be known by, the twin for telephones. */
export function addressesOf(page: SavedPage): readonly string[] {
  const links = (page.byName.get('link') ?? [])
    .filter((link) => isOwn(link))
    .map((link) => attributeOf(link, 'href'));
  const metas = ['og:url', 'url', 'page-url'].flatMap((name) =>
    (page.metas.get(name) ?? []).map(({ content }) => content),
  );
  const mobile = (page.metas.get('mobile-agent') ?? []).map(
    ({ content }) => /url=([^;\s]+)/iu.exec(content)?.[1],
  );
  const saved = [
    /saved from url=\(\d+\)(\S+)/u.exec(page.source)?.[1],
    /Mirrored from (\S+) by HTTrack/u.exec(page.source)?.[1],
    twinOf(page),
  ];
  const all = [...links, ...metas, ...mobile, ...saved].filter((address) => address !== undefined);
  return [...new Set(all)].filter(
    (address) => !/[{}<>]|^(?:javascript|about|网址)|^(?:https?:\/\/[^/]*)?\/?$/u.test(address),
  );
}

/** The twin for telephones that a script leads to: its name begins as that of the page. */
function twinOf({ path, source }: SavedPage): string | undefined {
  const stem = path
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/u, '');
  if (stem.length < 6) return undefined;
  const leads = source.matchAll(/location(?:\.href)?\s*=\s*["'](https?:\/\/[^"'\s]+)["']/gu);
  return [...leads].map(([, address]) => address!).find((address) => address.includes(stem));
}

const isOwn = (link: Element): boolean => {
  const rel = attributeOf(link, 'rel')?.toLowerCase() ?? '';
  return (
    rel === 'canonical' ||
    (rel === 'alternate' && /handheld|only screen/u.test(attributeOf(link, 'media') ?? ''))
  );
};
