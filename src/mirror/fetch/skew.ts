/** The clock of a source, as the `Date` of its answers tells it. */
export class SourceClock {
  /** That clock less this machine's, in seconds; nothing while no answer has told. */
  skewSeconds: number | undefined;
  #shortest = Infinity;

  /** Notes an answer that has just begun, so many milliseconds after its question. The quickest is the most exact. */
  hear(headers: Headers, trip: number): void {
    const date = Date.parse(headers.get('Date') ?? '');
    if (Number.isNaN(date) || trip >= this.#shortest) return;
    this.#shortest = trip;
    // A cache on the way passes on the date of when it asked, and says how long ago that was.
    const age = Number(/^\d{1,9}$/u.exec(headers.get('Age') ?? '')?.[0] ?? 0) * 1000;
    // A date counts whole seconds: on average half of one has passed since.
    const source = date + age + 500 + trip / 2;
    this.skewSeconds = Math.round((source - Date.now()) / 1000) + 0;
  }
}
