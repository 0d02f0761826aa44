import { randomBytes } from 'node:crypto';
import { Refused } from '../refused.ts';
import type { Account } from './accounts.ts';
import { isPassword, seal } from './password.ts';
import { WrongTries } from './wrong-tries.ts';

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
  readonly #wrong = new WrongTries();
  /** Checked against where there is no such account, so that the answer takes as long. */
  readonly #nobody = seal(randomBytes(16).toString('hex'));

  /** @param milliseconds a clock that nobody sets */
  constructor(accounts: () => readonly Account[], milliseconds: () => number) {
    this.#accounts = accounts;
    this.#milliseconds = milliseconds;
  }

  /**
   * Lets somebody in.
   * @param from the address of her machine
   * @returns the secret of the session, for her browser
   * @throws {Refused} 401 for a wrong name or password, 429 where it was wrong too often
   */
  async open(id: string, password: string, from: string): Promise<string> {
    const now = this.#milliseconds();
    this.#wrong.begin(id, from, now);
    const account = this.#accounts().find((one) => one.id === id);
    const isRight = await isPassword(password, account?.password ?? (await this.#nobody));
    if (!account || !isRight)
      throw new Refused(401, { message: '账号或者密码不对。', help: '连错五次，要等一会儿才能再试。' });
    this.#wrong.right(id, from);
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
}
