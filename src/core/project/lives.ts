import { isSameParty } from '../announcement/party.ts';
import type { Stage } from '../announcement/type.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { correctionsOf, type Effective } from './corrections.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';
import { knownLots, lotCodesOf, lotsTouched } from './lots.ts';
import { checkTurn, suspensionAfter, turnOf, type Suspension } from './suspension.ts';

/** What has happened to an announcement through later ones; each names the later announcement. */
export interface Events extends Suspension {
  corrected: readonly string[];
  terminated?: string;
  failed?: string;
  result?: string;
  /** Every announcement that stopped it or took it up again, in the order of publication; absent where none did. */
  turns?: readonly string[];
  /** Later announcements that were withdrawn: what they did to it is undone. Absent where none was. */
  withdrawn?: readonly string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Stages that a terminated or failed matter cannot reach any more. */
const AFTER_END: ReadonlySet<Stage> = new Set(['answer', 'evaluation', 'result', 'contract', 'performance']);

/** Follows each matter through its life: what may not come after an end, which events reach the call. */
export function followLives(
  archive: LinkedAnnouncements,
  effective: ReadonlyMap<string, Effective>,
): { events: ReadonlyMap<string, Events>; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const events = new Map<string, Mutable<Events>>(archive.entries.map(({ id }) => [id, { corrected: [] }]));
  const settled = new Map<string, Set<string>>();
  for (const entry of archive.entries) {
    const parent = archive.parentOf(entry);
    if (!parent) continue;
    const line = archive.matterOf(parent);
    const matter = line.map(({ id }) => events.get(id)!);
    const lots = settledWith(entry, settled.get(line.at(-1)!.id) ?? new Set());
    settled.set(line.at(-1)!.id, lots);
    // A result of some lots leaves what is of others too open until they have theirs.
    const decided = line.map((one) => isOfAll(entry) || lotsOf(archive, one).every((lot) => lots.has(lot)));
    const end = matter.map(({ terminated, failed }) => terminated ?? failed).find((id) => id !== undefined);
    if (end !== undefined) findings.push(...checkAfterEnd(entry, end));
    findings.push(...checkResult(entry, effective.get(parent.id)!));
    findings.push(...record(entry, parent, events, matter, decided));
  }
  return { events, findings };
}

/** Notes what an announcement does to its parent and to all that its parent rests on. */
function record(
  entry: Linked,
  parent: Linked,
  events: ReadonlyMap<string, Mutable<Events>>,
  matter: readonly Mutable<Events>[],
  decided: readonly boolean[],
): readonly Finding[] {
  const { id, announcement } = entry;
  if (!isCurrent(entry)) {
    for (const event of matter) event.withdrawn = [...(event.withdrawn ?? []), id];
    return [];
  }
  const { stage } = specOf(announcement);
  const isWhole = lotCodesOf(announcement).length === 0;
  const own = events.get(parent.id)!;
  if (correctionsOf(announcement).length > 0) own.corrected = [...own.corrected, id];
  // The whole matter rests or goes on together: its last announcement, the call, has seen every turn of it.
  const before = { ...matter.at(-1) };
  const turn = turnOf(entry, parent.announcement, before);
  const ends = (stage === 'termination' || stage === 'failure') && isWhole;
  for (const [place, event] of matter.entries()) {
    if (turn !== undefined || ends) event.turns = [...(event.turns ?? []), id];
    if (turn !== undefined) turnTo(event, suspensionAfter(event, turn, entry));
    if (stage === 'termination' && isWhole) event.terminated = id;
    if (stage === 'failure' && isWhole) event.failed = id;
    if (stage === 'result' && decided[place]) event.result = id;
  }
  return checkTurn(entry, turn, before);
}

const isOfAll = ({ announcement }: Linked): boolean => lotCodesOf(announcement).length === 0;

/** The lots that an announcement is of: those that it names, or all that were announced. */
function lotsOf(archive: LinkedAnnouncements, entry: Linked): readonly string[] {
  const touched = lotsTouched(entry.announcement);
  return touched.length > 0 ? touched : knownLots(archive, entry);
}

/** Stages after which a lot waits for no result. */
const SETTLING: ReadonlySet<Stage> = new Set(['result', 'failure', 'termination']);

/** The lots of a call that have a result or have failed, with those of one more announcement. */
const settledWith = (entry: Linked, before: Set<string>): Set<string> =>
  isCurrent(entry) && SETTLING.has(specOf(entry.announcement).stage)
    ? before.union(new Set(lotsTouched(entry.announcement)))
    : before;

function turnTo(event: Mutable<Events>, after: Suspension): void {
  delete event.suspended;
  delete event.suspendedLots;
  delete event.resumed;
  Object.assign(event, after);
}

function checkAfterEnd({ id, announcement }: Linked, end: string): readonly Finding[] {
  const { stage, term } = specOf(announcement);
  if (!AFTER_END.has(stage)) return [];
  const message = `项目已经由“${end}”终止，不能再发${term}`;
  const help = '核对关联公告；重新招标的，接在重新招标的公告后面';
  return [{ code: 'L110', id, at: 'related', message, help }];
}

/** A result comes after the publicity of what it rests on, and its winners are among the candidates. */
function checkResult(entry: Linked, { announcement: parent }: Effective): readonly Finding[] {
  const { id, announcement } = entry;
  if (specOf(announcement).stage !== 'result') return [];
  const findings: Finding[] = [];
  const until = 'publicityUntil' in parent ? parent.publicityUntil : undefined;
  if (until !== undefined && announcement.publishedAt.slice(0, 10) <= until) {
    const message = `${specOf(parent).term}还没有结束`;
    const help = `公示到 ${until} 结束，结果在次日或之后发布`;
    findings.push({ code: 'L111', id, at: 'publishedAt', message, help });
  }
  if (!('candidates' in parent)) return findings;
  for (const { at, winner, lot } of winnersIn(entry)) {
    const able = parent.candidates.filter(({ lotCode }) => !lot || !lotCode || lotCode === lot);
    if (able.some(({ name }) => isSameParty(name, winner))) continue;
    const help = `候选人有：${able.map(({ name }) => name).join('、')}`;
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
