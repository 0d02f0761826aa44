/** Fetches a file of this site. @throws when it does not come whole */
export async function readJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return (await response.json()) as T;
}

const kept = new Map<string, Promise<unknown>>();

/** Does a thing once and keeps its result; after a failure the next call tries again. */
export function once<T>(name: string, work: () => Promise<T>): Promise<T> {
  const earlier = kept.get(name) as Promise<T> | undefined;
  if (earlier) return earlier;
  const started = work();
  kept.set(name, started);
  started.catch(() => kept.delete(name));
  return started;
}

/** Lets the next call of `once` for this thing do it again. */
export const forget = (name: string): void => void kept.delete(name);
