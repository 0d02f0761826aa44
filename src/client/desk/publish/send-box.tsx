import { useState } from 'preact/hooks';
import type { Refusal } from '../../../core/desk/api.ts';
import { answerOf, type Answers } from '../../../core/drafting/draft.ts';
import type { DraftState } from '../draft/draft-store.ts';
import { refusalIn, Trouble } from '../server/loaded.tsx';

/** The last step of whoever writes: to those who review, or to the public where the centre asks for no review. */
export function SendBox(props: { state: DraftState; levels: number; send: () => Promise<void> }) {
  const { state, levels, send } = props;
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const why = whyNot(state);
  const act = (): void => {
    setRefusal(undefined);
    setIsBusy(true);
    void send()
      .catch((error: unknown) => setRefusal(refusalIn(error)))
      .finally(() => setIsBusy(false));
  };
  const { name, words } = sendingOf(state.answers, levels);
  return (
    <>
      {refusal && <Trouble refusal={refusal} />}
      <p class="quiet" role="status">
        {isBusy ? '正在办……' : (why ?? words)}
      </p>
      <p class="buttons">
        <button type="button" class="button-large" disabled={why !== undefined || isBusy} onClick={act}>
          {name}
        </button>
      </p>
    </>
  );
}

/** What the button does, and what comes of it. */
function sendingOf(answers: Answers, levels: number): { readonly name: string; readonly words: string } {
  const at = timedAt(answers);
  const then = at === undefined ? '通过以后马上发布。' : `通过以后，到 ${at} 自动发布。`;
  if (levels > 0) return { name: '送审', words: `要 ${levels} 位同事审核。${then}` };
  if (at !== undefined) return { name: '定时发布', words: `到 ${at} 自动发布，在那以前还能撤回。` };
  return { name: '发布', words: '点了就发布。发布以后不能改，只能写更正。' };
}

/** When it is to appear by itself (定时), as it was typed. */
const timedAt = (answers: Answers): string | undefined =>
  answerOf(answers, '定时') === '是' ? answerOf(answers, '发布时间') : undefined;

function whyNot({ saving, isChecking, checked, draft }: DraftState): string | undefined {
  if (draft.isReadOnly) return '这份草稿在另一个窗口里开着。';
  if (saving !== 'saved') return '还没有保存好，存好以后再点。';
  if (isChecking || !checked) return '正在检查，检查完再点。';
  return checked.canBeSubmitted ? undefined : '还有要改的地方，改好以后再点。右边的“检查”里点一下就到。';
}
