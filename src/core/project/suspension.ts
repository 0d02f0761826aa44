import { formOf, type Announcement } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import { correctionsOf } from './corrections.ts';
import { specOf, type Linked } from './links.ts';

/** What an announcement does to a matter. */
export type Turn = 'suspends' | 'resumes';

/**
 * Whether an announcement suspends a matter or takes it up again. A correction of what is suspended does so when it
 * sets a new time or speaks of it; one of anything else leaves it as it is.
 */
export function turnOf(entry: Linked, about: Announcement, isHeld: boolean): Turn | undefined {
  const { stage } = specOf(entry.announcement);
  if (stage === 'suspension') return 'suspends';
  if (stage === 'resumption') return 'resumes';
  if (stage !== 'correction' || !isHeld) return undefined;
  return setsTime(entry.announcement, about) || saysSo(entry.announcement) ? 'resumes' : undefined;
}

/** What is to be said of an announcement that resumes what was not suspended, or corrects without resuming. */
export function checkTurn(
  { id, announcement }: Linked,
  turn: Turn | undefined,
  isHeld: boolean,
): readonly Finding[] {
  const { stage, term } = specOf(announcement);
  if (stage === 'resumption' && !isHeld) {
    const message = `本站没有它的中止（暂停）公告，${term}恢复的是什么，读者看不出来`;
    const help = '关联公告写被中止的那一份；中止公告发在别处的，在正文里写明';
    return [{ code: 'L131', id, at: 'related', message, help }];
  }
  if (stage !== 'correction' || turn !== undefined || !isHeld) return [];
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
