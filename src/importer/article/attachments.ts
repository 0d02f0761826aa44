import { attributeOf, isTag, isText, type AnyNode, type Element } from '../../core/import/tree.ts';
import { isSurrounded } from '../page/furniture.ts';
import { find } from '../page/find.ts';
import { allWords, flat, type Line, type SavedPage } from '../page/saved.ts';
import { plain } from '../systems/plain.ts';
import type { System } from '../systems/system.ts';
import { holds } from './places.ts';

export interface Attachment {
  /** As the page writes it. */
  readonly address: string;
  readonly name: string;
}

/** Ends of names of documents. Pages that merely run on the server (`.jsp`, `.aspx`) are none. */
const DOCUMENT =
  /\.(docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|tar|gz|rtf|txt|csv|dwg|dwf|dxf|ceb|cebx|gef|gbq\d?|gzbs|zbj|zbid|tif|tiff|jpe?g|png|gif|bmp|xml|swf)$/iu;

/** Programs that hand out a document. */
const DOWNLOAD =
  /downfile\.jsp|download\.(?:jspx?|aspx?|ashx|php|do|action)|downloadztbattach|ztbattachdownload|downattach|attachdown|filedown|downloadfile|downfile|getfile|\/system\/_content\/download|download\?|\/attach\/|attachguid=|fileid=|\/uploads?\/soft\/|plus\/download\.php/iu;

/**
 * The documents that belong to an article: links in its body and in what follows it up to the next box, lists apart
 * that the system has, lists that a script would have printed. Each once, by its address.
 */
export function findAttachments(
  page: SavedPage,
  system: System,
  body: readonly AnyNode[],
  title: Line | undefined,
): readonly Attachment[] {
  const around = containerOf(page, body, title);
  const lists = [...system.attachments, ...plain.attachments].flatMap((selector) => find(page, selector));
  const links = (page.byName.get('a') ?? []).filter((link) => isOfArticle(page, link, body, lists, around));
  const all = [...links.flatMap((link) => attachmentOf(link)), ...viewed(page, body), ...printed(page)];
  const known = new Map<string, Attachment>();
  for (const attachment of all) {
    const key = keyOf(attachment.address);
    const other = known.get(key);
    if (!other || isDull(other.name)) known.set(key, attachment);
  }
  return [...known.values()];
}

/** `./P02.doc` and `P02.doc` are one. */
const keyOf = (address: string): string =>
  address.replaceAll('&amp;', '&').replace(/^\.\//u, '').replace(/#.*$/u, '');

function isOfArticle(
  page: SavedPage,
  link: Element,
  body: readonly AnyNode[],
  lists: readonly Element[],
  around: AnyNode | undefined,
): boolean {
  if (body.some((part) => holds(page, part, link))) return true;
  if (isSurrounded(page, link)) return false;
  if (lists.some((list) => holds(page, list, link))) return true;
  const isAfter = page.measures.get(link)!.start >= page.measures.get(body.at(-1)!)!.end;
  return isAfter && around !== undefined && holds(page, around, link);
}

/** What holds both title and body; without a title in front, the third box around the body. */
function containerOf(
  page: SavedPage,
  body: readonly AnyNode[],
  title: Line | undefined,
): AnyNode | undefined {
  let boxes = 0;
  for (let around = body.at(-1)!.parent; around && isTag(around); around = around.parent) {
    if (around.name === 'body') return boxes < 3 ? around : undefined;
    if (title && holds(page, around, title.nodes[0]!)) return around;
    if (/^(?:div|table|form|section|article)$/u.test(around.name)) boxes += 1;
    if (!title && boxes === 3) return around;
  }
  return undefined;
}

function attachmentOf(link: Element): readonly Attachment[] {
  const address = attributeOf(link, 'href') ?? '';
  if (
    address === '' ||
    /[{}]|%7B/iu.test(address) ||
    /^(?:javascript|mailto|tel|data|about):/iu.test(address) ||
    address.startsWith('#')
  )
    return [];
  const words = nameOf(link);
  const isFile = DOCUMENT.test(pathOf(address)) || DOWNLOAD.test(address) || DOCUMENT.test(words);
  if (!isFile || (words === '' && isPicture(address))) return [];
  return [{ address, name: words === '' || isDull(words) ? betterName(link, address, words) : words }];
}

const nameOf = (link: Element): string => flat(allWords(link)).replace(/^[·•\-\s]+/u, '');

const pathOf = (address: string): string => address.replace(/[?#].*$/u, '');

const isPicture = (address: string): boolean => /\.(?:jpe?g|png|gif|bmp)$/iu.test(pathOf(address));

/** Words that name no document. */
const isDull = (words: string): boolean =>
  words === '' ||
  /^[【[（(]?(?:点击|请点击|立即|本地)?(?:此处|这里)?(?:下载|查看|附件|附件下载|下载附件|文件下载|打开|预览|download)[】\])）]?$/iu.test(
    words,
  );

/** The title of the link, what stands in front of it on its line, or the file's own name. */
function betterName(link: Element, address: string, words: string): string {
  const said = [
    ...['title', 'download', 'data-attachname'].map((name) => attributeOf(link, name)),
    wordsBeside(link.prev),
    wordsBeside(link.next),
    wordsBefore(link),
  ];
  return said.map((name) => flat(name ?? '')).find((name) => !isDull(name)) ?? fileName(address, words);
}

/** The name in a cell or an element before the link, where its own words are only 下载: that of a file, else the nearest. */
function wordsBefore(link: Element): string | undefined {
  const names: string[] = [];
  const around =
    link.parent && isTag(link.parent) && /^(?:td|span|p)$/u.test(link.parent.name) ? link.parent : undefined;
  for (const from of around ? [link, around] : [link]) {
    for (let node = from.prev; node; node = node.prev) {
      const isWords = isTag(node) && /^(?:td|span|em|b|strong|label)$/u.test(node.name);
      const words = isWords ? flat(allWords(node)) : '';
      if (words.length >= 4 && words.length <= 100) names.push(words);
    }
  }
  return names.find((name) => DOCUMENT.test(name)) ?? names.find((name) => /\p{Script=Han}{2}/u.test(name));
}

const wordsBeside = (node: AnyNode | null): string | undefined => {
  const text = node && isText(node) ? node.data.trim() : '';
  const isName = text.length >= 4 && text.length <= 100 && !/[，。；]/u.test(text);
  return isName ? text.replace(/[:：（(\s]+$/u, '') : undefined;
};

function fileName(address: string, words: string): string {
  const asked = /[?&](?:filename|name|file)=([^&]+\.\w{2,4})/iu.exec(address)?.[1];
  const name = asked ?? pathOf(address).split('/').at(-1)!;
  try {
    return decodeURIComponent(name) || words;
  } catch {
    return name || words;
  }
}

/** Documents that a viewer shows in place of words. */
export function viewed(page: SavedPage, body: readonly AnyNode[]): readonly Attachment[] {
  return ['embed', 'object', 'iframe'].flatMap((name) =>
    (page.byName.get(name) ?? [])
      .filter((element) => body.some((part) => holds(page, part, element)))
      .flatMap(shownBy)
      .filter((address) => /\.(?:pdf|swf|ofd|docx?|ceb)$/iu.test(pathOf(address)))
      .map((address) => ({ address, name: fileName(address, '') })),
  );
}

function shownBy(element: Element): readonly string[] {
  const params = element.children
    .filter(isTag)
    .filter((child) => child.name === 'param')
    .map((child) => attributeOf(child, 'value'));
  return [attributeOf(element, 'src'), attributeOf(element, 'data'), ...params].flatMap((address) => {
    if (address === undefined) return [];
    const inner = /[?&](?:file|url|src)=([^&#]+)/iu.exec(address)?.[1];
    if (inner === undefined) return [address];
    try {
      return [decodeURIComponent(inner)];
    } catch {
      return [inner];
    }
  });
}

/** The list that a script of TRS prints: `var fujian1 = "<a href=…>…</a>"`. */
function printed(page: SavedPage): readonly Attachment[] {
  const texts = page.source.matchAll(
    /(?:var\s+)?(?:fujian\d*|file_appendix\d*|fjlist)\s*=\s*(["'])((?:\\.|(?!\1)[^\\\n]){1,20000})\1/gu,
  );
  return [...texts].flatMap(([, , text]) =>
    [
      ...text!
        .replaceAll(/\\(["'/])/gu, '$1')
        .matchAll(/<a\b[^>]*?\bhref=["']?([^"'\s>]+)["']?[^>]*>(.*?)<\/a>/giu),
    ].flatMap(([, address, words]) => {
      const name = flat(words!);
      return DOCUMENT.test(pathOf(address!))
        ? [{ address: address!, name: name || fileName(address!, '') }]
        : [];
    }),
  );
}
