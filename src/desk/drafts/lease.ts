/** How long a window keeps a draft after it last asked anything of it, in milliseconds. */
export const LEASE = 60_000;

/** Which window of the page writes a draft: the first that opened it, until it has been silent for a minute. */
export class Leases {
  readonly #held = new Map<string, { window: string; until: number }>();
  readonly #milliseconds: () => number;

  /** @param milliseconds a clock that nobody sets */
  constructor(milliseconds: () => number) {
    this.#milliseconds = milliseconds;
  }

  /** Takes or keeps a draft for a window; false where another one has it. A window without a name takes nothing. */
  take(key: string, window: string | undefined): boolean {
    const now = this.#milliseconds();
    const held = this.#held.get(key);
    if (held && held.until > now && held.window !== window) return false;
    if (window !== undefined) this.#held.set(key, { window, until: now + LEASE });
    return true;
  }
}
