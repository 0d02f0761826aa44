import type { AnyNode } from '../../core/import/tree.ts';
import type { Doubt } from '../../core/import/written.ts';
import type { Line, SavedPage } from '../page/saved.ts';
import { linesWithin } from './places.ts';

const HEADING = /(?:公告|公示|通知书?|更正|变更|补充通知|澄清|答疑|答复)(?:[（(][^（）()]{1,20}[）)])?$/u;
const DAY =
  /^\s*(?:\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|二[〇○Oo0零][〇○一二三四五六七八九零]{2}年.{2,8}日)\s*$/u;

/** A title of its own in the middle of a body, after the day that signs what stands before: perhaps a second notice. */
export function secondNotice(page: SavedPage, body: readonly AnyNode[]): Doubt | undefined {
  const lines = linesWithin(page, body);
  const second = lines.find(
    (line, index) => isHeading(line, lines.slice(index + 1)) && isSigned(lines.slice(0, index)),
  );
  if (!second) return undefined;
  return {
    code: 'G110',
    message: `正文里可能有两份公告，第二份从“${[...second.text].slice(0, 40).join('')}”开始`,
    help: '看一下原来的网页；是两份的，分成两份公告发布',
    line: second.line,
  };
}

const isHeading = ({ text, size }: Line, rest: readonly Line[]): boolean =>
  size >= 4 &&
  size <= 60 &&
  HEADING.test(text.trim()) &&
  !/[，。；：:]|^附件|见|详/u.test(text) &&
  rest.length >= 3;

/** Whether the lines before end in the day of a signature. */
const isSigned = (before: readonly Line[]): boolean =>
  before.length >= 4 && before.slice(-4).some(({ text }) => DAY.test(text));
