import type { AnyNode } from '../core/import/tree.ts';
import { elementsAt, isTag } from '../core/import/tree.ts';
import { findAttachments, viewed, type Attachment } from './article/attachments.ts';
import { findBody, sizeAt, type FoundBody } from './article/body.ts';
import type { Found } from './article/found.ts';
import { frontOf, headLines, isTitleLine } from './article/header.ts';
import { normal } from './article/names.ts';
import { linesWithin, type Extent } from './article/places.ts';
import { findPublished } from './article/published.ts';
import { secondNotice } from './article/second-notice.ts';
import { findSource } from './article/source.ts';
import { addressesOf, breadcrumbOf } from './article/surroundings.ts';
import { findTitle } from './article/title.ts';
import { windowTitles } from './article/window-title.ts';
import { trimBody } from './article/trim.ts';
import type { Doubt } from '../core/import/written.ts';
import { isIcon } from './page/pictures.ts';
import type { SavedPage } from './page/saved.ts';
import { systemOf } from './systems/list.ts';

/** An announcement as it stands in a saved page. Nothing is in it that the page does not say. */
export interface Article {
  /** `trs`, `epoint`, `jcms`, `ucap`, `vsb`, `dede`, `plain`. */
  readonly system: string;
  /** How sure the system is, from 0 to 1. */
  readonly sure: number;
  readonly title: Found;
  /** `2020-07-16 18:25` or `2020-07-16`, by the clock of Beijing. */
  readonly publishedAt?: Found;
  readonly source?: Found;
  readonly body: readonly AnyNode[];
  /** The selector or the marks that the body was found by. */
  readonly bodyAt: string;
  readonly attachments: readonly Attachment[];
  /** Its columns from the outermost in. */
  readonly breadcrumb: readonly string[];
  /** Other addresses that the page states for itself. */
  readonly addresses: readonly string[];
  readonly doubts: readonly Doubt[];
}

export interface Reading {
  /** Selectors at which the office says that bodies are; asked first. */
  readonly bodyAt?: readonly string[];
  /** The day on which the pages were saved: nothing was published after it. */
  readonly savedOn?: string;
}

/** Finds the announcement in a page; without a title or a body there is none. */
export function findArticle(page: SavedPage, { bodyAt = [], savedOn }: Reading): Article | undefined {
  const { system, sure } = systemOf(page);
  const expected = [
    ...windowTitles(page).map(({ text }) => text),
    ...(page.metas.get('articletitle') ?? []).map(({ content }) => content),
  ].map(normal);
  const found = findBody(page, system, bodyAt, ({ text }) => {
    const words = normal(text);
    return words.length >= 6 && expected.some((title) => title.includes(words));
  });
  if (!found) return undefined;
  const columns = breadcrumbOf(page, '');
  const title = findTitle(page, system, found, columns);
  if (!title) return undefined;
  const lines = linesWithin(page, found.nodes);
  const front = frontOf(lines, title, found.marked);
  const { start, end } = extent(page, found);
  const words = { start: lines[front.length]?.order ?? start, end };
  const head = headLines(page, title.text, words.start);
  const after = page.lines.filter(({ order }) => order >= end).slice(0, 12);
  const { publishedAt, doubts } = findPublished(page, system, head, after, words, savedOn);
  const source = findSource(page, system, [...head, ...after], words);
  const titleLine = head.find((line) => line.order < start && isTitleLine(line, title.text));
  const attachments = findAttachments(page, system, found.nodes, titleLine);
  const second = secondNotice(page, found.nodes);
  const body = trimBody(page, found.nodes, front, found.marked);
  return {
    system: system.id,
    sure,
    title,
    ...(publishedAt && { publishedAt }),
    ...(source && { source }),
    body,
    bodyAt: found.at,
    attachments,
    breadcrumb: breadcrumbOf(page, title.text),
    addresses: addressesOf(page),
    doubts: [
      ...doubts,
      ...pictureDoubt(page, found, body),
      ...(found.unsure === undefined ? [] : [unsureBody(found.unsure)]),
      ...(second ? [second] : []),
      ...hiddenDoubt(found),
      ...brokenDoubt(page, title.text, body),
    ],
  };
}

const extent = (page: SavedPage, { nodes }: FoundBody): Extent => ({
  start: page.measures.get(nodes[0]!)!.start,
  end: page.measures.get(nodes.at(-1)!)!.end,
});

/** Characters that could not be read, where they stand in what is taken over. */
function brokenDoubt(page: SavedPage, title: string, body: readonly AnyNode[]): readonly Doubt[] {
  const lines = linesWithin(page, body).filter(({ text }) => text.includes('\ufffd'));
  const [first] = lines;
  if (!first && !title.includes('\ufffd')) return [];
  const at = first ? Math.max(0, first.text.indexOf('\ufffd') - 10) : 0;
  const where = first
    ? `正文里有 ${lines.length} 处坏掉的字：“${first.text.slice(at, at + 21)}”`
    : `标题里有坏掉的字：“${title}”`;
  return [{ code: 'G129', message: where, help: '对照原件补上', ...(first && { line: first.line }) }];
}

/** Notices of the same project behind other tabs. */
function hiddenDoubt({ hidden = [] }: FoundBody): readonly Doubt[] {
  if (hidden.length === 0) return [];
  const first = hidden.map((words) => `“${[...words].slice(0, 24).join('')}”`).join('、');
  return [
    {
      code: 'G110',
      message: `页面里还有 ${hidden.length} 处没有显示出来的正文，没有搬过来：${first}`,
      help: '看一下原来的网页各个标签；旧网站没有单独的网页的，用 npm run new 另写一份公告',
    },
  ];
}

const unsureBody = (why: string): Doubt => ({
  code: 'G128',
  message: `正文的范围没有把握：${why}`,
  help: '对照原来的网页；不对的，在 import-map.yaml 的“正文在”里写明正文的位置',
});

/** A body of pictures, or of a document that a viewer shows. */
function pictureDoubt(page: SavedPage, { nodes }: FoundBody, body: readonly AnyNode[]): readonly Doubt[] {
  if (sizeAt(page, nodes) > 30) return [];
  const documents = viewed(page, nodes);
  if (documents.length > 0) {
    const message = `正文是用阅读器显示的文件：${documents.map(({ name }) => name).join('、')}`;
    return [{ code: 'G105', message, help: '文件作为附件保留；把文字补进正文，读者才搜得到' }];
  }
  const pictures = body
    .filter(isTag)
    .flatMap((node) => elementsAt('img', node))
    .filter((image) => !isIcon(image));
  if (pictures.length === 0) return [];
  const message = `正文只有 ${pictures.length} 张图片（扫描件），没有文字`;
  return [{ code: 'G105', message, help: '照着图片把文字补进正文，图片留作附件' }];
}
