import { isLegacy } from '../announcement/legacy.ts';
import { isSameParty } from '../announcement/party.ts';
import type { Stage } from '../announcement/type.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { correctionsOf, type Effective } from './corrections.ts';
import {
  followCourses,
  isLost,
  lotsMeant,
  stateOf,
  type Course,
  type CourseState,
  type CourseStep,
  type LotCourse,
} from './course.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';
import { awardsIn } from './lots.ts';
import { checkTurn } from './suspension.ts';

/** What has happened to an announcement through later ones; each names the later announcement. */
export interface Events {
  corrected: readonly string[];
  terminated?: string;
  failed?: string;
  suspended?: string;
  /** Lots that alone are suspended, each with the announcement that says so. Absent where none is. */
  suspendedLots?: Readonly<Record<string, string>>;
  /** What took the matter up again, until it is suspended once more. */
  resumed?: string;
  result?: string;
  /** An old announcement that came after it, where none but that says how the matter went on. */
  archived?: string;
  /** Every announcement that stopped it or took it up again, in the order of publication; absent where none did. */
  turns?: readonly string[];
  /** Later announcements that were withdrawn: what they did to it is undone. Absent where none was. */
  withdrawn?: readonly string[];
}

/** Follows each matter through its life, and says to each announcement of it where that and its lots stand. */
export function followLives(
  archive: LinkedAnnouncements,
  effective: ReadonlyMap<string, Effective>,
): {
  events: ReadonlyMap<string, Events>;
  courses: ReadonlyMap<string, Course>;
  findings: readonly Finding[];
} {
  const { courses, arrivals } = followCourses(archive);
  const named = namedLater(archive);
  const events = archive.entries.map((entry): [string, Events] => [
    entry.id,
    { corrected: [], ...named.get(entry.id), ...stoodIn(archive, courses, entry) },
  ]);
  const findings = archive.entries.flatMap((entry) => {
    const parent = archive.parentOf(entry);
    const arrival = arrivals.get(entry.id);
    if (!parent || !arrival) return [];
    return [
      ...checkAfterEnd(entry, arrival.before),
      ...checkResult(entry, effective.get(parent.id)!),
      ...checkTurn(
        entry,
        arrival.turn,
        arrival.before.lots.some((lot) => stateOf(lot)?.state === 'suspended'),
      ),
    ];
  });
  return { events: new Map(events), courses, findings };
}

/** What later announcements that name each, or rest on what names it, did to it alone. */
function namedLater(
  archive: LinkedAnnouncements,
): ReadonlyMap<string, Pick<Events, 'corrected' | 'withdrawn'>> {
  const named = new Map<string, { corrected: string[]; withdrawn?: string[] }>(
    archive.entries.map(({ id }) => [id, { corrected: [] }]),
  );
  for (const entry of archive.entries) {
    const parent = archive.parentOf(entry);
    if (!parent) continue;
    if (isCurrent(entry)) {
      if (correctionsOf(entry.announcement).length > 0) named.get(parent.id)!.corrected.push(entry.id);
      continue;
    }
    for (const { id } of archive.matterOf(parent)) (named.get(id)!.withdrawn ??= []).push(entry.id);
  }
  return named;
}

/** Stages of which a page says where the matter stands. What corrects, stops or answers speaks of these. */
const STEMS: ReadonlySet<Stage> = new Set(['plan', 'call', 'evaluation', 'result']);

/** Where the lots of an announcement stand by what came after it. */
function stoodIn(
  archive: LinkedAnnouncements,
  courses: ReadonlyMap<string, Course>,
  entry: Linked,
): Partial<Events> {
  const course = courses.get(archive.matterOf(entry).at(-1)!.id);
  const { announcement } = entry;
  if (!course || !(STEMS.has(specOf(announcement).stage) || isLegacy(announcement))) return {};
  const place = course.ids.indexOf(entry.id);
  const later = new Set(course.ids.slice(place + 1));
  const turns = course.turns.filter((id) => later.has(id));
  const lots = isAmong(course.lots, lotsMeant(archive, entry));
  const isLater = ({ by, at, archived }: CourseStep): boolean =>
    later.has(by) || (archived === true && by !== entry.id && at >= announcement.publishedAt);
  return { ...standing(lots, isLater), ...(turns.length > 0 && { turns }) };
}

/** Where lots stand together, as far as steps that count here have brought them there. */
function standing(lots: readonly LotCourse[], counts: (step: CourseStep) => boolean): Partial<Events> {
  const latest = (is: (step: CourseStep) => boolean): CourseStep | undefined =>
    lots
      .flatMap((lot) => lastOf(lot, is) ?? [])
      .reduce<CourseStep | undefined>((last, step) => (last && last.at > step.at ? last : step), undefined);
  const running = lots.filter((lot) => !isLost(stateOf(lot)));
  if (running.length === 0) {
    const end = latest(({ state }) => state === 'failed' || state === 'terminated');
    if (!end || !counts(end)) return {};
    return end.state === 'terminated' ? { terminated: end.by } : { failed: end.by };
  }
  const held = running.filter((lot) => stateOf(lot)?.state === 'suspended');
  const turn = latest(({ state, resumed }) => resumed === true || state === 'suspended');
  const resumed = latest((step) => step.resumed === true);
  const won = latest(({ state }) => state === 'won');
  const old = latest(({ state }) => state === 'archived');
  const isArchived = running.every((lot) => stateOf(lot)?.state === 'archived');
  const isSettled = running.every((lot) => WITH_WINNER.has(stateOf(lot)?.state ?? 'called'));
  return {
    ...suspended(held, running, counts),
    ...(resumed &&
      counts(resumed) &&
      (turn === resumed || held.length < running.length) && { resumed: resumed.by }),
    ...(isSettled && won && counts(won) && { result: won.by }),
    ...(isArchived && old && counts(old) && { archived: old.by }),
  };
}

/** States in which a lot has found who gets it. */
const WITH_WINNER: ReadonlySet<CourseState> = new Set(['won', 'contracted', 'contract-ended', 'performed']);

const lastOf = ({ steps }: LotCourse, is: (step: CourseStep) => boolean): CourseStep | undefined =>
  steps.findLast(is);

/** The suspension of all that runs, or of lots alone, each by the announcement that says so. */
function suspended(
  held: readonly LotCourse[],
  running: readonly LotCourse[],
  counts: (step: CourseStep) => boolean,
): Pick<Events, 'suspended' | 'suspendedLots'> {
  const by = held.flatMap((lot) => {
    const step = stateOf(lot)!;
    return counts(step) ? [{ lot: lot.lot, by: step.by }] : [];
  });
  if (by.length === 0) return {};
  if (held.length === running.length) return { suspended: by.at(-1)!.by };
  return { suspendedLots: Object.fromEntries(by.map(({ lot, by }) => [lot ?? '', by])) };
}

/** The lots that an announcement of `named` ones is of; of all where it names none, or none that are known. */
function isAmong(lots: readonly LotCourse[], named: readonly string[]): readonly LotCourse[] {
  const among = lots.filter(({ lot }) => lot !== undefined && named.includes(lot));
  return among.length > 0 ? among : lots;
}

/** Stages that a terminated or failed matter cannot reach any more. */
const AFTER_END: ReadonlySet<Stage> = new Set(['answer', 'evaluation', 'result', 'contract', 'performance']);

/** Nothing comes after the end of the whole but a new call, and no winner after the failure of a lot. */
function checkAfterEnd({ id, announcement }: Linked, { lots }: Course): readonly Finding[] {
  const { stage, term } = specOf(announcement);
  if (!AFTER_END.has(stage)) return [];
  if (lots.every((lot) => isLost(stateOf(lot)))) {
    const end = stateOf(lots[0]!)!.by;
    const message = `项目已经由“${end}”终止，不能再发${term}`;
    const help = '核对关联公告；重新招标的，接在重新招标的公告后面';
    return [{ code: 'L110', id, at: 'related', message, help }];
  }
  const lost = new Set(lots.filter((one) => isLost(stateOf(one))).map(({ lot }) => lot));
  return awardsIn(announcement).flatMap(({ at, lot }) => {
    if (!lost.has(lot)) return [];
    const message = `标段（包）“${lot}”已经流标`;
    return [{ code: 'L113', id, at, message, help: '核对编号；这个标段（包）没有成交就写“流标”' }];
  });
}
/** A result comes after the publicity of what it rests on, and its winners are among the candidates. */
function checkResult(entry: Linked, { announcement: parent }: Effective): readonly Finding[] {
  const { id, announcement } = entry;
  // What an old site said of it may be half of it.
  if (specOf(announcement).stage !== 'result' || isLegacy(parent)) return [];
  const findings: Finding[] = [];
  const until = 'publicityUntil' in parent ? parent.publicityUntil : undefined;
  if (until !== undefined && announcement.publishedAt.slice(0, 10) <= until) {
    const message = `${specOf(parent).term}还没有结束`;
    const help = `公示到 ${until} 结束，结果在次日或之后发布`;
    findings.push({ code: 'L111', id, at: 'publishedAt', message, help });
  }
  const candidates = 'candidates' in parent ? parent.candidates : undefined;
  if (!candidates) return findings;
  for (const { at, winner, lot } of winnersIn(entry)) {
    const able = candidates.filter(({ lotCode }) => !lot || !lotCode || lotCode === lot);
    if (able.some(({ name }) => isSameParty(name, winner))) continue;
    const help =
      able.length === 0
        ? `标段（包）“${lot!}”没有公示过候选人，核对编号`
        : `候选人有：${able.map(({ name }) => name).join('、')}`;
    findings.push({ code: 'L117', id, at, message: `“${winner}”不在公示的中标候选人里`, help });
  }
  return findings;
}

function winnersIn({ announcement }: Linked): readonly { at: string; winner: string; lot?: string }[] {
  if (!('lotResults' in announcement || 'winner' in announcement)) return [];
  const results = 'lotResults' in announcement ? (announcement.lotResults ?? []) : [];
  return [
    ...('winner' in announcement && announcement.winner
      ? [{ at: 'winner', winner: announcement.winner }]
      : []),
    ...results.flatMap(({ winner, lotCode }, index) =>
      winner ? [{ at: `lotResults.${index}.winner`, winner, lot: lotCode }] : [],
    ),
  ];
}
