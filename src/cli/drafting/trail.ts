import { Back, questionsPut, terminal } from './terminal.ts';

/**
 * The questions that were put in this session, in their order, so that one can go back to the one before. Whoever asks
 * goes through all of them from the first again; those that were answered are passed over, but for the one to be put
 * again.
 */
export class Trail {
  readonly #passed = new Set<string>();
  /** Of these, the ones in which something was asked. */
  readonly #asked: string[] = [];
  #again: string | undefined;

  /** Puts a question unless it has been put, or `isOpen` is false: then it was answered before the session. */
  async ask(key: string, isOpen: boolean, put: () => Promise<unknown>): Promise<void> {
    if (key !== this.#again && (!isOpen || this.#passed.has(key))) return;
    const before = questionsPut();
    await put();
    if (questionsPut() > before) this.#asked.push(key);
    this.#again = undefined;
    this.#passed.add(key);
  }

  /** Whether a question is put again that was answered before. */
  isAgain(key: string): boolean {
    return key === this.#again;
  }

  /**
   * Puts questions from the first to the last; who goes back is asked again from there.
   * @throws {Back} who goes back from the first
   */
  async follow<T>(askAll: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await askAll();
      } catch (reason) {
        if (!(reason instanceof Back) || this.#asked.length === 0) throw reason;
        this.#again = this.#asked.pop();
      }
    }
  }
}

/** Puts questions before which there is none: who goes back from the first is told so. */
export async function fromTheFirst<T>(askAll: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await askAll();
    } catch (reason) {
      if (!(reason instanceof Back)) throw reason;
      terminal.warn('这已经是第一题，前面没有了。');
    }
  }
}
