/** The cores of a machine, which programs that run beside each other share. */
export class Cores {
  #free: number;
  #queue: readonly { place: number; count: number; begin: () => void }[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Runs `work` when so many cores are free; `count` is at most as many as there are. Of those that wait, the one with
   * the least `place` is served first, and none goes before it.
   */
  async with<T>(count: number, place: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#queue = [...this.#queue, { place, count, begin }].sort((a, b) => a.place - b.place);
      this.#serveSoon();
    });
    try {
      return await work();
    } finally {
      this.#free += count;
      this.#serveSoon();
    }
  }

  /** Not at once: what follows upon a work that has just ended may come before others. */
  #serveSoon(): void {
    setImmediate(() => {
      for (let next = this.#queue[0]; next && next.count <= this.#free; next = this.#queue[0]) {
        this.#queue = this.#queue.slice(1);
        this.#free -= next.count;
        next.begin();
      }
    });
  }
}
