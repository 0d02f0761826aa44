import { cut, type Block, type BlockKind } from '../../../core/body/blocks.ts';

/** A block that is being edited; its id stays while its text changes. */
export interface EditedBlock extends Block {
  readonly id: number;
}

/** A body in the hands of a clerk: blocks that were not touched keep their very text. */
export interface EditedBody {
  readonly before: string;
  readonly blocks: readonly EditedBlock[];
  readonly nextId: number;
}

export function editedBody(body: string): EditedBody {
  const { before, blocks } = cut(body);
  return { before, blocks: blocks.map((block, id) => ({ ...block, id })), nextId: blocks.length };
}

/** What a block is parted from the next by, where there was none yet. */
const GAP = '\n\n';

/** The body that the blocks make; one that was emptied is none. */
export const bodyOf = ({ before, blocks }: EditedBody): string => {
  const filled = blocks.filter(({ source }) => source !== '');
  return (
    before +
    filled
      .map(({ source, gap }, index) => source + (index < filled.length - 1 && !isApart(gap) ? GAP : gap))
      .join('')
  );
};

/** Whether it parts two blocks; one end of a line does not, since they could run into each other. */
const isApart = (gap: string): boolean => (gap.match(/\r\n|\r|\n/gu) ?? []).length > 1;

export const withSource = (body: EditedBody, id: number, source: string): EditedBody => ({
  ...body,
  blocks: body.blocks.map((block) => (block.id === id ? { ...block, source } : block)),
});

/** A new block before the one with this place; behind the last where it is their number. */
export function withBlockAt(body: EditedBody, place: number, kind: BlockKind, source: string): EditedBody {
  const added = { kind, source, gap: place === body.blocks.length ? '\n' : GAP, id: body.nextId };
  return { ...body, blocks: body.blocks.toSpliced(place, 0, added), nextId: body.nextId + 1 };
}

export const withoutBlock = (body: EditedBody, id: number): EditedBody => ({
  ...body,
  blocks: body.blocks.filter((block) => block.id !== id),
});

/** @param by -1 up, 1 down */
export function movedBlock(body: EditedBody, id: number, by: -1 | 1): EditedBody {
  const from = body.blocks.findIndex((block) => block.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= body.blocks.length) return body;
  const others = body.blocks.toSpliced(from, 1);
  return { ...body, blocks: others.toSpliced(to, 0, body.blocks[from]!) };
}

/** The line of the body at which each block begins, from 0. */
export function firstLines({ before, blocks }: EditedBody): readonly number[] {
  let line = lineEnds(before);
  return blocks.map(({ source, gap }) => {
    const first = line;
    line += lineEnds(source + gap);
    return first;
  });
}

const lineEnds = (text: string): number => (text.match(/\r\n|\r|\n/gu) ?? []).length;
