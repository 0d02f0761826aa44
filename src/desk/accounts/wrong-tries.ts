import { Refused } from '../refused.ts';

/** How often a password may be wrong at one address before there is a wait. */
const FREE = 5;
/** The first wait, in milliseconds; it doubles with each further try. */
const FIRST = 60_000;
/** The longest wait, and after how long without a try all is forgotten, in milliseconds. */
const LONGEST = 15 * 60_000;
/** How often it may be wrong at all addresses together before only those are let in that the account came from before. */
const EVERYWHERE = 50;
/** Names and addresses that nobody has would fill the memory. */
const MOST = 10_000;

interface Wrong {
  readonly times: number;
  readonly last: number;
}

/**
 * How often passwords were wrong, by the account and the address that was tried from: whoever guesses waits longer and
 * longer, and does not shut the account for its owner at another machine.
 */
export class WrongTries {
  readonly #wrong = new Map<string, Wrong>();
  readonly #known = new Set<string>();

  /**
   * Counts a try as wrong before the answer is known: many tries at once are many tries.
   * @param now in milliseconds
   * @throws {Refused} 429 where it has to wait
   */
  begin(account: string, from: string, now: number): void {
    const here = `${from}\n${account}`;
    this.#refuse(waitOf(this.#of(here, now), FREE), now);
    if (!this.#known.has(here)) this.#refuse(waitOf(this.#of(account, now), EVERYWHERE), now);
    if (this.#wrong.size > MOST) this.#wrong.clear();
    for (const key of [here, account])
      this.#wrong.set(key, { times: (this.#of(key, now)?.times ?? 0) + 1, last: now });
  }

  /** It was right. */
  right(account: string, from: string): void {
    const here = `${from}\n${account}`;
    this.#known.add(here);
    this.#wrong.delete(here);
  }

  #of(key: string, now: number): Wrong | undefined {
    const wrong = this.#wrong.get(key);
    if (wrong && now - wrong.last <= LONGEST) return wrong;
    this.#wrong.delete(key);
    return undefined;
  }

  #refuse(until: number, now: number): void {
    if (now >= until) return;
    throw new Refused(429, {
      message: '密码连错太多次，要等一会儿再试。',
      help: `过 ${Math.ceil((until - now) / 60_000)} 分钟再试；忘了密码的，找技术人员。`,
    });
  }
}

/** Until when a next try has to wait, in milliseconds; 0 where it need not. */
const waitOf = (wrong: Wrong | undefined, free: number): number =>
  !wrong || wrong.times < free
    ? 0
    : wrong.last + Math.min(LONGEST, FIRST * 2 ** Math.min(wrong.times - free, 10));
