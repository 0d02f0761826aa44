import { useState } from 'preact/hooks';
import type { Return } from '../../../core/desk/api.ts';

/** What a reviewer has marked as to be altered, by label. */
export interface Marks {
  /** What she wrote of a field; undefined where it is not marked. */
  of(label: string): string | undefined;
  /** Undefined takes the mark away. */
  set(label: string, reason: string | undefined): void;
  /** Those that say something. */
  readonly fields: Return['fields'];
}

export function useMarks(): Marks {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  return {
    of: (label) => reasons[label],
    set: (label, reason) =>
      setReasons(({ [label]: _, ...others }) =>
        reason === undefined ? others : { ...others, [label]: reason },
      ),
    fields: Object.entries(reasons).flatMap(([label, words]) => {
      const reason = words.trim();
      return reason === '' ? [] : [{ label, reason }];
    }),
  };
}
