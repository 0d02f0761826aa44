import { useState } from 'preact/hooks';
import type { BlockKind } from '../../../core/body/blocks.ts';
import type { Text } from '../../../core/body/blocks/text.ts';
import { tableIn } from '../../../core/body/table/grid.ts';
import type { DraftFile } from '../../../core/desk/api.ts';
import { TextArea } from '../form/text-input.tsx';
import type { EditedBlock } from './document.ts';
import { Looks, LookTools } from './look-tools.tsx';
import { continueList } from './next-item.ts';
import { PictureEditor } from './picture-editor.tsx';
import { TableEditor } from './table-editor.tsx';

export const BLOCK_NAMES: Readonly<Record<BlockKind, string>> = {
  heading: '小标题',
  paragraph: '段落',
  list: '编号',
  table: '表格',
  image: '图片',
  source: '原样',
};

interface BlockProps {
  readonly block: EditedBlock;
  /** Of the body, from 0. */
  readonly line: number;
  readonly place: number;
  readonly isLast: boolean;
  readonly isReadOnly: boolean;
  readonly files: readonly DraftFile[];
  readonly onWords: (words: string) => void;
  readonly onText: (text: Text) => void;
  readonly onSource: (source: string) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One block of the body with what can be done to it. */
export function BlockBox(props: BlockProps) {
  const { block, line, place, isLast, isReadOnly, files, onText, onMove, onRemove } = props;
  const name = `${BLOCK_NAMES[block.kind]}，第 ${place + 1} 块`;
  return (
    <div class={`block block-${block.kind}`} role="group" aria-label={name} tabIndex={-1} data-line={line}>
      <BlockText {...props} name={name} />
      {block.text && <Looks text={block.text} name={name} {...(!isReadOnly && { onText })} />}
      <p class="block-tools">
        <span class="block-name">{BLOCK_NAMES[block.kind]}</span>
        {!isReadOnly && (
          <>
            <button type="button" class="button-text" disabled={place === 0} onClick={() => onMove(-1)}>
              上移<span class="unseen">{name}</span>
            </button>
            <button type="button" class="button-text" disabled={isLast} onClick={() => onMove(1)}>
              下移<span class="unseen">{name}</span>
            </button>
            {block.text && block.kind !== 'heading' && (
              <LookTools controlId={`block-${block.id}`} text={block.text} {...{ name, files, onText }} />
            )}
            <Remove name={name} isEmpty={block.source === ''} onRemove={onRemove} />
          </>
        )}
      </p>
    </div>
  );
}

/** Words are shown as a reader sees them; what no block knows, as it is written. */
function BlockText(props: BlockProps & { name: string }) {
  const { block, isReadOnly, files, onWords, onSource, onPaste, name } = props;
  const { id, kind, text, source } = block;
  if (kind === 'table' && isTable(source))
    return <TableEditor id={id} name={name} source={source} isReadOnly={isReadOnly} onSource={onSource} />;
  if (kind === 'image') return <PictureEditor {...{ id, name, source, files, isReadOnly, onSource }} />;
  return (
    <TextArea
      id={`block-${id}`}
      blockId={id}
      label={name}
      rows={kind === 'heading' ? 1 : 2}
      value={text?.words ?? source}
      onValue={text ? onWords : onSource}
      onPaste={onPaste}
      onKeyDown={kind === 'list' || kind === 'paragraph' ? continueList : undefined}
      isReadOnly={isReadOnly}
    />
  );
}

const isTable = (source: string): boolean => tableIn(source) !== undefined;

/** What has words in it asks once more. */
function Remove({ name, isEmpty, onRemove }: { name: string; isEmpty: boolean; onRemove: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" class="button-text" onClick={() => (isEmpty ? onRemove() : setIsAsking(true))}>
        删去<span class="unseen">{name}</span>
      </button>
    );
  return (
    <span role="group" aria-label={`删去${name}吗`}>
      删去这一块吗？
      <button type="button" class="button-text button-stop" onClick={onRemove}>
        删去
      </button>
      <button type="button" class="button-text" onClick={() => setIsAsking(false)}>
        留着
      </button>
    </span>
  );
}
