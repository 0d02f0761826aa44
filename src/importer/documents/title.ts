import {
  childrenOf,
  elementAt,
  elementsAt,
  isBlock,
  type AnyNode,
  type Document,
  type Element,
} from '../../core/import/tree.ts';
import { isSetApart, joined, wordsOf } from './title-lines.ts';

/** A document parted into its title and what follows; without a title, all of it is body. */
interface Titled {
  title: string;
  body: readonly AnyNode[];
  /** Words right before the title that may belong to it. */
  before: string;
  /** What follows the title, block by block. */
  behind: readonly Element[];
}

/** How many blocks from the beginning are looked at for the title, and of how many lines one consists at most. */
const FARTHEST = 8;
const MOST_LINES = 4;
/** Longest title, in characters. */
const LONGEST = 120;

/** The number of a paper on a line of its own, below the name of the office that stands over it. */
const NUMBER = /^[\p{Script=Han}、]{0,20}[〔[【（(]?\s*(?:19|20)\d{2}\s*[〕\]】）)年]\s*第?\s*\d{1,5}\s*号$/u;
/** The name of the office over a paper. */
const OFFICE = /(?:局|中心|政府|委员会|委|厅|办公室|办事处|院|校|集团|公司|部)文件$/u;
/** Who wrote the paper for another; it may stand over a title that is not about it. */
const AGENCY = /(?:招标|采购|代理|咨询|项目管理|造价)[^，。]{0,12}公司$/u;
/** The code of the project in brackets between the lines of a title. */
const CODE = /^[（(【[][^（）()]{0,8}(?:编号|代码)[:：].*[）)】\]]$/u;

const isHead = (words: string): boolean => NUMBER.test(words) || OFFICE.test(words);

/** The cover of a volume that has the announcement for its first chapter, and how far behind it that may begin. */
const COVER = /(?:招标|采购|磋商|谈判|询价|资格预审|比选|征集)文件$/u;
const BEHIND_COVER = 60;

/** How titles of announcements end. */
const ENDS =
  /(?:公告|公示|公报|通告|通知|计划|意向|澄清|答疑|补遗|合同|结果|意见|函|决定|说明|报告|书)(?:[（(【〔[][^（）()]{1,20}[）)】〕\]])?$/u;

/** What is never a part of a title: `label：value`, a number of a paragraph, who is addressed, an annex. */
const NO_TITLE =
  /[:：。；;]|^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|第[一二三]章|附件|目\s*录|致)/u;

/** In brackets a title may have a number with its label: （项目编号：GM-JS-2026-901）. */
export function isNoTitle(words: string): boolean {
  const outside = words.replaceAll(/[（(【〔[][^（）()]*[）)】〕\]]/gu, '').trim();
  return outside === '' || NO_TITLE.test(outside) || /^[（(][一二三四五六七八九十\d]+[)）]/u.test(words);
}

/**
 * Finds the title of a document: the first lines in the middle of the page, of a heading or bold alone, which may be
 * several and end as titles of announcements do. The title is a field of its own, so it leaves the body.
 */
export function titledOf(tree: Document): Titled {
  const root = elementAt('body', tree) ?? tree;
  const blocks = blocksOf(root);
  const runs = startsIn(blocks).flatMap((start) => runFrom(blocks, start) ?? []);
  const run = runs.find(({ title }) => ENDS.test(title)) ?? runs[0];
  if (!run) return { title: titleInTable(blocks[0]), body: childrenOf(root), before: '', behind: blocks };
  const { title, lines, start, end } = run;
  const above = start === 0 ? '' : wordsOf(blocks[start - 1]!);
  return {
    title,
    body: childrenOf(root).filter((node) => !lines.includes(node as Element)),
    before: isHead(above) || isNoTitle(above) || [...above].length > LONGEST ? '' : above,
    behind: blocks.slice(end),
  };
}

/** The first row of a form that is one table, where its only words are a whole title; it stays in the table. */
function titleInTable(block: Element | undefined): string {
  const row = block?.name === 'table' ? elementsAt('tr', block)[0] : undefined;
  const cells = row ? elementsAt('td, th', row).filter((cell) => wordsOf(cell) !== '') : [];
  const words = cells.length === 1 ? wordsOf(cells[0]!) : '';
  return ENDS.test(words) && !NO_TITLE.test(words) && words.length >= SHORTEST ? words : '';
}

/** Fewest characters of a title that says what it is about: 招标公告 alone may head a chapter. */
const SHORTEST = 8;

interface Run {
  title: string;
  lines: readonly Element[];
  /** Which block it begins with, and which is the first behind it. */
  start: number;
  end: number;
}

/** From where titles are looked for: below the head of a paper and its number, below a cover, from the beginning. */
function startsIn(blocks: readonly Element[]): readonly number[] {
  const first = blocks.slice(0, FARTHEST).map(wordsOf);
  const number = first.findLastIndex((words) => NUMBER.test(words));
  const cover = first.findIndex((words) => COVER.test(words));
  return [...(number < 0 ? [] : [number + 1]), ...(cover < 0 ? [] : [cover + 1]), 0];
}

function runFrom(blocks: readonly Element[], from: number): Run | undefined {
  const farthest = from === 0 || NUMBER.test(wordsOf(blocks[from - 1]!)) ? FARTHEST : BEHIND_COVER;
  const at = blocks.slice(from, from + farthest).findIndex((block) => canBegin(block));
  if (at < 0) return undefined;
  const start = from + at;
  const lines: Element[] = [];
  let end = start;
  for (const [index, block] of blocks.slice(start, start + MOST_LINES + 1).entries()) {
    if (lines.length > 0 && !isSetApart(block)) break;
    const words = wordsOf(block);
    if (lines.length > 0 && CODE.test(words)) continue;
    if ((isNoTitle(words) && !(lines.length > 0 && isAside(block))) || isHead(words)) break;
    lines.push(block);
    end = start + index + 1;
    if (ENDS.test(joined(lines)) && !goesOn(joined(lines), blocks[end])) break;
  }
  const title = joined(lines);
  const isSure = ENDS.test(title) || (lines.length > 0 && isSetApart(lines[0]!));
  return isSure && [...title].length <= LONGEST ? { title, lines, start, end } : undefined;
}

/** The paragraphs and headings directly in the body that say something. */
const blocksOf = (root: AnyNode): readonly Element[] =>
  childrenOf(root).filter((node): node is Element => isBlock(node) && wordsOf(node) !== '');

const canBegin = (block: Element): boolean =>
  block.name !== 'table' &&
  !isNoTitle(wordsOf(block)) &&
  !isHead(wordsOf(block)) &&
  !AGENCY.test(wordsOf(block)) &&
  (isSetApart(block) || ENDS.test(wordsOf(block)));

/** A line such as （第二次） or （资格后审） below a title belongs to it. */
const isAside = (block: Element): boolean =>
  isSetApart(block) &&
  /^[（(【〔[].{1,20}[）)】〕\]]$/u.test(wordsOf(block)) &&
  !NO_TITLE.test(wordsOf(block));

/** Whether a title that could end goes on: with an aside, or with 公示 below 示例项目采购合同. */
const goesOn = (title: string, block: Element | undefined): boolean =>
  block !== undefined &&
  (isAside(block) ||
    (isSetApart(block) &&
      !isNoTitle(wordsOf(block)) &&
      KIND.test(wordsOf(block)) &&
      !/(?:公告|公示|通知|通告)$/u.test(title)));

const KIND = /^.{0,8}(?:公告|公示|通知|通告)$/u;
