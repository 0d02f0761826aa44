import type { Refusal } from '../../core/desk/api.ts';
import { advance } from '../../office/advance.ts';
import {
  fetchSubmissions,
  hasOutbox,
  listSubmissions,
  type Submission,
} from '../../office/review/branches.ts';
import { dropFromOutbox, sendBranch } from '../../office/review/send.ts';
import { headOf, isWithin, type ContentRepository } from '../../office/repository.ts';
import { Refused } from '../refused.ts';
import { repositoryOf } from './place.ts';
import { inRepository, refusalOf, refusedThere } from './trouble.ts';

/** Longest that a list waits for the remote, in milliseconds; the look goes on behind it. */
const LIST_WAITS = 3_000;
/** Longest that a submission waits for it before it is kept on this machine, in milliseconds. */
const SUBMISSION_WAITS = 20_000;

/** How long what was asked of the remote is taken for the present, in milliseconds. */
const FRESH = 15_000;

interface Kept {
  readonly contentDir: string;
  /** A clock that nobody sets. */
  readonly milliseconds: () => number;
  /** Is told of all that is submitted, after each look. */
  readonly settled: (repository: ContentRepository, all: readonly Submission[]) => Promise<void>;
  /** Is told of what went wrong and has no words for the clerk. */
  readonly report: (error: unknown) => void;
}

/** What is submitted, on this desk and on all others, as it was when the remote last answered. */
export class Submissions {
  readonly #kept: Kept;
  /** By key, why it could not be sent. */
  readonly #unsent = new Map<string, Refusal>();
  #known: readonly Submission[] = [];
  #repository: ContentRepository | undefined;
  #trouble: Refusal | undefined;
  #lookedAt: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** Ends the look that goes on behind the lists: what a clerk does comes first. */
  #behind = new AbortController();

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** As it was found last; undefined where the content lies in none. */
  get repository(): ContentRepository | undefined {
    return this.#repository;
  }

  /** Why the remote did not answer the last time. */
  get trouble(): Refusal | undefined {
    return this.#trouble;
  }

  get all(): readonly Submission[] {
    return this.#known;
  }

  /** @throws {Refused} 404 */
  find(key: string): Submission {
    const found = this.#known.find((one) => one.key === key);
    if (found) return found;
    throw new Refused(404, { message: '没有这份送审的公告。', help: '回到工作台看看，也许已经发布了。' });
  }

  /** Why a submission waits on this machine; undefined for one that was sent. */
  whyUnsent(key: string): Refusal | undefined {
    const isUnsent = this.#known.some((one) => one.key === key && one.isUnsent);
    return isUnsent ? (this.#unsent.get(key) ?? this.#trouble ?? WAITING) : undefined;
  }

  /**
   * Looks again where the last look is some seconds old, and waits a moment for it. A remote that does not answer is no
   * fault: see `trouble`.
   */
  async lookSoon(): Promise<void> {
    if (this.#lookedAt !== undefined && this.#kept.milliseconds() - this.#lookedAt < FRESH) return;
    this.#lookedAt = this.#kept.milliseconds();
    const limit = AbortSignal.timeout(LIST_WAITS);
    await Promise.race([this.#lookBehind(), new Promise((done) => limit.addEventListener('abort', done))]);
  }

  /** Whoever waits for the remote waits no longer. */
  close(): void {
    this.#behind.abort();
  }

  #lookBehind(): Promise<void> {
    this.#behind = new AbortController();
    const { signal } = this.#behind;
    return this.#alone(async () => {
      try {
        await this.#look(signal);
      } catch (cause) {
        if (signal.aborted) return;
        this.#trouble = refusalOf(cause);
        if (!this.#trouble) this.#kept.report(cause);
        await this.#readKnown().catch(this.#kept.report);
      }
    });
  }

  /**
   * Does something with the repository as it is now, and looks again afterwards. One thing is done at a time.
   * @param act gets what is submitted now; the repository is undefined where the content lies in none
   * @throws {Refused} 503 where the remote does not answer
   */
  change<T>(act: (repository: ContentRepository | undefined) => Promise<T>): Promise<T> {
    this.#behind.abort();
    return this.#alone(() =>
      inRepository(async () => {
        const repository = await this.#look();
        try {
          return await act(repository);
        } finally {
          this.#lookedAt = undefined;
          await this.#readKnown();
        }
      }),
    );
  }

  /** The same where the remote need not answer: `isOnline` says whether it has. */
  changeOffline<T>(
    act: (repository: ContentRepository | undefined, isOnline: boolean) => Promise<T>,
  ): Promise<T> {
    this.#behind.abort();
    return this.#alone(() =>
      inRepository(async () => {
        const repository = await this.#find();
        const isOnline = await this.#look(AbortSignal.timeout(SUBMISSION_WAITS)).then(
          () => true,
          (cause: unknown) => {
            this.#trouble = refusalOf(cause);
            if (!this.#trouble) throw cause;
            return false;
          },
        );
        try {
          if (!isOnline) await this.#readKnown();
          return await act(repository, isOnline);
        } finally {
          this.#lookedAt = undefined;
          await this.#readKnown();
        }
      }),
    );
  }

  #alone<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(act, act);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #look(signal?: AbortSignal): Promise<ContentRepository | undefined> {
    const repository = await this.#find();
    if (!repository) return undefined;
    const tip = await fetchSubmissions(repository, signal);
    this.#trouble = undefined;
    await this.#sendWaiting(repository);
    if (tip !== undefined) await follow(repository, tip);
    await this.#read(repository);
    return repository;
  }

  async #find(): Promise<ContentRepository | undefined> {
    this.#repository = await repositoryOf(this.#kept.contentDir);
    if (!this.#repository) this.#known = [];
    return this.#repository;
  }

  async #sendWaiting(repository: ContentRepository): Promise<void> {
    if (!(await hasOutbox(repository))) return;
    const sent = new Map<string, string>();
    const all = await listSubmissions(repository, sent);
    for (const { key, tip } of all.filter(({ isUnsent }) => isUnsent)) {
      const pushed = await sendBranch(repository, key, tip, sent.get(key));
      if (pushed.kind === 'sent') {
        await dropFromOutbox(repository, key);
        this.#unsent.delete(key);
      } else this.#unsent.set(key, pushed.kind === 'refused' ? refusedThere(pushed.words).refusal : OTHER);
    }
  }

  async #readKnown(): Promise<void> {
    const repository = await this.#find();
    if (repository) await this.#read(repository);
  }

  async #read(repository: ContentRepository): Promise<void> {
    this.#known = await listSubmissions(repository);
    await this.#kept.settled(repository, this.#known);
  }
}

const WAITING: Refusal = { message: '还没有送出去。', help: '不用再点；连上以后自动送出。' };
const OTHER: Refusal = { message: '送审没有送出去，别处已经改过。', help: '请撤回，再送审一次。' };

/** Brings the folder to what others have published; what somebody is writing stays. */
async function follow({ top, branch }: ContentRepository, tip: string): Promise<void> {
  const head = await headOf(top);
  if (head === undefined || (await isWithin(top, head, tip))) await advance(top, branch, tip);
}
