import { cut, joined, type Block, type Blocks } from '../blocks.ts';

/*
 * What somebody does to the blocks of a body. The source of every other block stays byte for byte; between two that
 * come to stand beside each other there is an empty line, so that neither is read into the other.
 */

/** The same blocks, one of them written anew; one without words goes. */
export function replaced(blocks: Blocks, index: number, block: Pick<Block, 'kind' | 'source'>): Blocks {
  if (block.source.trim() === '') return removed(blocks, index);
  const list = blocks.blocks.with(index, { ...block, gap: blocks.blocks[index]!.gap });
  // Only the neighbours can be read into it, or it into them: a long body is not read at each key.
  const around = { before: '', blocks: list.slice(Math.max(0, index - 1), index + 2) };
  const isClear = runsOn(around) === undefined;
  return { ...blocks, blocks: isClear ? list : apartAt(apartAt(list, index - 1), index) };
}

/** The same blocks with one more, before the one that has this place now. */
export function inserted(blocks: Blocks, index: number, block: Pick<Block, 'kind' | 'source'>): Blocks {
  const list = [...blocks.blocks];
  const last = list.at(-1);
  // What ends the body ends it as before.
  const gap = index === list.length ? (last?.gap ?? '\n') : EMPTY_LINE;
  list.splice(index, 0, { ...block, gap });
  return { ...blocks, blocks: apartAt(list, index - 1) };
}

/** The same blocks without one. */
export function removed(blocks: Blocks, index: number): Blocks {
  const list = [...blocks.blocks];
  const [gone] = list.splice(index, 1);
  if (index === list.length && index > 0) list[index - 1] = { ...list[index - 1]!, gap: gone!.gap };
  return { ...blocks, blocks: apartAt(list, index - 1) };
}

/** The same blocks, one of them in another place: `to` is the place that it has then. */
export const moved = (blocks: Blocks, from: number, to: number): Blocks =>
  from === to ? blocks : inserted(removed(blocks, from), to, blocks.blocks[from]!);

/**
 * The first block that what follows is read into, as code without its end does; nothing where each is read by itself.
 * Two lists one below the other are one.
 */
export function runsOn(blocks: Blocks): number | undefined {
  const read = new Set(startsOf(cut(joined(blocks))));
  const { blocks: list } = blocks;
  const lost = startsOf(blocks).findIndex(
    (start, index) => !read.has(start) && !(isList(list[index - 1]) && isList(list[index])),
  );
  return lost > 0 ? lost - 1 : undefined;
}

/** What was typed as a paragraph may be a list: a line that begins with a number is an item. */
const isList = (block: Block | undefined): boolean =>
  block !== undefined && cut(block.source).blocks.at(-1)?.kind === 'list';

/** Where the blocks begin in the body. */
function startsOf({ before, blocks }: Blocks): readonly number[] {
  let at = before.length;
  return blocks.map(({ source, gap }) => {
    const start = at;
    at += source.length + gap.length;
    return start;
  });
}

const EMPTY_LINE = '\n\n';

/** An empty line behind one block, where another follows. */
const apartAt = (blocks: readonly Block[], index: number): readonly Block[] =>
  index < 0 || index >= blocks.length - 1 || /\n[^\S\n]*\n|\r[^\S\r\n]*\r/u.test(blocks[index]!.gap)
    ? blocks
    : blocks.with(index, { ...blocks[index]!, gap: EMPTY_LINE });
