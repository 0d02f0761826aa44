/** Milliseconds between two looks. */
const LOOK_EVERY = 30_000;

/** A loop that must be heard of again and again, or it stands still. */
export class Pulse {
  #due = Number.POSITIVE_INFINITY;
  #missed = 0;

  /** The loop lives and will be heard of again within so many seconds. */
  within(seconds: number): void {
    this.#due = performance.now() + seconds * 1000;
    this.#missed = 0;
  }

  /** At the second look in a row: a machine that slept wakes up with every loop late, and each goes on at once. */
  looksDead(): boolean {
    this.#missed = performance.now() > this.#due ? this.#missed + 1 : 0;
    return this.#missed > 1;
  }
}

/** Looks after the loops by a timer of its own, and raises the alarm as long as one of them is silent. */
export function guard(pulses: readonly Pulse[], alarm: () => void): void {
  setInterval(() => {
    const dead = pulses.filter((pulse) => pulse.looksDead());
    if (dead.length > 0) alarm();
  }, LOOK_EVERY);
}
