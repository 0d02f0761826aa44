import { useEffect, useReducer } from 'preact/hooks';
import type { DraftState, DraftStore } from './draft-store.ts';

/** The draft as it stands, again after each change. */
export function useDraft(store: DraftStore): DraftState {
  const [, again] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => store.subscribe(() => again(undefined)), [store]);
  return store.state;
}

/** Tells the store when pinyin is being composed anywhere on the page, and keeps a tab from closing over unsaved work. */
export function useSafeguards(store: DraftStore): void {
  useEffect(() => {
    const start = (): void => store.compose(true);
    const end = (): void => store.compose(false);
    const leave = (event: BeforeUnloadEvent): void => {
      if (store.isUnsaved) event.preventDefault();
    };
    document.addEventListener('compositionstart', start, true);
    document.addEventListener('compositionend', end, true);
    addEventListener('beforeunload', leave);
    return () => {
      document.removeEventListener('compositionstart', start, true);
      document.removeEventListener('compositionend', end, true);
      removeEventListener('beforeunload', leave);
    };
  }, [store]);
}
