import { MirrorError } from '../failure.ts';
import type { Server } from './ask.ts';
import { Refused } from './refusal.ts';

/**
 * Tries as often as the patience allows, with its pauses in between.
 * @throws {MirrorError} what the last attempt failed by, or a clear answer that another attempt would bring again
 */
export async function attempt<T>(server: Server, path: string, act: () => Promise<T>): Promise<T> {
  for (const pause of server.patience.pauses) {
    try {
      return await act();
    } catch (error) {
      await pauseOrThrow(server, path, error, pause);
    }
  }
  return act().catch((error: unknown) => {
    throw described(server, path, error);
  });
}

/**
 * Waits before the next attempt, `pause` in milliseconds.
 * @throws {MirrorError} when there is no next one: the answer was clear, or `pause` is undefined
 */
export async function pauseOrThrow(
  server: Server,
  path: string,
  error: unknown,
  pause: number | undefined,
): Promise<void> {
  if (error instanceof Refused || pause === undefined) throw described(server, path, error);
  await new Promise((done) => setTimeout(done, pause));
}

function described({ base, patience }: Server, path: string, error: unknown): unknown {
  if (error instanceof MirrorError) return error;
  const isSilent = error instanceof Error && error.name === 'AbortError';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const why = isSilent
    ? `${patience.silence / 1000} 秒没有回答`
    : `连接断开或连不上${cause && `（${cause}）`}`;
  return new MirrorError(
    'network',
    `从 ${base.href} 取 ${path} 没有成功：${why}。原来的版本没有改动，已取到的下次接着用。请检查网络和来源的网站。`,
    { cause: error },
  );
}
