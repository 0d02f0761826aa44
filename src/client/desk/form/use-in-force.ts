import { useEffect, useState } from 'preact/hooks';
import type { TypeSpec } from '../../../core/announcement/type.ts';
import type { Answer, Answers } from '../../../core/drafting/draft.ts';
import type { DeskServer } from '../server/desk-server.ts';

/** What the announcement says now that a correction is of; nothing for other types, and where it is not found. */
export function useInForce(
  server: DeskServer,
  draftKey: string,
  spec: TypeSpec | undefined,
  related: Answer | undefined,
): Answers | undefined {
  const [inForce, setInForce] = useState<Answers>();
  const isAsked = spec !== undefined && 'corrections' in spec.schema.shape && related !== undefined;
  useEffect(() => {
    setInForce(undefined);
    if (!isAsked) return undefined;
    let isCurrent = true;
    server.inForce(draftKey).then(
      (found) => isCurrent && setInForce(found),
      // Then its values are typed: what is wrong with them is told by the check.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [draftKey, isAsked, String(related)]);
  return inForce;
}
