import { cut, joined, type Block, type BlockKind, type Blocks } from '../../../core/body/blocks.ts';
import { inserted, moved, removed, replaced } from '../../../core/body/blocks/edit.ts';
import { levelOf, textOf } from '../../../core/body/blocks/read.ts';
import { typed, type Text } from '../../../core/body/blocks/text.ts';
import { written, type Form } from '../../../core/body/blocks/write.ts';

/** A block in the hands of a clerk. One without words stands on the screen alone and in no body. */
export interface EditedBlock {
  /** Stays while its words change and while it moves. */
  readonly id: number;
  readonly kind: BlockKind;
  readonly source: string;
  /** Its words as they were typed; nothing where its source is shown. */
  readonly text: Text | undefined;
  readonly level: number;
}

/** A body that is being edited; blocks that nobody touches keep their very bytes. */
export interface EditedBody {
  readonly blocks: readonly EditedBlock[];
  /** Of those that have words. */
  readonly body: Blocks;
  readonly nextId: number;
}

export function editedBody(text: string): EditedBody {
  const body = cut(text);
  return { body, blocks: body.blocks.map(editedBlock), nextId: body.blocks.length };
}

const editedBlock = ({ kind, source }: Pick<Block, 'kind' | 'source'>, id: number): EditedBlock => ({
  ...{ id, kind, source },
  text: textOf({ kind, source }),
  level: levelOf({ source }) || 2,
});

export const bodyOf = ({ body }: EditedBody): string => joined(body);

/** What was typed into a block whose words are shown. */
export const withWords = (edited: EditedBody, id: number, words: string): EditedBody =>
  withText(edited, id, typed(edited.blocks.find((one) => one.id === id)!.text!, words));

/** The words of a block with what is bold in them and where they lead. */
export function withText(edited: EditedBody, id: number, text: Text): EditedBody {
  const block = edited.blocks.find((one) => one.id === id)!;
  return withBlock(edited, { ...block, text, source: written(text, formOf(block)) });
}

/** What was typed into a block whose source is shown, or what was made of a table or a picture. */
export const withSource = (edited: EditedBody, id: number, source: string): EditedBody =>
  withBlock(edited, { ...edited.blocks.find((one) => one.id === id)!, source });

const formOf = ({ kind, level }: EditedBlock): Form =>
  kind === 'heading' ? { kind, level } : { kind: kind === 'list' ? 'list' : 'paragraph' };

function withBlock(edited: EditedBody, block: EditedBlock): EditedBody {
  const at = edited.blocks.findIndex(({ id }) => id === block.id);
  const [was, is] = [hasWords(edited.blocks[at]!), hasWords(block)];
  const place = placeOf(edited, at);
  const change = (): Blocks => {
    if (was) return is ? replaced(edited.body, place, block) : removed(edited.body, place);
    return is ? inserted(edited.body, place, block) : edited.body;
  };
  return { ...edited, body: change(), blocks: edited.blocks.toSpliced(at, 1, block) };
}

/** A new block before the one with this place on the screen, without words yet unless it is given some. */
export function withNew(edited: EditedBody, at: number, kind: BlockKind, source = ''): EditedBody {
  const isShown = kind !== 'table' && kind !== 'source' && kind !== 'image';
  const block: EditedBlock = {
    ...{ id: edited.nextId, kind, source, level: 2 },
    text: isShown ? { words: '', looks: [] } : undefined,
  };
  const body = source === '' ? edited.body : inserted(edited.body, placeOf(edited, at), block);
  return { body, blocks: edited.blocks.toSpliced(at, 0, block), nextId: edited.nextId + 1 };
}

/** The blocks of a text behind a block, or in its place where it has no words. */
export function withPasted(edited: EditedBody, id: number, text: string): EditedBody {
  const at = edited.blocks.findIndex((block) => block.id === id);
  const isEmpty = !hasWords(edited.blocks[at]!);
  const base = isEmpty ? without(edited, id) : edited;
  return cut(text).blocks.reduce<EditedBody>((all, block, index) => {
    const place = (isEmpty ? at : at + 1) + index;
    return {
      body: inserted(all.body, placeOf(all, place), block),
      blocks: all.blocks.toSpliced(place, 0, editedBlock(block, all.nextId)),
      nextId: all.nextId + 1,
    };
  }, base);
}

export function without(edited: EditedBody, id: number): EditedBody {
  const at = edited.blocks.findIndex((block) => block.id === id);
  const body = hasWords(edited.blocks[at]!) ? removed(edited.body, placeOf(edited, at)) : edited.body;
  return { ...edited, body, blocks: edited.blocks.toSpliced(at, 1) };
}

/** @param by -1 up, 1 down */
export function shifted(edited: EditedBody, id: number, by: -1 | 1): EditedBody {
  const from = edited.blocks.findIndex((block) => block.id === id);
  const to = from + by;
  const [block, other] = [edited.blocks[from], edited.blocks[to]];
  if (!block || !other) return edited;
  const blocks = edited.blocks.toSpliced(from, 1).toSpliced(to, 0, block);
  const isMoved = hasWords(block) && hasWords(other);
  const place = placeOf(edited, from);
  return { ...edited, blocks, body: isMoved ? moved(edited.body, place, place + by) : edited.body };
}

/** The line of the body at which each block on the screen begins, from 0. */
export function firstLines({ body, blocks }: EditedBody): readonly number[] {
  let [line, place] = [lineEnds(body.before), 0];
  return blocks.map((block) => {
    const first = line;
    if (hasWords(block)) {
      const { source = '', gap = '' } = body.blocks[place++] ?? {};
      line += lineEnds(source + gap);
    }
    return first;
  });
}

const lineEnds = (text: string): number => (text.match(/\r\n|\r|\n/gu) ?? []).length;

const hasWords = ({ source }: EditedBlock): boolean => source.trim() !== '';

/** How many blocks of the body stand before this place on the screen. */
const placeOf = ({ blocks }: EditedBody, at: number): number => blocks.slice(0, at).filter(hasWords).length;
