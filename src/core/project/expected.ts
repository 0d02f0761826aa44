import type { Category } from '../announcement/category.ts';
import { printInstant, printDate, type Instant } from '../announcement/instant.ts';
import { formOf, typesIn, type Announcement } from '../announcement/schema.ts';
import type { Role } from '../announcement/field.ts';
import type { Stage, TypeSpec } from '../announcement/type.ts';
import { stateOf, type Course, type CourseState, type LotCourse } from './course.ts';
import { specOf } from './links.ts';
import { lotTermOf } from './lots.ts';

/** A step of a project that has not been announced yet. */
export interface ExpectedStep {
  what: string;
  /** When, in words, where an announcement says so. */
  when?: string;
  /** From when on it is late, where an announcement says when it was to be. */
  due?: Instant;
}

const AHEAD: readonly Stage[] = ['plan', 'call', 'evaluation', 'result', 'contract'];

/** What follows a plan is one of several types; which one is not known before it is there. */
const CALL: Readonly<Record<Category, string>> = {
  construction: '招标公告',
  procurement: '采购公告',
  land: '出让公告',
  property: '转让公告',
  general: '公告',
};

/** Gives an announcement with its corrections in force. */
type AnnouncementWith = (id: string) => Announcement;

/**
 * The steps that the matters of one project still have before them, by the types that may follow and the dates in
 * force. Nothing is expected of a lot that has a contract, has ended or is suspended, nor of a plan where there is a
 * call. Where lots stand at different steps, a step names those that it is expected for.
 */
export function expectedSteps(
  courses: readonly Course[],
  announcementWith: AnnouncementWith,
): readonly ExpectedStep[] {
  const isCall = ({ root }: Course): boolean => specOf(announcementWith(root)).stage === 'call';
  const called = courses.filter(isCall);
  const steps = (called.length > 0 ? called : courses).flatMap((course) => stepsOf(course, announcementWith));
  return steps.filter(
    ({ what, when }, at) => steps.findIndex((other) => other.what === what && other.when === when) === at,
  );
}

function stepsOf(course: Course, announcementWith: AnnouncementWith): readonly ExpectedStep[] {
  const all = [...expectedOfLots(course, announcementWith)].map(([lot, steps]) => ({ lot, steps }));
  return together(all, lotTermOf(announcementWith(course.root)));
}

/** What each lot of a course still has before it, by its code; the whole, where the call lists none, by an empty one. */
export function expectedOfLots(
  course: Course,
  announcementWith: AnnouncementWith,
): ReadonlyMap<string, readonly ExpectedStep[]> {
  // All bids of a call are opened at once: where one lot was evaluated, the others wait for no opening.
  const isOpened = course.lots.some(({ steps }) => steps.some(({ state }) => OPENED.has(state)));
  const listed = course.lots.filter(({ lot }) => lot !== undefined);
  // Lots that no call lists are not known; what is of one of them says nothing of the rest.
  const lots =
    listed.length === course.lots.length ? listed : course.lots.filter(({ lot }) => lot === undefined);
  return new Map(lots.map((lot) => [lot.lot ?? '', stepsAfterLot(lot, isOpened, announcementWith)]));
}

/** States after which the bids of a call have been opened. */
const OPENED: ReadonlySet<CourseState> = new Set(['evaluated', 'won', 'overturned', 'contracted']);

/** States of which the next step is known. */
const GOES_ON: ReadonlySet<CourseState> = new Set(['planned', 'called', 'evaluated', 'won']);

/** What a lot still has before it, after the announcement that brought it where it stands. */
function stepsAfterLot(
  lot: LotCourse,
  isOpened: boolean,
  announcementWith: AnnouncementWith,
): readonly ExpectedStep[] {
  const current = stateOf(lot);
  if (!current || current.archived || !GOES_ON.has(current.state)) return [];
  // What was taken up again stands where it stood, by the announcement that had brought it there.
  const { by } = lot.steps.findLast(({ state, resumed }) => state === current.state && !resumed) ?? current;
  return stepsAfter(announcementWith(by), isOpened);
}

/** The steps of all lots in the order of the lot that has most of them before it. */
function together(
  lots: readonly { lot: string; steps: readonly ExpectedStep[] }[],
  label: string,
): readonly ExpectedStep[] {
  const longest = lots.reduce(
    (most, { steps }) => (steps.length > most.length ? steps : most),
    lots[0]!.steps,
  );
  const placeOf = ({ what }: ExpectedStep): number => longest.findIndex((step) => step.what === what);
  const byStep = Map.groupBy(
    lots.flatMap(({ lot, steps }) => steps.map((step) => ({ lot, step }))),
    ({ step: { what, when = '' } }) => `${what} ${when}`,
  );
  return [...byStep.values()]
    .toSorted(([a], [b]) => placeOf(a!.step) - placeOf(b!.step))
    .map((same) => {
      const { step } = same[0]!;
      const named = `${step.what}（${label} ${same.map(({ lot }) => lot).join('、')}）`;
      return same.length === lots.length ? step : { ...step, what: named };
    });
}

function stepsAfter(last: Announcement, isOpened: boolean): readonly ExpectedStep[] {
  const spec = specOf(last);
  if (spec.stage === 'plan') return [{ what: CALL[last.category], ...monthOf(last) }];
  const opening = spec.stage === 'call' && !isOpened ? openingOf(last) : [];
  const rest = following(spec).filter(
    ({ id }) => id !== 'opening-record' || (opening.length === 0 && !isOpened),
  );
  const until = valueOf(last, 'publicity-until');
  return [
    ...opening,
    ...rest.map(({ term }, index) =>
      index === 0 && until !== undefined
        ? { what: term, when: `公示期满（${printDate(until)}）以后`, due: `${until}T24:00:00+08:00` }
        : { what: term },
    ),
  ];
}

/** The line of types from here to the contract; where one of several results may come, only that one will. */
function following(from: TypeSpec): readonly TypeSpec[] {
  const next = typesIn(from.category).find(
    ({ stage, follows }) =>
      follows.includes(from.id) &&
      AHEAD.indexOf(stage) > 1 &&
      AHEAD.indexOf(stage) >= AHEAD.indexOf(from.stage),
  );
  if (!next) return [];
  return next.stage === 'contract' ? [next] : [next, ...following(next)];
}

/** 开标, 拍卖, 竞价: the field's own word. */
function openingOf(announcement: Announcement): readonly ExpectedStep[] {
  const field = formOf(specOf(announcement)).find(({ role }) => role === 'opening');
  const at = valueOf(announcement, 'opening');
  return field && at !== undefined
    ? [{ what: field.label.replace(/时间$/u, ''), when: printInstant(at), due: at }]
    : [];
}

function valueOf(announcement: Announcement, role: Role): string | undefined {
  const field = formOf(specOf(announcement)).find((one) => one.role === role);
  const values = announcement as unknown as Readonly<Record<string, string | undefined>>;
  return field && values[field.key];
}

function monthOf(plan: Announcement): Pick<ExpectedStep, 'when' | 'due'> {
  const field = formOf(specOf(plan)).find(({ kind }) => kind?.name === 'month');
  const value = field && (plan as unknown as Readonly<Record<string, string | undefined>>)[field.key];
  if (!field || value === undefined) return {};
  const [year, month] = value.split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return { when: field.kind!.print(value), due: `${next}-01T00:00:00+08:00` };
}
