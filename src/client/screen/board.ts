import { withAge } from '../../core/screen/browser/age.ts';
import { noticesOn, withBand } from '../../core/screen/browser/band.ts';
import { footOf, pageNote } from '../../core/screen/browser/foot.ts';
import { linesIn, type Layout } from '../../core/screen/browser/layout.ts';
import { pagesAt, type Page } from '../../core/screen/browser/pages.ts';
import { partsAt, type ShownPart } from '../../core/screen/browser/parts.ts';
import { COLUMN_WORDS } from '../../core/screen/browser/row-cells.ts';
import { leftOutNote, type Freshness } from '../../core/screen/browser/words.ts';
import { Age } from './age.ts';
import { Band } from './band.ts';
import { BoardForm } from './board-form.ts';
import { EMPTY_DWELL, type Glass, type Moment, type Said, type Turn } from './glass.ts';
import { GroupsForm } from './groups-form.ts';
import { ListForm } from './list-form.ts';
import { Place } from './place.ts';

/** One part in the list of what the round is made of. */
class IndexEntry {
  readonly #element: HTMLElement;
  readonly #heading: Place;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#heading = new Place(element, 'of');
  }

  /** A part without items is not in the round. */
  show(part: ShownPart | undefined, isOn: boolean): void {
    this.#element.hidden = !part || part.items.length === 0;
    if (!part) return;
    this.#element.classList.toggle('on', isOn);
    this.#heading.write(part.heading);
  }
}

/** The glass: three forms of a page, of which one is in view, and the texts around them, as the page was printed. */
export class Board implements Glass {
  readonly #layout: Layout;
  readonly #factor: number;
  readonly #age = new Age();
  readonly #band = new Band();
  readonly #glass = document.querySelector<HTMLElement>('main')!;
  readonly #board: BoardForm;
  readonly #groups: GroupsForm;
  readonly #list: ListForm;
  readonly #empty = new Place(document, 'empty');
  readonly #heading = new Place(document, 'heading');
  readonly #index = Array.from(
    document.querySelectorAll<HTMLElement>('[data-part]'),
    (element) => new IndexEntry(element),
  );
  readonly #count = new Place(document, 'count');
  readonly #clock = new Place(document, 'clock');
  readonly #date = new Place(document, 'date');
  readonly #weekday = new Place(document, 'weekday');
  readonly #note = new Place(document, 'note');
  readonly #stamps = new Place(document, 'stamps');
  #freshness: Freshness = 'fresh';
  /** On the glass. */
  #page: Page | undefined;
  #number = '';

  constructor(layout: Layout, factor: number) {
    this.#layout = layout;
    this.#factor = factor;
    const lines = linesIn(layout);
    this.#board = new BoardForm(lines);
    this.#groups = new GroupsForm(lines);
    this.#list = new ListForm(lines);
  }

  /** Without any page it is the first part, and that it is empty. */
  turnsAt({ feed, generated, now, live }: Moment): readonly Turn[] {
    const notices = noticesOn(feed.notices, now);
    const layout = withAge(withBand(this.#layout, notices), this.#freshness);
    const parts = partsAt(feed, now);
    const found = pagesAt(feed, now, { layout, factor: this.#factor, generated });
    const pages = found.length > 0 ? found : [emptyPage(parts[0]!)];
    const read = live(layout.band + layout.inform).map((turn) => ({
      ...turn,
      show: () => {
        this.#band.show(notices, layout);
        turn.show();
      },
    }));
    const listed = pages.map((page, index) => ({
      ...page,
      kinds: page.groups.map(({ kind }) => kind),
      keys: keysOf(page),
      show: () => {
        this.#band.show(notices, layout);
        this.#showPage(page, generated, layout);
        this.#page = page;
        this.#number = pageNote(index, pages.length);
        this.#count.write(this.#number);
        const on = page.groups.map(({ part }) => part);
        this.#index.forEach((entry, place) => entry.show(parts[place], on.indexOf(place) >= 0));
      },
    }));
    return [...read, ...listed];
  }

  #showPage(page: Page, generated: string, layout: Layout): void {
    const { form, kind, heading, items, leftOut } = page;
    this.#glass.dataset['form'] = items.length === 0 ? 'empty' : form;
    this.#heading.write(heading);
    if (form === 'board') this.#board.show(page, layout, this.#freshness === 'stale');
    else if (form === 'groups') this.#groups.show(page, generated, layout);
    else this.#list.show(page, generated, layout);
    // Where all that is at hand is over but not all that there is, nothing is said to be none.
    this.#empty.write(leftOutNote(leftOut) || COLUMN_WORDS[kind].empty);
  }

  showClock(time: string, date: string): void {
    const [day = '', weekday = ''] = date.split(' ');
    this.#clock.write(time);
    this.#date.write(day);
    this.#weekday.write(weekday);
  }

  showFooter({ freshness, warning, note, stamps }: Said): void {
    this.#freshness = freshness;
    this.#age.show(freshness, warning);
    const { counts, leftOut } = this.#page ?? {};
    const whom = freshness === 'stale' ? document.querySelector('footer')!.dataset['whom'] : undefined;
    const also = freshness === 'fresh' ? [warning, note].filter(Boolean).join(' · ') : note;
    const foot = footOf({ counts, leftOut, whom, note: also, stamps, page: this.#number }, this.#layout);
    this.#note.write(foot.note);
    this.#stamps.write(foot.stamps);
  }
}

const emptyPage = ({ kind, heading, leftOut }: ShownPart): Page => ({
  form: 'list',
  kind,
  heading,
  groups: [],
  items: [],
  openings: [],
  leftOut,
  dwell: EMPTY_DWELL,
});

/** One that was moved stands at its old hour too. */
const keysOf = ({ groups }: Page): readonly string[] =>
  groups.flatMap(({ kind, part, items }) =>
    items.map(({ id, title, at }) => `${part} ${id} ${title}${kind === 'openings' ? ` ${at}` : ''}`),
  );
