import { formOf, type Announcement } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import { correctionsOf } from './corrections.ts';
import { specOf, type Linked } from './links.ts';
import { lotCodesOf } from './lots.ts';

/** Whether a matter, or some of its lots, is suspended 中止, and by which announcement. */
export interface Suspension {
  suspended?: string;
  /** Lots that alone are suspended, each with the announcement that says so. Absent where none is. */
  suspendedLots?: Readonly<Record<string, string>>;
  /** What took the matter up again, until it is suspended once more. */
  resumed?: string;
}

/** What an announcement does to a matter. */
type Turn = 'suspends' | 'resumes';

/**
 * Whether an announcement suspends a matter or takes it up again. A correction of what is suspended does so when it
 * sets a new time or speaks of it; one of anything else leaves it as it is.
 */
export function turnOf(entry: Linked, about: Announcement, before: Suspension): Turn | undefined {
  const { stage } = specOf(entry.announcement);
  if (stage === 'suspension') return 'suspends';
  if (stage === 'resumption') return 'resumes';
  if (stage !== 'correction' || !isHeld(before)) return undefined;
  return setsTime(entry.announcement, about) || saysSo(entry.announcement) ? 'resumes' : undefined;
}

/** The suspension of a matter after an announcement has turned it. */
export function suspensionAfter(before: Suspension, turn: Turn, entry: Linked): Suspension {
  const lots = lotCodesOf(entry.announcement);
  const known = Object.entries(before.suspendedLots ?? {});
  const { suspended } = before;
  if (turn === 'suspends' && lots.length === 0) return { suspended: entry.id };
  if (turn === 'suspends') {
    const all = [...known, ...lots.map((lot) => [lot, entry.id] as const)];
    return { ...(suspended !== undefined && { suspended }), suspendedLots: Object.fromEntries(all) };
  }
  if (lots.length === 0 || suspended !== undefined) return { resumed: entry.id };
  const left = known.filter(([lot]) => !lots.includes(lot));
  return { ...(left.length > 0 && { suspendedLots: Object.fromEntries(left) }), resumed: entry.id };
}

/** Whether a matter is suspended, whole or in part. */
const isHeld = ({ suspended, suspendedLots }: Suspension): boolean =>
  suspended !== undefined || suspendedLots !== undefined;

/** What is to be said of an announcement that resumes what was not suspended, or corrects without resuming. */
export function checkTurn(
  { id, announcement }: Linked,
  turn: Turn | undefined,
  before: Suspension,
): readonly Finding[] {
  const { stage, term } = specOf(announcement);
  if (stage === 'resumption' && !isHeld(before)) {
    const message = `本站没有它的中止（暂停）公告，${term}恢复的是什么，读者看不出来`;
    const help = '关联公告写被中止的那一份；中止公告发在别处的，在正文里写明';
    return [{ code: 'L131', id, at: 'related', message, help }];
  }
  if (stage !== 'correction' || turn !== undefined || !isHeld(before)) return [];
  const message = '项目还在中止（暂停）中，这份更正没有改时间，也没有写恢复，网站上仍然是中止';
  const help = '要恢复的，发恢复公告，或者在“原因”里写明恢复；仍然中止的，不用改';
  return [{ code: 'L129', id, at: 'corrections', message, help }];
}

function setsTime(announcement: Announcement, about: Announcement): boolean {
  const dated = formOf(specOf(about)).filter(
    ({ role, occasion }) => role === 'deadline' || role === 'opening' || occasion !== undefined,
  );
  return correctionsOf(announcement).some(({ field }) => dated.some(({ label }) => label === field));
}

const RESUMES = /恢复|重启|重新启动|重新开始|继续(?:进行|招标|采购|出让|交易|挂牌)/u;

function saysSo(announcement: Announcement): boolean {
  const reason = 'reason' in announcement ? (announcement.reason ?? '') : '';
  const changes = correctionsOf(announcement).flatMap(({ matter = '', to }) => [matter, to]);
  return [announcement.title, reason, ...changes].some((text) => RESUMES.test(text));
}
