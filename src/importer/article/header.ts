import { isTag, type AnyNode } from '../../core/import/tree.ts';
import type { Line, SavedPage } from '../page/saved.ts';
import { isFurniture, isMenu } from '../page/furniture.ts';
import type { Found } from './found.ts';
import { normal } from './names.ts';

/** What the head of an article says under labels: 发布时间：… 来源：… 浏览次数：… */
interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

/** Labels of heads, longest first, so that 信息来源 is not read as 来源. */
const LABEL =
  '(?:信息|文章|公告|新闻|网站|网上|本文|稿件|首次|页面)?(?:发布|公布|发表|发稿|刊登|上网|上传|录入|添加|加入|提交|更新|修改|最后更新)(?:时间|日期)|' +
  '(?:发布|发表|更新)于|发布(?=\\s*[:：]\\s*\\d{4})|信息(?:时间|日期)|公告(?:时间|日期)|' +
  '(?:信息|文章|稿件|新闻|内容|公告|消息|资料)?来源|供稿(?:单位)?|发布(?:机构|单位|部门|机关|人|者)|信息提供(?:者|单位)?|' +
  '作者|责任编辑|责编|编辑|审核|审核人|录入|录入员|浏览(?:次数|量|数)?|点击(?:次数|量|率|数)?|阅读(?:次数|量|数)?|访问(?:次数|量)?|点阅|人气|' +
  '字体(?:大小)?|字号|大小|打印|关闭|分享(?:到|至)?|收藏|有效(?:期|性)?|截止(?:时间|日期)?|索引号?|发文字号|文号|名称|主题(?:分类|词)?|关键[词字]|' +
  '(?:生成|成文|发文)日期|信息分类|所属地区|地区|类别|栏目|项目(?:编号|名称)|标段编号|日期|时间';

const LABELS = new RegExp(
  String.raw`(?<![\u4e00-\u9fff])(?<label>${LABEL})\s*(?:[:：]|(?<=于)|(?=\t*\d{4}\s*[-/.年])|(?<=^[^\S\t]*(?:${LABEL})\s*)$)`,
  'gu',
);

/** A day, and who has edited it or how many have read it: 2016/1/5 | 编辑：… | 阅读：102 */
const EDITED =
  /^[\s【〖[（(]*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}[^，。；]*(?:编辑|作者|录入|阅读|浏览|点击|人气)(?:次数|量|数)?\s*[:：]/u;

/** Whether a line is one of the head of an article: labels of the page and short values. */
export function isInfo({ text, size }: Pick<Line, 'text' | 'size'>): boolean {
  if (size > 200) return false;
  return (
    EDITED.test(text) ||
    /(?:发布|发表|发稿|更新|录入|添加|(?<!\p{Script=Han})(?:公布|信息))(?:时间|日期)|(?<!\p{Script=Han})(?:信息|文章|稿件|新闻)?来源\s*[:：]|(?:浏览|点击|阅读|访问)(?:次数|量|数)|字体[:：（(【\s大]|责任编辑|^[\s【〖[［]*(?:日期|时间)\s*[:：]\s*\d{4}/u.test(
      text,
    )
  );
}

/**
 * The lines of the head of the page with which a body begins, which end in the line below the title. A notice that
 * begins with its own title keeps it: without such a line only a body that no mark bounds loses the title.
 */
export function frontOf(lines: readonly Line[], title: Found, marked: boolean): readonly Line[] {
  const isBelow = (line: Line): boolean => isInfo(line) || (!marked && isDay(line));
  const isHead = (line: Line): boolean => isFurniture(line) || isBelow(line) || isMenu(line);
  const words = lines.findIndex((line) => !isHead(line) && !isTitlePart(line, title.text));
  const front = words < 0 ? [] : lines.slice(0, words);
  const info = front.findLastIndex(isBelow);
  const heading = front.findIndex(({ text }) => normal(text) === normal(title.text));
  if (marked) return heading >= 0 && heading < info ? front.slice(0, info + 1) : [];
  const isOfPage = front[heading]?.line === title.evidence.line || info < 0;
  return front.slice(0, Math.max(info, isOfPage ? heading : -1) + 1);
}

const isDay = ({ text }: Line): boolean =>
  /^[\s【〖[（(]*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?[\s\d:：]*[\s】〗\]）)]*$/u.test(text);

function isTitlePart({ text }: Line, title: string): boolean {
  const words = normal(text);
  return words.length >= 4 && normal(title).includes(words);
}

/** The lines between the title and the body; without a title, the last ones before the body. */
export function headLines(page: SavedPage, title: string, bodyStart: number): readonly Line[] {
  const before = page.lines.filter(({ order }) => order < bodyStart);
  const from = before.findIndex((line) => isTitleLine(line, title));
  return from >= 0
    ? before.slice(infoAbove(before, tableOf(before, from)))
    : before.filter((line) => !isMenu(line)).slice(-12);
}

/** Whether a line is the title or its first part. */
export function isTitleLine(line: Line, title: string): boolean {
  const [words, whole] = [normal(line.text), normal(title)];
  return !isMenu(line) && words.length >= 6 && (words.includes(whole) || whole.startsWith(words));
}

/** Some pages say the time above the title. */
function infoAbove(lines: readonly Line[], index: number): number {
  let first = index;
  while (first > 0 && index - first < 3 && isInfo(lines[first - 1]!)) first -= 1;
  return first;
}

/** The first line of the table that a line stands in: the index of a disclosed document, whose title is a row of it. */
function tableOf(lines: readonly Line[], index: number): number {
  const tables = new Set<AnyNode>();
  for (let node: AnyNode | null = lines[index]!.block; node; node = node.parent) {
    if (isTag(node) && node.name === 'table') tables.add(node);
  }
  const near = [...tables][0];
  if (!near) return index;
  const first = lines.findIndex(({ block }) => {
    for (let node: AnyNode | null = block; node; node = node.parent) if (node === near) return true;
    return false;
  });
  return Math.max(first, index - 12);
}

/** What lines say under labels; a value in the next cell counts as that of the label. */
export function labelledIn(lines: readonly Line[]): readonly Labelled[] {
  return lines.flatMap(({ text, line }, index) =>
    [...text.matchAll(LABELS)].flatMap((match, place, all) => {
      const end = all[place + 1]?.index ?? text.length;
      const value = valueOf(text.slice(match.index + match[0].length, end));
      const label = match.groups!['label']!;
      if (value !== '') return [{ label, value, line }];
      const next = end === text.length ? lines[index + 1] : undefined;
      return next && next.size <= 60 && !new RegExp(LABELS).test(next.text)
        ? [{ label, value: valueOf(next.text), line: next.line }]
        : [];
    }),
  );
}

/** A value ends at a mark that parts it from the next: a bar, a bracket, wide blanks. Elements in it stay apart. */
const valueOf = (text: string): string =>
  text
    .replace(/^[\s\u3000]+/u, '')
    .split(/[|｜│【】〖〗[\]［］]|[^\S\t]{3,}|\u3000{2,}|\u00a0{2,}/u)[0]!
    .replaceAll(/[^\S\t]+/gu, ' ')
    .replace(/^[（(](?=[^）)]*$)|[\s，,;；（(]+$/gu, '')
    .trim();
