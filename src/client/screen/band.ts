import { bandPieces, informPieces, noticeDwell, type BandRoom } from '../../core/screen/browser/band.ts';
import type { Notice } from '../../core/screen/browser/feed.ts';
import type { Layout } from '../../core/screen/browser/layout.ts';
import { Place } from './place.ts';
import { after } from './timer.ts';

/** The measures that the style sheet takes from the layout as notices come and go. */
const MEASURES = ['band', 'bandEm', 'bandLine', 'tagEm', 'inform', 'list'] as const;

/**
 * What is said to the whole hall beside the announcements: 变更 in a band above the list, 告知 in a line at its foot. Each
 * takes turns for itself. 紧急 stands before everything (`alarm`).
 */
export class Band {
  readonly #glass = document.querySelector<HTMLElement>('main')!;
  readonly #change = new Teller('band');
  readonly #inform = new Teller('inform');

  /** Called with every page; what is already being said goes on undisturbed. */
  show(notices: readonly Notice[], banded: BandRoom & Spare): void {
    this.#setRoom(banded);
    this.#change.tell(bandPieces(notices, banded));
    this.#inform.tell(informPieces(notices, banded));
  }

  #setRoom(banded: BandRoom & Spare): void {
    const { style } = document.documentElement;
    for (const name of MEASURES) style.setProperty(`--${name}`, String(banded[name]));
    this.#glass.classList.toggle('crowded', banded.band + banded.inform > banded.spare);
  }
}

/** Height that notices may take before something else gives way: see `Rail`. */
type Spare = Pick<Layout, 'spare'>;

/** A place in which some texts take turns. */
class Teller {
  readonly #element: HTMLElement;
  readonly #text: Place;
  readonly #turn: Place;
  #pieces: readonly string[] = [];
  #index = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(name: string) {
    this.#element = document.querySelector<HTMLElement>(`[data-${name}]`)!;
    this.#text = new Place(this.#element, 'notice');
    this.#turn = new Place(this.#element, 'turn');
  }

  tell(pieces: readonly string[]): void {
    this.#element.hidden = pieces.length === 0;
    if (pieces.join('\n') === this.#pieces.join('\n')) return;
    this.#pieces = pieces;
    this.#index = 0;
    this.#say();
  }

  #say(): void {
    clearTimeout(this.#timer);
    const { length } = this.#pieces;
    if (length === 0) return;
    const piece = this.#pieces[this.#index]!;
    this.#text.write(piece);
    this.#turn.write(length > 1 ? `${this.#index + 1}/${length}` : '');
    if (length < 2) return;
    this.#index = (this.#index + 1) % length;
    this.#timer = after(noticeDwell(piece), () => this.#say());
  }
}
