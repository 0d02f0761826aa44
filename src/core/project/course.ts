import { factOf } from '../announcement/fact.ts';
import type { Instant } from '../announcement/instant.ts';
import { formerTypesOf } from '../announcement/former-type.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { isSameParty } from '../announcement/party.ts';
import type { Stage } from '../announcement/type.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';
import { lotsListed, lotsTouched } from './lots.ts';
import { lotCodesOf, statedOutcomes } from '../announcement/outcomes.ts';
import { MattersByCode } from './matters-by-code.ts';
import { turnOf, type Turn } from './suspension.ts';

/**
 * Where a matter, or one of its lots, stands:
 * planned 计划 · called 公开征集 · suspended 中止 · evaluated 评审 · won 有了结果 · overturned 结果被处理决定改变 · failed 流标 ·
 * terminated 终止 · retendered 已重新招标 · continued 由后一个公告接着办 · contracted 签了合同 · contract-ended 合同终止 ·
 * performed 履约 · archived 看存量公告才知道
 */
export type CourseState =
  | 'planned'
  | 'called'
  | 'suspended'
  | 'evaluated'
  | 'won'
  | 'overturned'
  | 'failed'
  | 'terminated'
  | 'retendered'
  | 'continued'
  | 'contracted'
  | 'contract-ended'
  | 'performed'
  | 'archived';

/** A state with the announcement that brought it about. */
export interface CourseStep {
  state: CourseState;
  /** Id of the announcement. */
  by: string;
  at: Instant;
  /** Set where a suspended matter goes on: the state is the one that it had before. */
  resumed?: true;
  /** Set where an old announcement 存量公告 came after: whether that is all that became of it is not known. */
  archived?: true;
}

/** The life of one lot, parcel or asset, or of a matter without any. */
export interface LotCourse {
  /** Absent for the matter as a whole. */
  lot?: string;
  /** In the order of publication. The last one is where it stands; there is none where its call was withdrawn 撤下. */
  steps: readonly CourseStep[];
}

/** The life of a matter: one call, or one plan, and what rests on it. A call after a failure begins another. */
export interface Course {
  /** Id of the announcement that began it. */
  root: string;
  /** One a lot that its call lists, in that order; one without a code where it lists none; then those named later. */
  lots: readonly LotCourse[];
  /** The announcements in it that stand, in the order of publication. */
  ids: readonly string[];
  /** Those of them that suspended, resumed or ended the whole. */
  turns: readonly string[];
  /** The failure, termination or result of an earlier matter after which this one calls anew. */
  after?: string;
}

/** Where a lot stands. */
export const stateOf = ({ steps }: LotCourse): CourseStep | undefined => steps.at(-1);

/** States in which a lot has found no winner and waits for none. */
const LOST: ReadonlySet<CourseState> = new Set(['failed', 'terminated', 'retendered']);

export const isLost = (step: CourseStep | undefined): boolean => step !== undefined && LOST.has(step.state);

/** What each announcement met when it came: the course as it was before it, and what it did to a suspension. */
interface Arrival {
  before: Course;
  turn: Turn | undefined;
}

/**
 * Follows every matter and each of its lots through the announcements that stand, by one rule for each stage. Illegal
 * orders have findings of their own; here each announcement leaves every lot in exactly one state.
 */
export function followCourses(archive: LinkedAnnouncements): {
  courses: ReadonlyMap<string, Course>;
  arrivals: ReadonlyMap<string, Arrival>;
} {
  const courses = new Map<string, Course>();
  const arrivals = new Map<string, Arrival>();
  const ofCode = new MattersByCode();
  for (const entry of archive.entries) {
    if (!isCurrent(entry)) continue;
    const root = archive.matterOf(entry).at(-1)!;
    const before = courses.get(root.id) ?? beginning(archive, root);
    const parent = archive.parentOf(entry);
    const turn = parent && turnOf(entry, parent.announcement, before.lots.some(isSuspended));
    arrivals.set(entry.id, { before, turn });
    courses.set(root.id, advance(archive, before, entry, turn));
    if (entry === root && parent) followOn(archive, courses, root, parent);
    if (isLegacy(entry.announcement))
      for (const id of ofCode.beside(entry, root)) courses.set(id, clouded(courses.get(id)!, entry));
    ofCode.add(root);
  }
  return { courses, arrivals };
}

/** An old announcement that names none may be of any matter of its project. */
const clouded = (course: Course, entry: Linked): Course => ({
  ...course,
  lots: course.lots.map((lot) => ({ ...lot, steps: afterLegacy(lot, entry) })),
});

function beginning(archive: LinkedAnnouncements, root: Linked): Course {
  const listed = lotsListed(archive, root);
  const lots = listed.map((lot) => ({ lot, steps: [] }));
  return { root: root.id, lots: lots.length > 0 ? lots : [{ steps: [] }], ids: [], turns: [] };
}

/** A course after one more announcement. */
function advance(
  archive: LinkedAnnouncements,
  course: Course,
  entry: Linked,
  turn: Turn | undefined,
): Course {
  const { id, announcement } = entry;
  const stage = specOf(announcement).stage;
  const meant = lotsMeant(archive, entry);
  const lots = withNamed(course.lots, meant);
  // Codes of which the call lists none, other spellings of its own: then all is meant.
  const named = meant.some((code) => lots.some(({ lot }) => lot === code)) ? meant : [];
  const isTurn = turn !== undefined || (named.length === 0 && ENDS.has(stage));
  const steps = (lot: LotCourse): readonly CourseStep[] => {
    if (!isOf(entry, named, lot)) return lot.steps;
    if (isLegacy(announcement)) return afterLegacy(lot, entry);
    const state = stateAfter(lot, entry, turn);
    return state ? [...lot.steps, { ...state, by: id, at: announcement.publishedAt }] : lot.steps;
  };
  return {
    ...course,
    lots: lots.map((lot) => ({ ...lot, steps: steps(lot) })),
    ids: [...course.ids, id],
    turns: isTurn ? [...course.turns, id] : course.turns,
  };
}

const ENDS: ReadonlySet<Stage> = new Set(['failure', 'termination']);

/** Stages that speak of the lots of what they rest on, where they name none: an award of those of its candidates. */
const RESTING: ReadonlySet<Stage> = new Set(['evaluation', 'result', 'contract', 'performance', 'dispute']);

/** The lots that an announcement is of; none means all. A contract is of those that its contractor won. */
export function lotsMeant(archive: LinkedAnnouncements, entry: Linked): readonly string[] {
  const own = lotsNamed(entry.announcement);
  if (own.length > 0 || !RESTING.has(specOf(entry.announcement).stage)) return own;
  const above = archive
    .matterOf(entry)
    .slice(1)
    .filter(({ announcement }) => RESTING.has(specOf(announcement).stage))
    .map(({ announcement }) => announcement)
    .find((announcement) => lotsNamed(announcement).length > 0);
  if (!above) return [];
  const party = factOf(entry.announcement, 'winner')?.text;
  const won = statedOutcomes(above).filter(
    ({ winner }) => party !== undefined && winner !== undefined && isSameParty(winner.text, party),
  );
  return won.length > 0 ? won.flatMap(({ lots }) => lots) : lotsNamed(above);
}

/** The lots that an announcement speaks of; of a land result its parcels. */
const lotsNamed = (announcement: Linked['announcement']): readonly string[] => [
  ...new Set([...lotsTouched(announcement), ...statedOutcomes(announcement).flatMap(({ lots }) => lots)]),
];

/**
 * Lots that no call lists are known from when an announcement names them; until then they went with the whole. Where
 * the call lists its lots, a code that is not among them is a slip, told by a finding.
 */
function withNamed(lots: readonly LotCourse[], named: readonly string[]): readonly LotCourse[] {
  const whole = lots.find(({ lot }) => lot === undefined);
  if (!whole) return lots;
  const known = new Set(lots.map(({ lot }) => lot));
  return [...lots, ...named.filter((lot) => !known.has(lot)).map((lot) => ({ lot, steps: whole.steps }))];
}

/** Whether an announcement of `named` lots is of `lot`. What is of some lots alone says nothing of a whole without a list. */
const isOf = ({ announcement }: Linked, named: readonly string[], { lot }: LotCourse): boolean =>
  named.length === 0 || (lot === undefined ? lotCodesOf(announcement).length === 0 : named.includes(lot));

type State = Pick<CourseStep, 'state' | 'resumed'>;

/** Stages that put every lot they are of into one state. */
const STATE_OF: Readonly<Partial<Record<Stage, CourseState>>> = {
  plan: 'planned',
  call: 'called',
  evaluation: 'evaluated',
  contract: 'contracted',
  performance: 'performed',
};

/** What an announcement makes of a lot that it is of; nothing where it leaves it as it was. */
function stateAfter(lot: LotCourse, { announcement }: Linked, turn: Turn | undefined): State | undefined {
  const current = stateOf(lot);
  const { stage, endsContract } = specOf(announcement);
  if (turn === 'suspends') return isLost(current) ? undefined : { state: 'suspended' };
  if (turn === 'resumes') {
    if (!isSuspended(lot)) return undefined;
    const before = lot.steps.findLast(({ state }) => state !== 'suspended');
    return { state: before?.state ?? 'called', resumed: true };
  }
  // What has ended is taken up by a new call alone; a failure 流标 may still be followed by the end of the whole.
  if (isLost(current) && (stage !== 'termination' || current!.state !== 'failed')) return undefined;
  if (stage === 'dispute')
    return overturns(announcement) && isDecided(current) ? { state: 'overturned' } : undefined;
  const outcomes = statedOutcomes(announcement);
  const outcome =
    outcomes.find(({ lots }) => lots.includes(lot.lot ?? '')) ??
    outcomes.find(({ state }) => state === 'won') ??
    outcomes[0];
  if (outcome) return { state: outcome.state };
  const state = endsContract ? 'contract-ended' : STATE_OF[stage];
  return state && { state };
}

/** States that no old announcement takes away: somebody has said so in full. */
const STAYS: ReadonlySet<CourseState> = new Set([
  'suspended',
  'won',
  'overturned',
  'contracted',
  'contract-ended',
  'performed',
]);

/** An old announcement decides nothing; where a lot stands after it, and whether that is all, has to be read in it. */
function afterLegacy(lot: LotCourse, { id, announcement }: Linked): readonly CourseStep[] {
  const current = stateOf(lot);
  const former = formerTypesOf(announcement);
  // An answer leaves a matter where it is.
  const isAnswer = former.length > 0 && former.every(({ stage }) => stage === 'answer');
  if (isLost(current) || (isAnswer && current)) return lot.steps;
  if (current && STAYS.has(current.state)) return [...lot.steps.slice(0, -1), { ...current, archived: true }];
  return [...lot.steps, { state: 'archived', archived: true, by: id, at: announcement.publishedAt }];
}

const isSuspended = (lot: LotCourse): boolean => stateOf(lot)?.state === 'suspended';

const isDecided = (step: CourseStep | undefined): boolean =>
  step?.state === 'evaluated' || step?.state === 'won' || step?.state === 'contracted';

/** A decision 投诉处理 that takes a result away, by its own words. */
const OVERTURNS =
  /(?:中标|成交|评审|评标|采购|招标)[^。；]*(?:无效|撤销|作废)|责令重新|重新(?:评审|评标|开展|组织)/u;
/** A clause that grants nothing: it dismisses, or tells what was asked for. */
const GRANTS_NOTHING = /驳回|不成立|不予|请求|要求|主张|诉称|认为|未/u;

function overturns(announcement: Linked['announcement']): boolean {
  const outcome = 'outcome' in announcement ? (announcement.outcome ?? '') : '';
  return outcome
    .split(/[，；。,;]/u)
    .some((clause) => OVERTURNS.test(clause) && !GRANTS_NOTHING.test(clause));
}

/** What a call does to the matter that it follows: a plan goes on with it, what had failed is called anew. */
function followOn(
  archive: LinkedAnnouncements,
  courses: Map<string, Course>,
  root: Linked,
  parent: Linked,
): void {
  const earlier = archive.matterOf(parent).at(-1)!.id;
  const course = courses.get(earlier);
  if (!course) return;
  const { stage } = specOf(parent.announcement);
  const isAnew = stage === 'failure' || stage === 'termination' || stage === 'result';
  if (isAnew) courses.set(root.id, { ...courses.get(root.id)!, after: parent.id });
  const state = isAnew ? 'retendered' : 'continued';
  const named = lotsTouched(parent.announcement);
  const called = lotsListed(archive, root).filter((lot) => course.lots.some((one) => one.lot === lot));
  const concerned = (lot: LotCourse): boolean => {
    if (!isAnew) return !isLost(stateOf(lot));
    if (!isLost(stateOf(lot))) return false;
    const among = called.length > 0 ? called : named;
    return lot.lot === undefined || among.length === 0 || among.includes(lot.lot);
  };
  const step: CourseStep = { state, by: root.id, at: root.announcement.publishedAt };
  courses.set(earlier, {
    ...course,
    lots: course.lots.map((lot) => (concerned(lot) ? { ...lot, steps: [...lot.steps, step] } : lot)),
  });
}
