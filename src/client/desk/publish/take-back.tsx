import { useState } from 'preact/hooks';
import type { Refusal } from '../../../core/desk/api.ts';
import { TextArea } from '../form/text-input.tsx';
import { refusalIn, Trouble } from '../server/loaded.tsx';

/** 撤回, with why: it is read by those who were to review it. */
export function TakeBack({ takeBack }: { takeBack: (reason: string) => Promise<void> }) {
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const isReady = reason.trim() !== '' && !isBusy;
  const send = (): void => {
    setIsBusy(true);
    setRefusal(undefined);
    takeBack(reason.trim()).catch((error: unknown) => {
      setRefusal(refusalIn(error));
      setIsBusy(false);
    });
  };
  return (
    <details class="more">
      <summary>撤回来再改</summary>
      <label class="label" for="take-back">
        撤回的理由<span class="must">要填</span>
      </label>
      <TextArea id="take-back" value={reason} onValue={setReason} />
      {refusal && <Trouble refusal={refusal} />}
      <p class="buttons">
        <button type="button" class="button-quiet" disabled={!isReady} onClick={send}>
          撤回
        </button>
      </p>
    </details>
  );
}
