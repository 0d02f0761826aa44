import { dayOf, type Instant } from './announcement/instant.ts';
import { formOf, typeOf, type Announcement } from './announcement/schema.ts';
import { withdrawalOf } from './announcement/withdrawal.ts';
import { addDays } from './calendar.ts';
import type { Change, Effective } from './project.ts';

/** What an alteration does, strongest first. */
export type AlterationKind =
  | 'withdrawal'
  | 'termination'
  | 'failure'
  | 'suspension'
  | 'resumption'
  | 'extension'
  | 'correction'
  | 'erratum';

/** One thing that was changed: its old and its new words. */
export interface AlteredLine {
  label: string;
  from: string;
  to: string;
  /** A deadline that now comes later or earlier. */
  deadline?: 'later' | 'earlier';
}

/** Something that changed what an earlier announcement says, stopped it or took it down. */
export interface Alteration {
  kind: AlterationKind;
  at: Instant;
  /** Id of the announcement that says so. */
  by: string;
  /** Id of the announcement it is about; of an erratum or a withdrawal the same. */
  about: string;
  lines: readonly AlteredLine[];
  reason?: string;
  /** What a withdrawal rests on. */
  basis?: string;
  /** Lots to which it is confined. */
  lots?: readonly string[];
}

type Entry = { id: string; announcement: Announcement };

/** Everything that was ever changed, stopped or taken down, the newest first. */
export const listAlterations = (
  entries: readonly Entry[],
  effective: ReadonlyMap<string, Effective>,
): readonly Alteration[] =>
  entries.flatMap((entry) => alterationsBy(entry, (id) => effective.get(id))).sort(byLatest);

/**
 * What one announcement changed, stopped or took down. What was taken down does nothing else any more.
 * @param effectiveOf the announcement that it names, with its corrections; undefined where there is none
 */
export const alterationsBy = (entry: Entry, effectiveOf: EffectiveOf): readonly Alteration[] =>
  withdrawalBy(entry) ?? [...errataOf(entry), ...alterationBy(entry, effectiveOf)];

type EffectiveOf = (id: string) => Effective | undefined;

/** The newest first; those of one moment by the announcement that says so. */
export const byLatest = (a: Alteration, b: Alteration): number =>
  a.at > b.at ? -1 : a.at < b.at ? 1 : a.by < b.by ? -1 : a.by > b.by ? 1 : 0;

/** Alterations a page of news has at the least, and the days, back from the newest, within which none is left out. */
const LEAST = 30;
const COMPLETE_DAYS = 31;

/** The alterations of the page of news, from those sorted newest first. */
export function newestAlterations(alterations: readonly Alteration[]): readonly Alteration[] {
  const newest = alterations[0];
  if (!newest) return [];
  const since = addDays(dayOf(newest.at), -COMPLETE_DAYS);
  return alterations.filter(({ at }, index) => index < LEAST || dayOf(at) >= since);
}

function withdrawalBy({ id, announcement }: Entry): readonly Alteration[] | undefined {
  const withdrawal = withdrawalOf(announcement);
  if (!withdrawal) return undefined;
  const { at, reason, basis } = withdrawal;
  return [
    { kind: 'withdrawal', at, by: id, about: id, lines: [], reason, ...(basis !== undefined && { basis }) },
  ];
}

const TURNS: Readonly<Record<string, AlterationKind>> = {
  suspension: 'suspension',
  resumption: 'resumption',
  failure: 'failure',
  termination: 'termination',
};

function alterationBy({ id, announcement }: Entry, effectiveOf: EffectiveOf): readonly Alteration[] {
  const about = 'related' in announcement ? announcement.related : undefined;
  const target = about === undefined ? undefined : effectiveOf(about);
  if (about === undefined || !target) return [];
  const turn = TURNS[typeOf(announcement.category, announcement.type).stage];
  const own = target.changes.filter(({ by }) => by === id);
  const lines = own.map((change) => lineOf(change, target));
  if (turn === undefined && lines.length === 0) return [];
  const lots = 'lotCodes' in announcement ? announcement.lotCodes : undefined;
  const reason = 'reason' in announcement ? announcement.reason : undefined;
  return [
    {
      kind: turn ?? (isExtension(own, target) ? 'extension' : 'correction'),
      at: announcement.publishedAt,
      by: id,
      about,
      lines,
      ...(reason !== undefined && { reason }),
      ...(lots && { lots }),
    },
  ];
}

function lineOf(change: Change, target: Effective): AlteredLine {
  const { label, from, to } = change;
  const deadline = isDeadline(change, target) ? directionOf(change.values!) : undefined;
  return { label, from, to, ...(deadline && { deadline }) };
}

/** Whether a deadline is later in the end than it was before, however often the announcement moves it. */
function isExtension(changes: readonly Change[], target: Effective): boolean {
  const moves = changes.filter((change) => isDeadline(change, target));
  return [...Map.groupBy(moves, ({ field }) => field).values()].some(
    (own) => directionOf({ from: own[0]!.values!.from, to: own.at(-1)!.values!.to }) === 'later',
  );
}

function isDeadline({ field: key, values }: Change, { announcement }: Effective): boolean {
  const form = formOf(typeOf(announcement.category, announcement.type));
  return values !== undefined && form.find((one) => one.key === key)?.role === 'deadline';
}

/** Instants are text whose order is that of time. */
const directionOf = ({ from, to }: { from: unknown; to: unknown }): AlteredLine['deadline'] =>
  from === to ? undefined : String(to) > String(from) ? 'later' : 'earlier';

const errataOf = ({ id, announcement }: Entry): readonly Alteration[] =>
  (announcement.errata ?? []).map(({ at, field, from, to, reason }) => ({
    kind: 'erratum' as const,
    at,
    by: id,
    about: id,
    lines: [{ label: field ?? '正文', from, to }],
    reason,
  }));
