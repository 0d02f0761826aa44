import type { Element } from '../../core/import/tree.ts';
import { isCentred, joined, wordsOf } from './title-lines.ts';
import { isNoTitle } from './title.ts';

/** Where something else than the announcement begins in its file. */
interface OtherPart {
  kind: 'announcement' | 'annex';
  words: string;
  node: Element;
}

/** Of how many lines a title consists at most, and how long one is that says what it is about. */
const MOST_LINES = 4;
const SHORTEST = 8;

const ANNEX = /^附(?:件|表|录)\s*[一二三四五六七八九十\d]{0,2}\s*[:：]?$/u;

/** Forms that bidders fill in, which documents have behind the announcement. */
const FORM =
  /^[^:：]*(?:投标函|响应函|报价函|声明函|承诺函|承诺书|委托书|授权书|证明书|申请书|申请表|登记表|报名表|报价表)(?:（?格式）?)?$/u;

/**
 * The first line in the middle of the page, behind the title, with which another announcement or a form for bidders
 * begins; nothing where there is none. What stands from there on is not said of the announcement.
 */
export function otherPartIn(blocks: readonly Element[], title: string): OtherPart | undefined {
  for (const [at, node] of blocks.entries()) {
    const lines = blocks.slice(at, at + MOST_LINES);
    if (isForm(lines)) return { kind: 'annex', words: wordsOf(node), node };
    const end = lines.findIndex((block) => !isCentred(block) || isNoTitle(wordsOf(block)));
    const words = joined(end < 0 ? lines : lines.slice(0, end));
    if (/(?:公告|公示|通知)$/u.test(words) && words.length >= SHORTEST && words !== title)
      return { kind: 'announcement', words, node };
  }
  return undefined;
}

/** 投标函 or 附件1 in the middle of the page, or 附件1 at its edge where a line in the middle follows. */
function isForm([first, second]: readonly Element[]): boolean {
  const isMiddle = isCentred(first!) || (second !== undefined && isCentred(second));
  return (ANNEX.test(wordsOf(first!)) && isMiddle) || (FORM.test(wordsOf(first!)) && isCentred(first!));
}
