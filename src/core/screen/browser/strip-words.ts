import type { Instant } from '../../announcement/instant.ts';
import { elsewhereWords } from './elsewhere.ts';
import type { Item, ItemChange, PartKind } from './feed.ts';
import { STATE_WORDS, type Opening } from './openings.ts';
import type { ShownPart } from './parts.ts';
import { together, type Clause, type Group, type Piece, type Role, type Sentence } from './sentence.ts';
import { whenOf } from './words.ts';

/** When data was made, whether it is too old for a state to be told by it, and how many em the line of the strip has. */
interface Age {
  generated: Instant;
  isOld: boolean;
  width: number;
}

/** What a strip says of the announcement at a place of a part, by the names of its project. */
export function sentenceOf(part: ShownPart, index: number, age: Age): Sentence {
  const item = part.items[index]!;
  const { title, short = title, shorter = [] } = item;
  return { names: [short, ...shorter], clauses: clausesOf(part, item, part.openings?.[index], age) };
}

function clausesOf(
  { kind }: ShownPart,
  item: Item,
  opening: Opening | undefined,
  age: Age,
): readonly Clause[] {
  const { type, mark, detail = '', changes = [] } = item;
  const label = MOMENTS[kind];
  const words = detail === '' ? [] : detail.split(' · ').map((words) => piece('text', words));
  if (kind === 'openings') return openingClauses(item, opening, age);
  if (kind === 'results') return [piece('text', type), ...words];
  if (kind === 'newest')
    return [together(piece('text', type), together(day(item.at, age), piece('label', label)))];
  if (kind === 'corrections')
    return [piece('change', mark || CORRECTED), ...words, ...changes.map(changeClause)];
  return [together(piece('label', label), moment(item.at, age)), ...marked(mark)];
}

/** What the moment of an item is of. */
const MOMENTS: Readonly<Record<PartKind, string>> = {
  openings: '开标',
  closing: '截止',
  open: '截止',
  newest: '发布',
  results: '发布',
  corrections: '发布',
};

/** What has been changed bears no mark of its own. */
const CORRECTED = '更正';

const marked = (mark: string | undefined): readonly Piece[] => (mark ? [piece('change', mark)] : []);

/** `10:30 303 候标`; the day is said unless it is today. */
function openingClauses(item: Item, opening: Opening | undefined, age: Age): readonly Clause[] {
  const { at, room, detail, mark, moved, stopped } = item;
  if (moved) return [movedClause(item, moved, opening, age)];
  const place = placeOf('time', room, detail);
  const whenAndWhere = opening
    ? together(time('time', at), ...place)
    : together(piece('label', MOMENTS.openings), moment(at, age), ...place);
  if (stopped) return [together(whenAndWhere, piece('change', STATE_WORDS[stopped]))];
  // A state follows from fresh data alone.
  if (!opening || age.isOld) return [whenAndWhere, ...marked(mark)];
  return [together(whenAndWhere, piece('state', STATE_WORDS[opening.state])), ...marked(mark)];
}

/** `改期 10:45 → 12月8日 09:30 305`, `改地点 10:45 301 → 305` */
function movedClause(
  { at, room, detail }: Item,
  moved: NonNullable<Item['moved']>,
  opening: Opening | undefined,
  age: Age,
): Clause {
  const isToday = opening !== undefined;
  const isElsewhere = moved.at === at;
  const isSameDay = moved.at.slice(0, 10) === at.slice(0, 10);
  const label = piece('change', STATE_WORDS[isElsewhere ? 'elsewhere' : 'moved']);
  const was = isToday ? time('was', at) : moment(at, age, 'was');
  const now = isToday && isSameDay ? time('time', moved.at) : moment(moved.at, age);
  const place = isElsewhere || moved.place !== undefined ? placeNow(moved, age) : placeOf('time', moved.room);
  const state = opening?.held && !age.isOld ? [piece('state', STATE_WORDS[opening.held])] : [];
  return isElsewhere
    ? fromTo(label, together(was, ...placeOf('was', room, detail)), together(...place, ...state))
    : fromTo(label, was, together(now, ...place, ...state));
}

/** A place without a label comes whole beside an arrow and the first two characters of a name, or it is said where to read of it. */
const placeNow = ({ room, place }: NonNullable<Item['moved']>, { width }: Age): readonly Piece[] => [
  piece('time', room ?? elsewhereWords(place, width - BESIDE_PLACE)),
];

/** 续, the first characters of a name, an arrow and the spaces between them, in em. */
const BESIDE_PLACE = 6;

/** `投标截止 12月7日 09:30 → 12月10日 09:30` */
function changeClause({ label, was, now }: ItemChange): Clause {
  const name = piece('label', label);
  if (was === '') return together(name, piece('time', now));
  return fromTo(name, valuesIn('was', was), valuesIn('time', now));
}

/** Old and new: told in two halves, each has the label, unless that leaves no room for the values. */
function fromTo(label: Piece, was: Piece | Group, now: Group): Group {
  const next = arrowed(now);
  const parts = [together(label, was), together(label, next)];
  const finer = [label, was, next];
  return { ...together(...finer), parts, finer };
}

/** The arrow stays with what comes first. */
function arrowed({ parts: [first, ...rest] }: Group): Group {
  if (!first) return together();
  return together('role' in first ? { ...first, text: `→ ${first.text}` } : arrowed(first), ...rest);
}

/** `12月10日 09:30` is two values. */
const valuesIn = (role: Role, text: string): Group =>
  together(...text.split(' ').map((value) => piece(role, value)));

const placeOf = (role: Role, room: string | undefined, detail = ''): readonly Piece[] =>
  room !== undefined ? [piece(role, room)] : detail === '' ? [] : [piece('text', detail)];

const time = (role: Role, at: Instant): Piece => piece(role, at.slice(11, 16));

const day = (at: Instant, { generated }: Age): Piece => {
  const { year, date } = whenOf(at, generated);
  return piece('time', year + date);
};

function moment(at: Instant, { generated }: Age, role: Role = 'time'): Group {
  const when = whenOf(at, generated);
  return together(...[when.year, when.date, when.time].filter(Boolean).map((text) => piece(role, text)));
}

const piece = (role: Role, text: string): Piece => ({ role, text });
