import type { DraftEdit } from '../../../core/desk/api.ts';

/** Holds what of one draft could not be saved, until it is. */
export interface EditKeeper {
  /** False where there is no room for it. */
  keep(edit: DraftEdit): boolean;
  kept(): DraftEdit | undefined;
  forget(): void;
}

/**
 * In the browser's own storage: it outlives the window, and the next one of the same address finds it there.
 * @param key of the draft
 */
export function keeperOf(key: string): EditKeeper {
  const place = `desk-unsaved-${key}`;
  return {
    keep(edit) {
      try {
        localStorage.setItem(place, JSON.stringify(edit));
        return true;
      } catch {
        return false;
      }
    },
    kept() {
      try {
        return (JSON.parse(localStorage.getItem(place) ?? 'null') as DraftEdit | null) ?? undefined;
      } catch {
        return undefined;
      }
    },
    forget: () => localStorage.removeItem(place),
  };
}
