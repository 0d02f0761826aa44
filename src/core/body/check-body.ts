import type { Span } from '../diagnostic.ts';
import { JOINS_NOTHING } from './dialect/table.ts';
import { NUMBER_OF_ITEM } from './dialect/numbered.ts';
import { MOST_FINDINGS, ofLine, type BodyFinding } from './finding.ts';
import { fileOf, hostNamedBy, hostOf, isAllowedLink, isLocal } from './links.ts';
import { anchorOf, headingsIn, type Heading } from './render.ts';
import { siteLink, type SitePages } from './site-links.ts';
import { findLost } from './lost.ts';
import { DEEPEST, markdown, wordsOf, type Token } from './markdown.ts';
import { findPasted } from './pasted.ts';
import { findSecond } from './second.ts';

const TAG = /<(?<end>\/?)(?<name>[a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>|<!--|<!doctype\b/giu;
const BOLD = /(?<!\*)\*\*(?!\*)(?:[^*\n]+(?<!\*)\*\*(?!\*))?/gu;
/** Stars that hide part of a name, `张**`, or stand between figures, `2**3`. */
const MASK =
  /(?<![\p{Script=Han}])\p{Script=Han}{1,2}\*\*(?=$|[\s，。、；：（()）|]|先生|女士|小姐|同志)|(?<=[\dA-Za-z])\*\*(?=[\dA-Za-z])/gmu;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/giu;

/** Where a body stands among the pages of its site. */
interface Standing {
  /** Path of its page below the base. */
  from: string;
  pages: SitePages;
}

/** Parts of the page around a body that a link may lead to. */
const PARTS = /^#(?:facts|files|changes|periods|complaints|words)$/u;

/**
 * Checks a body: what would be lost or printed raw, where links lead, how deep it goes.
 * @param files that it may link to; where links name pages alone, none
 * @param standing without it, links to pages of the site are not followed
 */
export function checkBody(
  body: string,
  files: ReadonlySet<string> | undefined,
  standing?: Standing,
): readonly BodyFinding[] {
  if (body.trim() === '') {
    const help = '在第二行“---”的下面写正文';
    return [{ code: 'C105', line: 1, column: 1, length: 1, message: '公告没有正文', help }];
  }
  const lines = body.split('\n');
  const unreadable = findSecond(lines) ?? tooDeep(lines) ?? tooWide(lines);
  if (unreadable) return [unreadable];
  const tokens = markdown.parse(body, {});
  const checker = new BodyChecker(lines, files, headingsIn(tokens), standing);
  if (!tokens.some(showsWords)) checker.findings.push(printsNothing(lines));
  for (const token of tokens) {
    if (checker.findings.length < MOST_FINDINGS) checker.visit(token);
  }
  return [
    ...tablesWithoutRule(lines),
    ...checker.findings,
    ...findLost(lines, tokens),
    ...findPasted(lines, tokens),
  ].slice(0, MOST_FINDINGS);
}

/** Whether a reader sees a letter, a character or a digit of a token, or a picture. */
const showsWords = (token: Token): boolean =>
  token.type === 'image' ||
  (token.children?.some(showsWords) ??
    (token.meta !== NUMBER_OF_ITEM &&
      /(?![\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}]/u.test(token.content.replace(ENTITY, ''))));

/** A body of rules, blanks, empty tables or stray marks alone. */
function printsNothing(lines: readonly string[]): BodyFinding {
  const index = lines.findIndex((line) => line.trim() !== '');
  const help = '在第二行“---”的下面写正文；横线、空表格和空格都不是正文';
  return ofLine('C105', lines[index]!, index, '正文印出来一个字也没有', help);
}

function tooDeep(lines: readonly string[]): BodyFinding | undefined {
  const index = lines.findIndex((line) => nesting(line) > DEEPEST);
  if (index < 0) return undefined;
  const message = `列表或引用套了 ${nesting(lines[index]!)} 层，最多 ${DEEPEST} 层`;
  const length = Math.min(20, [...lines[index]!].length);
  return { code: 'C106', line: index + 1, column: 1, length, message, help: '改成分段或者编号' };
}

/** Columns beyond which a table can be read nowhere; a parser takes time for each in each row. */
export const MOST_COLUMNS = 200;

/** Columns of three characters of 9 pt with their rules, 11 mm, on the 180 mm between the margins of A4. */
const MOST_PRINTED = 16;

function tooWide(lines: readonly string[]): BodyFinding | undefined {
  const columnsOf = (line: string): number => (ROW.test(line) ? line.split('|').length - 2 : 0);
  const index = lines.findIndex((line) => line.length > MOST_COLUMNS && columnsOf(line) > MOST_COLUMNS);
  if (index < 0) return undefined;
  const message = `表格有 ${columnsOf(lines[index]!)} 列，最多 ${MOST_COLUMNS} 列`;
  const help = '只留读者要看的几列，整张表作为附件发布';
  return { code: 'C110', line: index + 1, column: 1, length: 20, message, help };
}

const nesting = (line: string): number => {
  const marks = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/u.exec(line)?.[0];
  if (marks === undefined) return 0;
  const indent = /^ */u.exec(line)![0].length;
  return (marks.match(/>|[-*+](?=\s)|\d+[.)]/gu)?.length ?? 0) + Math.floor(indent / 4);
};

const ROW = /^[\s>]*\|.*\|\s*$/u;
const RULE = /^[\s>]*\|?[\s|:=-]*-[\s|:=-]*$/u;
const FENCE = /^\s*```/u;

/** Runs of table rows that no rule `| --- |` makes a table: they would be printed as lines of bars. */
function tablesWithoutRule(lines: readonly string[]): readonly BodyFinding[] {
  const found: BodyFinding[] = [];
  let start = -1;
  let fenced = false;
  for (const [index, line] of [...lines, ''].entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    const isRow = !fenced && ROW.test(line);
    if (isRow && start < 0) start = index;
    if (isRow || start < 0) continue;
    if (index - start > 1 && !lines.slice(start, index).some((row) => RULE.test(row))) {
      const columns = lines[start]!.split('|').length - 2;
      const help = `在表头下面加一行 |${' --- |'.repeat(Math.min(columns, 12))}`;
      found.push(ofLine('C108', lines[start]!, start, '表格缺少表头下面的分隔行', help));
    }
    start = -1;
  }
  return found;
}

class BodyChecker {
  readonly findings: BodyFinding[] = [];
  readonly #lines: readonly string[];
  readonly #files: ReadonlySet<string> | undefined;
  readonly #headings: readonly Heading[];
  readonly #standing: Standing | undefined;
  /** Elements whose opening was reported: their ends are the same fault. */
  readonly #opened = new Set<string>();
  /** How far a block was searched for a text, so that the second of two equal faults is found in the second place. */
  readonly #searched = new Map<string, number>();

  constructor(
    lines: readonly string[],
    files: ReadonlySet<string> | undefined,
    headings: readonly Heading[],
    standing: Standing | undefined,
  ) {
    this.#lines = lines;
    this.#files = files;
    this.#headings = headings;
    this.#standing = standing;
  }

  visit(block: Token): void {
    if (block.type === 'table_open') this.#columns(block.map![0]);
    if (block.meta === JOINS_NOTHING) this.#joinsNothing(block.map![0]);
    if (block.type !== 'inline' || !block.map) return;
    const [from, to] = block.map;
    const children = block.children ?? [];
    this.#text(children.map(printed).join(''), from, to);
    for (const [index, child] of children.entries()) {
      if (child.type === 'link_open') {
        const href = String(child.attrGet('href') ?? '');
        const end = children.findIndex(({ type }, at) => at > index && type === 'link_close');
        this.#link(href, from, to);
        this.#linkText(
          children
            .slice(index + 1, end)
            .map(wordsOf)
            .join(''),
          href,
          from,
          to,
        );
      }
      if (child.type === 'image') this.#image(String(child.attrGet('src') ?? ''), from, to);
    }
  }

  #text(content: string, from: number, to: number): void {
    if (!/[<*&]/.test(content)) return;
    for (const { 0: tag, groups } of content.matchAll(TAG)) {
      if (this.findings.length >= MOST_FINDINGS) return;
      const name = groups?.['name']?.toLowerCase() ?? tag;
      const span = this.#find([tag], from, to);
      // Written as &lt;b&gt; it was meant to be read.
      if (!span || (groups?.['end'] && this.#opened.has(name))) continue;
      this.#opened.add(name);
      const message = `正文里有网页代码 ${tag.replaceAll('\n', ' ').slice(0, 40)}`;
      this.#add('C101', span, message, '删掉它；表格、加粗、列表都有自己的写法，见手册');
    }
    for (const [mark] of content.replace(MASK, '').matchAll(BOLD)) {
      if (this.findings.length >= MOST_FINDINGS) return;
      const span = this.#find([mark], from, to);
      if (!span) continue;
      const inner = mark.replaceAll('**', '').trim();
      const help = inner ? `去掉星号里面的空格：**${inner}**` : '删掉多余的 **，或者在同一行补上另一半';
      this.#add('C102', span, `加粗没有起作用：${mark}`, help);
    }
    for (const [entity] of content.matchAll(ENTITY)) {
      if (this.findings.length >= MOST_FINDINGS) return;
      const meant = markdown.utils.unescapeAll(entity);
      const isText = meant === entity && !entity.startsWith('&#');
      const span = isText ? undefined : this.#find([entity], from, to);
      if (!span) continue;
      const help = /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(meant) ? `直接写 ${meant}` : '删掉，或者改成一个空格';
      this.#add('C126', span, `正文里有网页代码 ${entity}，会原样印出来`, help);
    }
  }

  #columns(index: number): void {
    const line = this.#lines[index]!;
    const columns = line.split(/(?<!\\)\|/u).length - 2;
    if (columns <= MOST_PRINTED) return;
    const help = '拆成几张表，或者整张表作为附件发布，正文里只留主要的几列';
    this.findings.push(ofLine('C125', line, index, `表格有 ${columns} 列，A4 纸上每一列放不下三个字`, help));
  }

  #joinsNothing(index: number): void {
    const span = this.#find(['^^'], index, index + 1);
    const message = '“^^”上面没有可以合并的格子';
    const help = '写上这一格的内容，或者留空；表头与表格之间、空行上下不能合并';
    if (span) this.#add('C124', span, message, help);
  }

  #link(href: string, from: number, to: number): void {
    if (!isAllowedLink(href)) {
      const message = `链接“${href.slice(0, 60)}”不能发布`;
      this.#add(
        'C103',
        this.#place(href, from, to),
        message,
        '改成 https:// 开头的完整网址，或者附件的文件名',
      );
    } else if (href.startsWith('#')) this.#anchor(href, from, to);
    else if (!isLocal(href) || !this.#files?.has(fileOf(href))) this.#page(href, from, to);
  }

  #anchor(href: string, from: number, to: number): void {
    if (PARTS.test(href) || anchorOf(href, this.#headings) !== undefined) return;
    const message = `本页没有“${decoded(href).slice(0, 60)}”这一处`;
    const [first] = this.#headings;
    const help = first ? `写小标题的文字，例如 #${first.text}` : '正文里没有小标题，删掉这个链接';
    this.#add('C127', this.#place(href, from, to), message, help);
  }

  #page(href: string, from: number, to: number): void {
    const link = this.#standing && siteLink(href, this.#standing.from, this.#standing.pages);
    if (link?.exists === false) {
      const message = `网站上没有“${decoded(href).slice(0, 60)}”这个网页或者这一处`;
      const help = '核对标识；本站的公告写 /announcements/标识/，附件写文件名';
      this.#add('C127', this.#place(href, from, to), message, help);
    } else if (!link && isLocal(href)) this.#target(href, from, to);
  }

  #linkText(words: string, href: string, from: number, to: number): void {
    const named = hostNamedBy(words);
    if (named === undefined || !isAllowedLink(href) || named === hostOf(href)) return;
    const target = hostOf(href) ?? href;
    const message = `链接写的是 ${named}，却通向 ${target.slice(0, 60)}`;
    const span = this.#find([words], from, to) ?? this.#place(href, from, to);
    this.#add('C109', span, message, '核对网址，让写的和通向的一致；或者改用单位名称作链接的文字');
  }

  #image(source: string, from: number, to: number): void {
    if (!isLocal(source)) {
      const message = `图片“${source.slice(0, 60)}”不在公告的文件夹里`;
      const help = '把图片存进公告的文件夹，写进“附件”，这里只写文件名';
      this.#add('C104', this.#place(source, from, to), message, help);
    } else this.#target(source, from, to);
  }

  #target(href: string, from: number, to: number): void {
    const file = fileOf(href);
    if (!this.#files || this.#files.has(file)) return;
    const help =
      this.#files.size > 0
        ? `附件有：${[...this.#files].join('、')}`
        : '把文件放进公告的文件夹，并写进“附件”';
    this.#add('C107', this.#place(href, from, to), `正文链接的“${file}”不在附件里`, help);
  }

  /** Where an address stands as it was typed; the parser hands it over percent-encoded. */
  #place(href: string, from: number, to: number): Span {
    const found = this.#find([href, decoded(href)], from, to);
    return found ?? { line: from + 1, column: 1, length: Math.max(1, [...this.#lines[from]!].length) };
  }

  /** The parser knows the lines of a block; the guilty text says where in them. */
  #find(texts: readonly string[], from: number, to: number): Span | undefined {
    const source = this.#lines.slice(from, to).join('\n');
    for (const text of texts) {
      if (text === '') continue;
      const key = `${from}:${text}`;
      const at = source.indexOf(text, this.#searched.get(key) ?? 0);
      this.#searched.set(key, at < 0 ? Infinity : at + text.length);
      if (at < 0) continue;
      const before = source.slice(0, at).split('\n');
      const length = Math.max(1, [...text.split('\n')[0]!].length);
      return { line: from + before.length, column: [...before.at(-1)!].length + 1, length };
    }
    return undefined;
  }

  #add(code: string, span: Span, message: string, help: string): void {
    this.findings.push({ code, ...span, message, help });
  }
}

/** What a reader sees of a token; code is shown as it is, so its content is of no interest here. */
const printed = ({ type, content }: Token): string =>
  type === 'text' ? content : type.endsWith('break') ? '\n' : type === 'code_inline' ? '\ufffc' : '';

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
