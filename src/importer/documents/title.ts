import {
  attributeOf,
  childrenOf,
  elementAt,
  isBlock,
  isTag,
  isText,
  textOf,
  type AnyNode,
  type Document,
  type Element,
} from '../../core/import/tree.ts';

/** A document parted into its title and what follows; without a title, all of it is body. */
interface Titled {
  title: string;
  body: readonly AnyNode[];
  /** Words right before the title that may belong to it. */
  before: string;
}

/** How many blocks from the beginning are looked at for the title, and of how many lines one consists at most. */
const FARTHEST = 8;
const MOST_LINES = 4;
/** Longest title, in characters. */
const LONGEST = 120;

/** How titles of announcements end. */
const ENDS =
  /(?:公告|公示|公报|通告|通知|计划|意向|澄清|答疑|补遗|合同|结果|意见|函|决定|说明|报告|书)(?:[（(【〔[][^（）()]{1,20}[）)】〕\]])?$/u;

/** What is never a part of a title: `label：value`, a number of a paragraph, who is addressed, an annex. */
const NO_TITLE =
  /[:：。；;]|^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|第[一二三]章|附件|目\s*录|致)/u;

/**
 * Finds the title of a document: the first lines in the middle of the page, of a heading or bold alone, which may be
 * several and end as titles of announcements do. The title is a field of its own, so it leaves the body.
 */
export function titledOf(tree: Document): Titled {
  const root = elementAt('body', tree) ?? tree;
  const blocks = blocksOf(root);
  const first = blocks.slice(0, FARTHEST);
  const start = first.findIndex((block) => canBegin(block));
  const none = { title: '', body: childrenOf(root), before: '' };
  if (start < 0) return none;
  const lines: Element[] = [];
  for (const block of first.slice(start, start + MOST_LINES)) {
    if (lines.length > 0 && !isSetApart(block)) break;
    if (NO_TITLE.test(wordsOf(block))) break;
    lines.push(block);
    if (ENDS.test(joined(lines)) && !goesOn(first[start + lines.length])) break;
  }
  const title = joined(lines);
  const isSure = ENDS.test(title) || (lines.length > 0 && isSetApart(lines[0]!));
  if (!isSure || [...title].length > LONGEST) return none;
  const above = start === 0 ? '' : wordsOf(first[start - 1]!);
  return {
    title,
    body: childrenOf(root).filter((node) => !lines.includes(node as Element)),
    before: NO_TITLE.test(above) || [...above].length > LONGEST ? '' : above,
  };
}

/** The paragraphs and headings directly in the body that say something. */
const blocksOf = (root: AnyNode): readonly Element[] =>
  childrenOf(root).filter((node): node is Element => isBlock(node) && wordsOf(node) !== '');

const canBegin = (block: Element): boolean =>
  block.name !== 'table' &&
  !NO_TITLE.test(wordsOf(block)) &&
  (isSetApart(block) || ENDS.test(wordsOf(block)));

/** A line such as （第二次） or （资格后审） below a title belongs to it. */
const goesOn = (block: Element | undefined): boolean =>
  block !== undefined &&
  isSetApart(block) &&
  /^[（(【〔[].{1,20}[）)】〕\]]$/u.test(wordsOf(block)) &&
  !NO_TITLE.test(wordsOf(block));

const isSetApart = (block: Element): boolean =>
  /^h[1-6]$/u.test(block.name) || isCentred(block) || isBold(block);

const isCentred = (block: Element): boolean =>
  attributeOf(block, 'class') === 'centred' ||
  attributeOf(block, 'align') === 'center' ||
  /text-align\s*:\s*center/iu.test(attributeOf(block, 'style') ?? '');

/** Whether all words of a block are bold. */
const isBold = (block: Element): boolean =>
  childrenOf(block).every(
    (node) =>
      (isText(node) && node.data.trim() === '') || (isTag(node) && ['strong', 'b', 'br'].includes(node.name)),
  );

/** A title over several lines is one; Chinese lines are joined without a blank. */
const wordsOf = (block: Element): string => lineJoined(textOf(block).split('\n'));
const joined = (blocks: readonly Element[]): string => lineJoined(blocks.map(wordsOf));

function lineJoined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce(
      (before, line) =>
        /[A-Za-z0-9]$/u.test(before) && /^[A-Za-z0-9]/u.test(line) ? `${before} ${line}` : before + line,
      '',
    );
}
