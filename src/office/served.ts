import { parseStatus, STATUS_NAME, type SiteStatus } from '../core/publishing.ts';

/** What came of the wait for a site to serve a revision. */
export type Served =
  | { readonly kind: 'served'; readonly status: SiteStatus }
  | { readonly kind: 'failed'; readonly status: SiteStatus }
  /** The site tells nothing of its publishing. */
  | { readonly kind: 'none' }
  /** It took too long; `status` is what the site said last, undefined where it did not answer. */
  | { readonly kind: 'late'; readonly status: SiteStatus | undefined };

/** How a site is asked, and how long. */
interface Wait {
  /** What the site tells of itself; `none` where it has nothing to tell, undefined where it does not answer. */
  readonly ask: () => Promise<SiteStatus | 'none' | undefined>;
  /** Whether what is to be published is in a revision. */
  readonly contains: (revision: string) => Promise<boolean>;
  /** Ends when it is time to ask again. @throws where nobody waits any more */
  readonly pause: () => Promise<void>;
  readonly turns: number;
  /** Gets each new thing that the site says. */
  readonly told?: (status: SiteStatus) => void;
}

/** Turns after which a site that has nothing to tell is taken for one that never will. */
const NONE_TURNS = 6;

/** Asks a site until it serves a revision, or says that it cannot. */
export async function waitUntilServed({ ask, contains, pause, turns, told }: Wait): Promise<Served> {
  let [said, nones] = ['', 0];
  let last: SiteStatus | undefined;
  for (let turn = 0; turn < turns; turn += 1) {
    if (turn > 0) await pause();
    const status = await ask();
    nones = status === 'none' ? nones + 1 : 0;
    if (nones >= NONE_TURNS) return { kind: 'none' };
    if (status === 'none' || status === undefined) continue;
    last = status;
    if (status.served?.revision !== undefined && (await contains(status.served.revision)))
      return { kind: 'served', status };
    if (status.phase === 'failed' && status.revision !== undefined && (await contains(status.revision)))
      return { kind: 'failed', status };
    const words = `${status.phase} ${status.since}`;
    if (words !== said) told?.(status);
    said = words;
  }
  return { kind: 'late', status: last };
}

/** Longest that the site may take to answer once, in milliseconds. */
const ANSWER_MS = 10_000;

/**
 * What the site at an address tells of itself: `none` where it answers and has nothing to tell, undefined where it does
 * not answer.
 * @param address of the site, with a slash at the end
 */
export async function readStatus(
  address: string,
  signal?: AbortSignal,
): Promise<SiteStatus | 'none' | undefined> {
  try {
    const limit = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(new URL(STATUS_NAME, address), {
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (answer.status >= 500) return undefined;
    return (answer.ok ? parseStatus(await answer.text()) : undefined) ?? 'none';
  } catch {
    return undefined;
  }
}
