import { setTimeout as pause } from 'node:timers/promises';
import { fetchTip } from '../../office/fetch.ts';
import { isWithin, type ContentRepository } from '../../office/repository.ts';
import { readStatus, waitUntilServed, type Served } from '../../office/served.ts';
import type { SiteStatus } from '../../core/publishing.ts';

/** Between two questions to the site, in milliseconds: it takes seconds to publish one announcement. */
const PAUSE_MS = 5_000;

/** What is waited for. */
interface Awaited {
  readonly repository: ContentRepository;
  readonly revision: string;
  /** Of the site, with a slash at the end. */
  readonly address: string;
  readonly minutes: number;
  readonly signal: AbortSignal;
  readonly told: (status: SiteStatus) => void;
}

/** Waits until the site serves a revision, or a later one that has it within. */
export const waitForSite = ({
  repository,
  revision,
  address,
  minutes,
  signal,
  told,
}: Awaited): Promise<Served> =>
  waitUntilServed({
    ask: () => readStatus(address, signal),
    contains: async (served) => {
      if (served === revision || (await isWithin(repository.top, revision, served))) return true;
      // What others have published meanwhile is not known here yet.
      await fetchTip(repository, signal);
      return isWithin(repository.top, revision, served);
    },
    pause: () => pause(PAUSE_MS, undefined, { signal }),
    turns: Math.max(1, Math.ceil((minutes * 60_000) / PAUSE_MS)),
    told,
  });
