import { printDate } from '../core/announcement/instant.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import type { Edition } from '../core/edition.ts';
import type { Course } from '../core/project.ts';
import { isLost, stateOf, type CourseStep, type LotCourse } from '../core/project/course.ts';
import { expectedOfLots, type ExpectedStep } from '../core/project/expected.ts';
import { lotTermOf } from '../core/project/lots.ts';
import { announcementPath } from './address.ts';
import { wordsOf, type LotWord } from './lot-states.ts';

/** One place on the track of a lot, told apart by its shape: gone through, ended there, or still ahead. */
interface Place {
  /** What stands at the head of its column: 招标公告, 中标结果公告. */
  column: string;
  kind: 'done' | 'held' | 'lost' | 'ahead';
  words: readonly LotWord[];
  /** Of a step ahead: when, in words, and from when on it is late. */
  when?: string | undefined;
  due?: string | undefined;
}

/** The way of one lot. */
interface Track {
  lot: string;
  name: string | undefined;
  /** In the order of the columns; a column that the lot has passed by has none, and after the end of it there are none. */
  places: readonly (Place | undefined)[];
}

/** The lots of one call side by side, each on its way. */
export interface LotTracks {
  /** 标段, 采购包, 地块. */
  term: string;
  columns: readonly string[];
  tracks: readonly Track[];
}

/** The ways of the lots that a call lists; none where it lists fewer than two. */
export function lotTracks(edition: Edition, course: Course): LotTracks | undefined {
  const announcementWith = (id: string): Announcement => edition.effective(id).announcement;
  const listed = course.lots.filter(({ lot }) => lot !== undefined);
  if (listed.length < 2) return undefined;
  const ahead = expectedOfLots(course, announcementWith);
  const ways = listed.map((lot) => [
    ...placesGone(edition, lot),
    ...(ahead.get(lot.lot!) ?? []).map(placeAhead),
  ]);
  const columns = columnsOf(course, edition, ways);
  const root = announcementWith(course.root);
  return {
    term: lotTermOf(root),
    columns,
    tracks: listed.map(({ lot }, index) => ({
      lot: lot!,
      name: nameOf(root, lot!),
      places: placesIn(columns, ways[index]!),
    })),
  };
}

/** What is behind a lot. What stopped it for a time and was lifted is told by the list of all announcements. */
function placesGone(edition: Edition, lot: LotCourse): readonly Place[] {
  const last = stateOf(lot);
  const end = isLost(last) ? lot.steps.find((step) => isLost(step)) : undefined;
  return lot.steps
    .filter((step) => (step.resumed !== true && step.state !== 'suspended') || step === last)
    .filter((step) => step.state !== 'retendered')
    .map((step): Place => {
      const column = edition.row(step.by).typeTerm;
      if (step === end) return { column, kind: 'lost', words: wordsOf(edition, lot) };
      if (step.state === 'suspended') return { column, kind: 'held', words: wordsOf(edition, lot) };
      return { column, kind: 'done', words: [wordOf(edition, lot, step)] };
    });
}

/** Of a result who won and for how much; of all else the day. */
function wordOf(edition: Edition, lot: LotCourse, step: CourseStep): LotWord {
  const [word] = step.state === 'won' ? wordsOf(edition, { ...lot, steps: [step] }) : [];
  const { publishedAt } = edition.row(step.by);
  return (
    word ?? { text: printDate(publishedAt.slice(0, 10)), href: edition.address(announcementPath(step.by)) }
  );
}

const placeAhead = ({ what, when, due }: ExpectedStep): Place => ({
  column: what,
  kind: 'ahead',
  words: [],
  when,
  due,
});

/**
 * What happened in the order in which it first did, then what is ahead. The end of a lot stands in the column after the
 * last that it reached, where its own would stand between those of the others.
 */
function columnsOf(course: Course, edition: Edition, ways: readonly (readonly Place[])[]): readonly string[] {
  const places = ways.flat().filter(({ kind }) => kind !== 'lost');
  const reached = new Set(places.filter(({ kind }) => kind !== 'ahead').map(({ column }) => column));
  const gone = course.ids.map((id) => edition.row(id).typeTerm).filter((column) => reached.has(column));
  const ahead = places.filter(({ kind }) => kind === 'ahead').map(({ column }) => column);
  const columns = [...new Set([...gone, ...ahead])];
  const isFull = ways.some(
    (way) => way.at(-1)?.kind === 'lost' && placesIn(columns, way).length > columns.length,
  );
  return isFull ? [...columns, '结果'] : columns;
}

/** The places of one lot by column; the end of it directly after the last column that it reached. */
function placesIn(columns: readonly string[], way: readonly Place[]): readonly (Place | undefined)[] {
  const own = columns.map((column) =>
    way.findLast((place) => place.column === column && place.kind !== 'lost'),
  );
  const end = way.find(({ kind }) => kind === 'lost');
  return end ? [...own.slice(0, own.findLastIndex((place) => place !== undefined) + 1), end] : own;
}

function nameOf(call: Announcement, lot: string): string | undefined {
  const values = call as unknown as Readonly<Record<string, unknown>>;
  const records = Object.values(values).filter(Array.isArray).flat() as readonly {
    code?: string;
    name?: string;
  }[];
  return records.find((record) => Object(record).code === lot)?.name;
}
