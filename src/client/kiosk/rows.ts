import { element } from '../element.ts';
import { keepWhole } from './whole.ts';
import type { Stage } from './stage.ts';

/** More than go onto any glass. */
export const MOST_ROWS = 12;

/**
 * Rows of a list, a glass at a time. How many that is depends on how long their titles are and on 大字, so a page is
 * told by the rows that are on it.
 */
export class Rows {
  /** Place of the first row on the glass. */
  first = 0;
  #before: number[] = [];

  restart(): void {
    this.first = 0;
    this.#before = [];
  }

  /**
   * Begins anew where all that stood on the glass is gone: calls close and openings pass while somebody reads.
   * @returns whether it did
   */
  keepWithin(total: number): boolean {
    const isGone = this.first > 0 && this.first >= total;
    if (isGone) this.restart();
    return isGone;
  }

  /** Shows as many of these rows, the next of `total`, as are seen whole. */
  show(content: HTMLElement, stage: Stage, rows: readonly HTMLElement[], total: number): void {
    const list = element('ol', 'rows', ...rows.map((row) => element('li', '', row)));
    content.append(list);
    const next = this.first + keepWhole(list, 1);
    stage.turn({
      place: `第 ${this.first + 1}–${next} 条，共 ${total} 条`,
      previous: this.#before.length > 0 ? () => this.#turnTo(this.#before.pop()!, stage) : undefined,
      next:
        next < total
          ? () => {
              this.#before.push(this.first);
              this.#turnTo(next, stage);
            }
          : undefined,
    });
  }

  #turnTo(first: number, stage: Stage): void {
    this.first = first;
    stage.redraw();
  }
}
