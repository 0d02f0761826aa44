import { bareText } from '../body/blocks/text.ts';
import { written } from '../body/blocks/write.ts';
import { MOST_COLUMNS } from '../body/check-body.ts';
import { tableFrom, tooWide } from '../body/table/make.ts';
import { writtenTable } from '../body/table/grid.ts';
import { toMarkdown, type Targets, type Written } from '../import/markdown.ts';
import { toldOfStruck } from '../import/struck.ts';
import { lossOf } from '../import/verify.ts';
import type { Pasted, PastedBlocks } from './api.ts';
import { cellsOf, isRange } from './cells.ts';
import { clipboardIn } from './clipboard.ts';

/** What somebody has copied elsewhere, as blocks of a body, and what of it did not come along, a sentence each. */
export function pastedBlocks({ html = '', text = '' }: Pasted): PastedBlocks {
  const fromHtml = html.trim() === '' ? undefined : blocksOfHtml(html);
  if (fromHtml && fromHtml.body + fromHtml.messages.join('') !== '') return fromHtml;
  return isRange(text) ? tableOfText(text) : { body: linesOfText(text), messages: [] };
}

/** A range of a spreadsheet as a table, its first row the head; it is asked for where no HTML came with it. */
function tableOfText(text: string): PastedBlocks {
  const table = tableFrom(cellsOf(text));
  return 'refusal' in table
    ? { body: '', messages: [table.refusal] }
    : { body: `${writtenTable(table.grid)}\n`, messages: [] };
}

/** Lines as they are; one that ends a paragraph, as other programs put each on a line, is one of its own. */
function linesOfText(text: string): string {
  const lines = text.replaceAll(/\r\n?/gu, '\n').split('\n');
  const apart = lines.map((line) => (/^.{29,}[。！？][”）]?$/u.test(line.trim()) ? `${line}\n` : line));
  const body = written(bareText(apart.join('\n')), { kind: 'paragraph' });
  return body === '' ? '' : `${body}\n`;
}

/** The rest of the site is not known here, and of pictures only their address on another machine. */
const TARGETS: Targets = {
  link: (address) => (/^(?:https?:\/\/|mailto:)/iu.test(address) ? address : undefined),
  image: () => undefined,
};

function blocksOfHtml(html: string): PastedBlocks {
  try {
    const { nodes, columns, struck } = clipboardIn(html);
    const left = toldOfStruck(struck);
    if (columns > MOST_COLUMNS) return { body: '', messages: [tooWide(columns)] };
    const blocks = toMarkdown(nodes, TARGETS);
    const loss = lossOf(nodes, blocks);
    return {
      body: blocks.markdown,
      messages: [
        ...(left === undefined ? [] : [`${left}。`]),
        ...messagesOf(blocks),
        ...(loss === undefined ? [] : [`有一处和原文不一样，${loss}。请对照改正。`]),
      ],
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { body: '', messages: ['粘贴的内容太多。请分几次粘贴，或者用“从 Word 文件导入”。'] };
  }
}

/** What is worth telling of what was left out; the rest is looks. */
const LEFT_OUT: Readonly<Record<string, (count: number) => string>> = {
  图片: (count) => `有 ${count} 张图片没有粘贴过来。请存成文件，放进“附件”。`,
  链接: (count) => `有 ${count} 处链接只留下了文字。`,
  公式: (count) => `有 ${count} 个公式没有粘贴过来。请照原文写成文字。`,
  图形: (count) => `有 ${count} 个图形没有粘贴过来。请存成图片，放进“附件”。`,
  隐藏内容: (count) => `原文里隐藏的内容有 ${count} 处，没有粘贴过来。`,
};

const messagesOf = ({ drops, doubts }: Written): readonly string[] => [
  ...Object.entries(drops).flatMap(([reason, count]) => LEFT_OUT[reason]?.(count) ?? []),
  ...doubts.map(({ message, help }) => (help === undefined ? `${message}。` : `${message}。${help}。`)),
];
