import { dayOf } from '../../announcement/instant.ts';
import { elsewhereWords } from './elsewhere.ts';
import { holdsRoom, type Layout } from './layout.ts';
import { placeOf } from './row-cells.ts';
import { widthOf } from './lines.ts';
import { setName } from './name.ts';
import { STATE_WORDS, type Opening } from './openings.ts';

/** When and where an opening was moved to: what of it has changed. */
interface MovedTo {
  /** Empty on the same day. */
  month: string;
  day: string;
  /** Empty at the same hour. */
  hour: string;
  room: string;
  /** In words, where no room has a label for it; and how it stands there, once it has begun. */
  place: string;
}

/** What of a board its lines follow. */
type BoardLine = Pick<Layout, 'room' | 'body' | 'arrangement' | 'rowEm' | 'hour'>;

/** The words of an opening on the board, each in its place. */
interface OpeningCells {
  hour: string;
  room: string;
  name: string;
  state: string;
  /** By which the style sheet tells states apart. */
  form: string;
  /** Where no room has a label for it. */
  place: string;
  to: MovedTo | undefined;
}

/** What is said of a state that follows from data which may no longer hold. */
const UNSURE = '待核对';

/** @param isUnsure the data is so old that no state can be told from it */
export function openingCells(opening: Opening, layout: BoardLine, isUnsure = false): OpeningCells {
  const { item, state, isNext } = opening;
  return {
    hour: item.at.slice(11, 16),
    ...placeOf(item, layout),
    name: setName(item),
    state: isUnsure ? UNSURE : STATE_WORDS[state],
    form: isUnsure ? 'unsure' : isNext ? 'next' : state,
    to: movedTo(opening, layout, isUnsure),
  };
}

function movedTo({ item, held }: Opening, layout: BoardLine, isUnsure: boolean): MovedTo | undefined {
  const { at, detail, moved } = item;
  if (!moved) return undefined;
  const isSameDay = dayOf(moved.at) === dayOf(at);
  const isLabel = moved.room !== undefined && holdsRoom(layout, moved.room);
  const named = moved.room ?? moved.place;
  const isTold = !isLabel && (moved.at === at || (named !== undefined && named !== detail));
  const state = held && !isUnsure ? `${isTold ? '，' : ''}${STATE_WORDS[held]}` : '';
  const width = belowEm(layout) - ARROW_EM - widthOf(state);
  const place = isTold ? elsewhereWords(named, width) : '';
  return {
    month: isSameDay ? '' : String(Number(moved.at.slice(5, 7))),
    day: isSameDay ? '' : String(Number(moved.at.slice(8, 10))),
    hour: moved.at === at ? '' : moved.at.slice(11, 16),
    room: isLabel ? moved.room! : '',
    place: place + state,
  };
}

/** An arrow before the words of another place, in em. */
const ARROW_EM = 2;

/** How wide the lines below a name are, in em. */
export const belowEm = ({ arrangement, rowEm, hour, body }: BoardLine): number =>
  arrangement === 'wide' ? rowEm - hour / body : rowEm;
