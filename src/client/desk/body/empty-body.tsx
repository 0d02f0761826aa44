import { bodyOf } from '../../../core/drafting/body.ts';
import { specOf } from '../../../core/drafting/draft.ts';
import type { DraftState } from '../draft/draft-store.ts';

/** What becomes of a draft without a text of its own, and a way to begin with that. */
export function EmptyBody(props: { state: DraftState; onBody: ((body: string) => void) | undefined }) {
  const { state, onBody } = props;
  const spec = specOf(state.answers);
  return (
    <>
      <p class="quiet">还没有写正文。一直不写，就照表里填的自动成文。也可以导入，或者从下面一块一块写。</p>
      {spec && onBody && (
        <p class="buttons">
          <button
            type="button"
            class="button-quiet"
            onClick={() => onBody(`${bodyOf(state.answers, spec)}\n`)}
          >
            照表里的写一份来改
          </button>
        </p>
      )}
    </>
  );
}
