import type { Refusal } from '../../../core/desk/api.ts';
import { Trouble } from '../server/loaded.tsx';

/** What became of a paste, and the way back. */
export type PasteState =
  | { readonly is: 'busy' }
  | { readonly is: 'done'; readonly messages: readonly string[]; readonly undo: () => void }
  | { readonly is: 'refused'; readonly refusal: Refusal };

export function PasteNote({ state }: { state: PasteState | undefined }) {
  if (!state) return null;
  if (state.is === 'refused') return <Trouble refusal={state.refusal} />;
  return (
    <div role="status" class="offer">
      {state.is === 'busy' ? (
        <span>正在贴……</span>
      ) : (
        <>
          <span>贴好了。{state.messages.join('')}</span>
          <button type="button" class="button-text" onClick={state.undo}>
            撤销粘贴
          </button>
        </>
      )}
    </div>
  );
}
