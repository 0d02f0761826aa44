/** The cores of a machine, which programs that run beside each other share. Who comes first is served first. */
export class Cores {
  #free: number;
  readonly #queue: { count: number; begin: () => void }[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Runs `work` when so many cores are free; `count` is at most as many as there are. */
  async with<T>(count: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#queue.push({ count, begin });
      this.#serve();
    });
    try {
      return await work();
    } finally {
      this.#free += count;
      this.#serve();
    }
  }

  #serve(): void {
    for (let next = this.#queue[0]; next && next.count <= this.#free; next = this.#queue[0]) {
      this.#queue.shift();
      this.#free -= next.count;
      next.begin();
    }
  }
}
