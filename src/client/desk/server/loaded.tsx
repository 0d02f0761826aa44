import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../../core/desk/api.ts';
import { Refused } from './desk-server.ts';

type Loading<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'failed'; readonly refusal: Refusal };

/** What a clerk is told of a call that failed. */
export const refusalIn = (error: unknown): Refusal =>
  error instanceof Refused
    ? error.refusal
    : { message: '办事台没有回应。', help: '看看办事台的黑窗口是不是关了；关了就再打开一次。' };

/** Asks once for each key; `again` asks anew. An answer to an older question is dropped. */
export function useLoaded<T>(key: string, ask: () => Promise<T>): readonly [Loading<T>, () => void] {
  const [loading, setLoading] = useState<Loading<T>>({ is: 'loading' });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isAsked = true;
    ask().then(
      (value) => isAsked && setLoading({ is: 'here', value }),
      (error: unknown) => isAsked && setLoading({ is: 'failed', refusal: refusalIn(error) }),
    );
    return () => {
      isAsked = false;
    };
  }, [key, times]);
  return [loading, () => setTimes(times + 1)];
}

/** What was loaded, or that it is on its way, or why it is not there. */
export function Loaded<T>(props: {
  loading: Loading<T>;
  again: () => void;
  /** Of a screen that has no other heading where it failed. */
  isScreen?: boolean;
  children: (value: T) => ComponentChildren;
}) {
  const { loading, again, isScreen, children } = props;
  if (loading.is === 'here') return <>{children(loading.value)}</>;
  if (loading.is === 'loading') return <p class="quiet">正在打开……</p>;
  return (
    <>
      {isScreen && <h1>打不开</h1>}
      <Trouble refusal={loading.refusal}>
        <button type="button" onClick={again}>
          再试一次
        </button>
      </Trouble>
    </>
  );
}

/** A refusal in words, with what can be done. */
export const Trouble = ({ refusal, children }: { refusal: Refusal; children?: ComponentChildren }) => (
  <div class="trouble" role="alert">
    <p>
      <strong>{refusal.message}</strong> {refusal.help}
    </p>
    {children}
  </div>
);
