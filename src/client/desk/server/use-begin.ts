import { useState } from 'preact/hooks';
import type { NewDraft, Refusal } from '../../../core/desk/api.ts';
import { draftAt, go } from '../place.ts';
import type { DeskServer } from './desk-server.ts';
import { refusalIn } from './loaded.tsx';

/** Begins a draft and goes there; or says why the server has not begun one. */
export function useBegin(
  server: DeskServer,
): [begin: (wanted: NewDraft) => void, refusal: Refusal | undefined] {
  const [refusal, setRefusal] = useState<Refusal>();
  const begin = (wanted: NewDraft): void => {
    setRefusal(undefined);
    server.newDraft(wanted).then(
      ({ key }) => go(draftAt(key)),
      (error: unknown) => setRefusal(refusalIn(error)),
    );
  };
  return [begin, refusal];
}
