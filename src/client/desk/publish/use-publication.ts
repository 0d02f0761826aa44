import { useEffect, useState } from 'preact/hooks';
import type { Phase, Publication } from '../../../core/desk/api.ts';
import { useEvery } from '../every.ts';
import type { DeskServer } from '../server/desk-server.ts';
import { isDone } from './publication-box.tsx';

/** How often it is asked how far a publication has come, in milliseconds. */
const EVERY = 5000;

/** The publication of a draft, asked for again until nothing more is to come; none before there is one. */
export function usePublication(
  server: DeskServer,
  draftKey: string,
  phase: Phase,
): readonly [Publication | undefined, (publication: Publication) => void] {
  const [publication, setPublication] = useState<Publication>();
  const isBegun = phase === 'approved' || phase === 'published';
  const ask = (): void =>
    void server.publication(draftKey).then(
      (found) => setPublication(found),
      // What was known last stays; whether the desk is there is told elsewhere.
      () => undefined,
    );
  useEffect(() => {
    if (isBegun) ask();
  }, [draftKey, isBegun]);
  useEvery(EVERY, ask, isBegun && (!publication || !isDone(publication)));
  return [isBegun ? publication : undefined, setPublication];
}
