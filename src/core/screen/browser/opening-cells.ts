import { dayOf } from '../../announcement/instant.ts';
import type { Item } from './feed.ts';
import type { Layout } from './layout.ts';
import { placeOf } from './row-cells.ts';
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
  place: string;
}

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
export function openingCells(
  { item, state, isNext }: Opening,
  layout: Pick<Layout, 'room' | 'body'>,
  isUnsure = false,
): OpeningCells {
  return {
    hour: item.at.slice(11, 16),
    ...placeOf(item, layout),
    name: setName(item),
    state: isUnsure ? UNSURE : STATE_WORDS[state],
    form: isUnsure ? 'unsure' : isNext ? 'next' : state,
    to: movedTo(item, layout),
  };
}

function movedTo({ at, detail, moved }: Item, layout: Pick<Layout, 'room' | 'body'>): MovedTo | undefined {
  if (!moved) return undefined;
  const isSameDay = dayOf(moved.at) === dayOf(at);
  const to = placeOf(
    { ...(moved.room !== undefined && { room: moved.room }), detail: moved.place ?? '' },
    layout,
  );
  return {
    month: isSameDay ? '' : String(Number(moved.at.slice(5, 7))),
    day: isSameDay ? '' : String(Number(moved.at.slice(8, 10))),
    hour: moved.at === at ? '' : moved.at.slice(11, 16),
    room: to.room,
    place: moved.place === detail ? '' : to.place,
  };
}
