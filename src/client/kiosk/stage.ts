import { part } from './page.ts';

/** How 上一页 and 下一页 turn what is shown; the bar prints `place` between them. */
interface Turning {
  place: string;
  previous?: (() => void) | undefined;
  next?: (() => void) | undefined;
}

/** One thing that the kiosk shows, such as a list or an announcement. */
export interface View {
  /** Fills the content: on opening, on coming back and when the size of type changes. */
  show: (content: HTMLElement) => void;
  /** Whether the pad stands beside it, or what belongs to an announcement. */
  beside: 'pad' | 'take';
  /** What was typed on the pad for it. */
  query?: string;
  /** Told when it is left: whatever it still waits for must not be shown any more. */
  left?: () => void;
}

/** What is on the glass: the start page, or the last of the views that were opened one from the other. */
export class Stage {
  readonly #start = part('data-start');
  readonly #view = part('data-view');
  readonly #content = part('data-content');
  readonly #pad = part('data-pad');
  readonly #take = part('data-take');
  readonly #home = part<HTMLButtonElement>('data-home');
  readonly #back = part<HTMLButtonElement>('data-back');
  readonly #previous = part<HTMLButtonElement>('data-previous');
  readonly #next = part<HTMLButtonElement>('data-next');
  readonly #place = part('data-place');
  readonly #shows: (view: View | undefined) => void;
  #views: View[] = [];
  #turning: Turning = { place: '' };

  /** @param shows told before each change, while there is still nothing to measure, which view comes; none is the start page */
  constructor(shows: (view: View | undefined) => void) {
    this.#shows = shows;
    this.#home.addEventListener('click', () => this.home());
    this.#back.addEventListener('click', () => this.back());
    this.#previous.addEventListener('click', () => this.#turning.previous?.());
    this.#next.addEventListener('click', () => this.#turning.next?.());
  }

  get present(): View | undefined {
    return this.#views[this.#views.length - 1];
  }

  open(view: View): void {
    this.present?.left?.();
    this.#views.push(view);
    this.redraw();
    this.#focus();
  }

  back(): void {
    this.present?.left?.();
    this.#views.pop();
    this.redraw();
    this.#focus();
  }

  home(): void {
    this.present?.left?.();
    this.#views = [];
    this.redraw();
    this.#focus();
  }

  /** Shows the present view anew. */
  redraw(): void {
    const view = this.present;
    this.turn({ place: '' });
    this.#start.hidden = view !== undefined;
    this.#view.hidden = view === undefined;
    this.#pad.hidden = view?.beside === 'take';
    this.#take.hidden = !this.#pad.hidden;
    this.#home.disabled = this.#back.disabled = view === undefined;
    this.#view.replaceChildren();
    this.#shows(view);
    view?.show(this.#view);
  }

  /** Leads keyboard and screen reader to the heading of what is shown; before there is one, to its place. */
  #focus(): void {
    const heading = Array.from(this.#content.querySelectorAll<HTMLElement>('h2')).filter(
      (one) => one.getClientRects().length > 0,
    )[0];
    if (heading) heading.tabIndex = -1;
    (heading ?? this.#content).focus({ preventScroll: true });
  }

  /** Tells the bar how to turn what the present view shows. */
  turn(turning: Turning): void {
    this.#turning = turning;
    this.#place.textContent = turning.place;
    this.#previous.disabled = !turning.previous;
    this.#next.disabled = !turning.next;
  }
}
