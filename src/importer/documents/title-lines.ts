import { attributeOf, childrenOf, isTag, isText, textOf, type Element } from '../../core/import/tree.ts';

/** Whether a block is a heading, in the middle of the page, or bold alone. */
export const isSetApart = (block: Element): boolean =>
  /^h[1-6]$/u.test(block.name) || isCentred(block) || isBold(block);

export const isCentred = (block: Element): boolean =>
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
export const wordsOf = (block: Element): string => lineJoined(textOf(block).split('\n'));
export const joined = (blocks: readonly Element[]): string => lineJoined(blocks.map(wordsOf));

function lineJoined(lines: readonly string[]): string {
  return (
    lines
      .map((line) => line.trim())
      // 招 标 公 告 is set wide for the eye.
      .map((line) =>
        /^\p{Script=Han}(?:[\s\p{Zs}]+\p{Script=Han})+$/u.test(line)
          ? line.replace(/[\s\p{Zs}]/gu, '')
          : line,
      )
      .reduce(
        (before, line) =>
          /[A-Za-z0-9]$/u.test(before) && /^[A-Za-z0-9]/u.test(line) ? `${before} ${line}` : before + line,
        '',
      )
  );
}
