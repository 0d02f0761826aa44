import { useEffect, useReducer } from 'preact/hooks';
import type { DraftState, DraftStore } from './draft-store.ts';

/** The draft as it stands, again after each change. */
export function useDraft(store: DraftStore): DraftState {
  const [, again] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => store.subscribe(() => again(undefined)), [store]);
  return store.state;
}

/** How often a window says that it still has the draft, in milliseconds; the desk's server lets it go after a minute. */
const HOLD_EVERY = 20_000;

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
    const holding = setInterval(() => void store.hold(), HOLD_EVERY);
    return () => {
      document.removeEventListener('compositionstart', start, true);
      document.removeEventListener('compositionend', end, true);
      removeEventListener('beforeunload', leave);
      clearInterval(holding);
    };
  }, [store]);
}
