import { useEffect, useRef, useState } from 'preact/hooks';
import type { BlockKind } from '../../../core/body/blocks.ts';
import type { StepProps } from '../draft/step-props.ts';
import { useDraft } from '../draft/use-draft.ts';
import { BlockBox } from './block-box.tsx';
import { EmptyBody } from './empty-body.tsx';
import { Differences } from './differences.tsx';
import {
  bodyOf,
  editedBody,
  firstLines,
  shifted,
  withNew,
  without,
  withPasted,
  withSource,
  withText,
  withWords,
  type EditedBody,
} from './document.ts';
import { ImportBox } from './import-box.tsx';
import { InsertMenu } from './insert-menu.tsx';
import { PasteNote, type PasteState } from './paste-note.tsx';
import { blocksOnClipboard } from './pasting.ts';
import { refusalIn } from '../server/loaded.tsx';

/** 正文: the text in blocks, each in a native control. */
export function BodyStep({ store, server }: StepProps) {
  const state = useDraft(store);
  const [edited, setEdited] = useEdited(store, state.body);
  const { isReadOnly } = state.draft;
  const lines = firstLines(edited);
  // What was typed while the desk looked at a paste stays.
  const current = useRef(edited);
  current.current = edited;
  const last = useRef<number>(undefined);
  const [pasting, setPasting] = useState<PasteState>();
  const paste = async (event: ClipboardEvent, id: number): Promise<void> => {
    const pasted = blocksOnClipboard(event.clipboardData);
    if (!pasted) return;
    event.preventDefault();
    setPasting({ is: 'busy' });
    try {
      const { body, messages } = await server.paste(state.draft.key, pasted);
      const before = current.current;
      const undo = (): void => {
        setEdited(before);
        setPasting(undefined);
      };
      setEdited(withPasted(before, id, body));
      setPasting({ is: 'done', messages, undo });
    } catch (error) {
      setPasting({ is: 'refused', refusal: refusalIn(error) });
    }
  };
  const insert = (place: number, kind: BlockKind, source: string): void => {
    last.current = edited.nextId;
    setEdited(withNew(edited, place, kind, source));
  };
  useEffect(() => {
    if (last.current === undefined) return;
    document.querySelector<HTMLElement>(`[data-block="${last.current}"]`)?.focus();
    last.current = undefined;
  }, [edited]);
  return (
    <>
      {!isReadOnly && (
        <ImportBox
          draftKey={state.draft.key}
          server={server}
          hasBody={state.body.trim() !== ''}
          onBody={(body) => store.write(body)}
          onAnswer={(label, answer) => store.answer(label, answer)}
          answers={state.answers}
        />
      )}
      <Differences state={state} store={store} />
      <PasteNote state={pasting} />
      <section class="blocks" aria-label="正文">
        {edited.blocks.length === 0 && (
          <EmptyBody state={state} onBody={isReadOnly ? undefined : (body) => store.write(body)} />
        )}
        {edited.blocks.map((block, index) => (
          <div key={block.id}>
            {!isReadOnly && <InsertMenu place={index} insert={insert} />}
            <BlockBox
              block={block}
              line={lines[index]!}
              place={index}
              isLast={index === edited.blocks.length - 1}
              isReadOnly={isReadOnly}
              onWords={(words) => setEdited(withWords(edited, block.id, words))}
              files={state.files}
              onText={(text) => setEdited(withText(edited, block.id, text))}
              onSource={(source) => setEdited(withSource(edited, block.id, source))}
              onPaste={(event) => void paste(event, block.id)}
              onMove={(by) => setEdited(shifted(edited, block.id, by))}
              onRemove={() => setEdited(without(edited, block.id))}
            />
          </div>
        ))}
        {!isReadOnly && <InsertMenu place={edited.blocks.length} insert={insert} isOpen />}
      </section>
    </>
  );
}

/** The blocks of a body; it is cut anew only where it was changed elsewhere, as by an import. */
function useEdited(store: StepProps['store'], body: string) {
  const [edited, setEdited] = useState(() => editedBody(body));
  const written = useRef(body);
  useEffect(() => {
    // What was drawn may be older than what has been typed since: on a slow machine it would take the caret away.
    const now = store.state.body;
    if (now === written.current) return;
    written.current = now;
    setEdited(editedBody(now));
  }, [body]);
  const edit = (next: EditedBody): void => {
    setEdited(next);
    const text = bodyOf(next);
    if (text === written.current) return;
    written.current = text;
    store.write(text);
  };
  return [edited, edit] as const;
}
