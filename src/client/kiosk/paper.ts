import { endOf, piecesOf, placeAt, startAt, startsOf, type Span } from '../../core/kiosk/turns.ts';
import { element } from '../element.ts';
import { linesIn, togetherIn, type Line } from './lines.ts';
import type { Stage } from './stage.ts';
import { fitTables } from './wide-table.ts';

/** Room above the first line of a page, in em. */
const ABOVE = 0.5;

/**
 * What is read page by page. 上一页 and 下一页 turn at whole lines, and what would be cut at the lower edge waits for
 * the next page. A finger moves it as it likes, and after that they lead to where the pages begin.
 */
export class Paper {
  readonly sheet: HTMLElement;
  readonly #paper: HTMLElement;
  readonly #stage: Stage;
  #lines: readonly Line[] = [];
  #pieces: readonly Span[] = [];
  #starts: readonly number[] = [0];
  #above = 0;
  /** Where it stands; nothing while a finger moves it. */
  #at: number | undefined;
  /** How many characters stand before the first whole line on the glass. */
  read = 0;

  constructor(stage: Stage, ...children: readonly Node[]) {
    this.#stage = stage;
    this.#paper = element('article', 'paper', ...children);
    this.sheet = element('div', 'sheet', this.#paper);
    this.#paper.addEventListener('scroll', () => this.#moved(), { passive: true });
  }

  /**
   * Measures the pages, once it is on the glass, and opens it where it was read.
   * @param read characters before that place, as `read` told them of a paper of the same announcement
   */
  lay(read: number): void {
    const paper = this.#paper;
    fitTables(paper);
    this.#above = ABOVE * parseFloat(getComputedStyle(paper).fontSize);
    this.#lines = linesIn(paper);
    this.#pieces = piecesOf(this.#lines, togetherIn(paper, this.#lines), this.#height);
    this.#starts = startsOf(this.#pieces, this.#height, this.#above);
    // The last page begins with its first line too, where less than a page is left.
    const missing = this.#starts[this.#starts.length - 1]! + paper.clientHeight - paper.scrollHeight;
    this.#tellSheet('rest', Math.max(0, missing));
    const line = this.#lines.filter(({ at }) => at <= read).pop();
    this.#turnTo(read === 0 || !line ? 0 : this.#startAt(line.top));
  }

  /** Begins a page with a part of it. */
  leadTo(part: HTMLElement): void {
    this.#turnTo(this.#startAt(part.offsetTop));
  }

  /** A browser scrolls by whole pixels. A paper that is not on the glass has no height, and pages all the same. */
  get #height(): number {
    return Math.max(1, this.#paper.clientHeight - 1);
  }

  #startAt(place: number): number {
    return startAt(this.#pieces, place, this.#height, this.#above);
  }

  /** Tells the style sheet. The announcement itself has no style of its own: it is a copy of what somebody wrote. */
  #tellSheet(name: 'rest' | 'below', pixels: number): void {
    this.sheet.style.setProperty(`--${name}`, `${pixels}px`);
  }

  #turnTo(start: number): void {
    const paper = this.#paper;
    paper.scrollTop = start;
    this.#at = paper.scrollTop;
    const below = this.#at + paper.clientHeight - endOf(this.#pieces, this.#at, this.#height);
    this.#tellSheet('below', below);
    this.#tell();
  }

  #moved(): void {
    if (this.#at === this.#paper.scrollTop) return;
    this.#at = undefined;
    this.#tellSheet('below', 0);
    this.#tell();
  }

  #tell(): void {
    const { scrollTop } = this.#paper;
    this.read = this.#lines.filter(({ top }) => top >= scrollTop - 1)[0]?.at ?? 0;
    const starts = this.#starts;
    const { page, previous, next } = placeAt(starts, this.#pieces, scrollTop, this.#height);
    this.#stage.turn({
      place: `第 ${page} 页，共 ${starts.length} 页`,
      previous: previous === undefined ? undefined : () => this.#turnTo(previous),
      next: next === undefined ? undefined : () => this.#turnTo(next),
    });
  }
}
