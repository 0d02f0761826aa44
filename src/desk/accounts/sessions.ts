import { randomBytes } from 'node:crypto';
import { Refused } from '../refused.ts';
import type { Account } from './accounts.ts';
import { isPassword, seal } from './password.ts';

/** How often a password may be wrong, one after the other. */
const TRIES = 5;
/** For how long an account is locked then, in milliseconds. */
const LOCKED = 15 * 60_000;
/** How long somebody stays logged in who does nothing, in milliseconds: a morning. */
const IDLE = 4 * 60 * 60_000;
/** And at most, in milliseconds: a day of work. */
const LONGEST = 12 * 60 * 60_000;

interface Session {
  readonly account: string;
  readonly since: number;
  seen: number;
}

/** Who is logged in. Kept in memory alone: when the desk starts again, everybody logs in again. */
export class Sessions {
  readonly #accounts: () => readonly Account[];
  readonly #milliseconds: () => number;
  readonly #open = new Map<string, Session>();
  readonly #wrong = new Map<string, { times: number; last: number }>();
  /** Checked against where there is no such account, so that the answer takes as long. */
  readonly #nobody = seal(randomBytes(16).toString('hex'));

  /** @param milliseconds a clock that nobody sets */
  constructor(accounts: () => readonly Account[], milliseconds: () => number) {
    this.#accounts = accounts;
    this.#milliseconds = milliseconds;
  }

  /**
   * Lets somebody in.
   * @returns the secret of the session, for her browser
   * @throws {Refused} 401 for a wrong name or password, 429 where it was wrong too often
   */
  async open(id: string, password: string): Promise<string> {
    const now = this.#milliseconds();
    this.#refuseLocked(id, now);
    // Counted before the answer is known: many tries at once are many tries.
    this.#count(id, now);
    const account = this.#accounts().find((one) => one.id === id);
    const isRight = await isPassword(password, account?.password ?? (await this.#nobody));
    if (!account || !isRight)
      throw new Refused(401, { message: '账号或者密码不对。', help: `连错 ${TRIES} 次要等 15 分钟。` });
    this.#wrong.delete(id);
    const secret = randomBytes(32).toString('hex');
    this.#open.set(secret, { account: id, since: now, seen: now });
    return secret;
  }

  /** Whose session it is; undefined for one that is over, or of an account that is gone. */
  find(secret: string | undefined): Account | undefined {
    const session = secret === undefined ? undefined : this.#open.get(secret);
    if (secret === undefined || !session) return undefined;
    const now = this.#milliseconds();
    if (now - session.seen > IDLE || now - session.since > LONGEST) {
      this.#open.delete(secret);
      return undefined;
    }
    session.seen = now;
    return this.#accounts().find(({ id }) => id === session.account);
  }

  close(secret: string): void {
    this.#open.delete(secret);
  }

  #refuseLocked(id: string, now: number): void {
    const wrong = this.#wrong.get(id);
    if (!wrong || now - wrong.last > LOCKED) return void this.#wrong.delete(id);
    if (wrong.times < TRIES) return;
    throw new Refused(429, {
      message: '密码连错太多次，账号先锁住。',
      help: '过 15 分钟再试，或者找技术人员。',
    });
  }

  #count(id: string, now: number): void {
    // Names that nobody has would fill the memory.
    if (this.#wrong.size > MOST_NAMES) this.#wrong.clear();
    this.#wrong.set(id, { times: (this.#wrong.get(id)?.times ?? 0) + 1, last: now });
  }
}

const MOST_NAMES = 10_000;
