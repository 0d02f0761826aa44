import { shortInstant, type Instant } from '../announcement/instant.ts';
import { NOTICE_LEVELS, type NoticeLevel } from '../announcement/notice-level.ts';
import { levelOf, noticesOn, TOGETHER } from './browser/band.ts';
import type { Collection } from '../edition.ts';
import { toldIn, type Told } from './notices.ts';

/** What is wrong with a notice: said of the announcement that could still change it. */
interface NoticeFault {
  code: 'S107' | 'S116';
  announcement: string;
  /** Path of English keys. */
  at: string;
  message: string;
  help: string;
}

/** A stretch of time in which some notices are not told. */
interface Stretch {
  from: Instant;
  until: Instant;
  told: readonly Told[];
  untold: readonly Told[];
}

/**
 * Which notices are not told, and which take the hall's attention for too long. The verdict knows no clock: what was
 * over before the newest announcement was published is past.
 */
export function checkNotices(announced: Pick<Collection, 'current'>): readonly NoticeFault[] {
  const all = toldToCome(announced);
  return [
    ...(['change', 'inform'] as const).flatMap((level) => checkCrowd(all, level)),
    ...all.flatMap(checkLength),
  ];
}

/** The notices that are not past, judged without a clock. */
export function toldToCome(announced: Pick<Collection, 'current'>): readonly Told[] {
  const published = announced.current.map(({ announcement }) => announcement.publishedAt);
  const newest = published.reduce((a, b) => (a > b ? a : b), '');
  return toldIn(announced).filter(({ until }) => until > newest);
}

function checkCrowd(all: readonly Told[], level: NoticeLevel): readonly NoticeFault[] {
  const stretches = stretchesOf(all.filter((notice) => levelOf(notice) === level));
  const byLast = Map.groupBy(stretches, ({ told, untold }) => lastOf([...told, ...untold]));
  return [...byLast].map(([last, stretches]) => crowdOf(last, level, stretches));
}

function stretchesOf(all: readonly Told[]): readonly Stretch[] {
  const moments = [...new Set(all.flatMap(({ from, until }) => [from, until]))].sort();
  return moments.slice(0, -1).flatMap((from, index) => {
    const holding = all.filter((notice) => notice.from <= from && from < notice.until);
    const told = new Set<unknown>(noticesOn(holding, from));
    const untold = holding.filter((notice) => !told.has(notice));
    if (untold.length === 0) return [];
    return [{ from, until: moments[index + 1]!, told: holding.filter((notice) => told.has(notice)), untold }];
  });
}

const lastOf = (notices: readonly Told[]): Told =>
  notices.reduce((a, b) =>
    b.publishedAt > a.publishedAt || (b.publishedAt === a.publishedAt && b.id > a.id) ? b : a,
  );

function crowdOf(
  { announcement, index, publishedAt }: Told,
  level: NoticeLevel,
  stretches: readonly Stretch[],
): NoticeFault {
  const year = publishedAt.slice(0, 4);
  const [from, until] = [stretches[0]!.from, stretches.at(-1)!.until];
  const most = Math.max(...stretches.map(({ told, untold }) => told.length + untold.length));
  const untold = new Set(stretches.flatMap((stretch) => stretch.untold));
  const names = [...untold].map((notice) => `“${notice.text}”（${notice.announcement}）`).join('、');
  const soften = level === 'change' ? '；不影响今天办事的，写 级别: 告知' : '';
  return {
    code: 'S107',
    announcement,
    at: `screenNotices.${index}.text`,
    message: `${shortInstant(from, year)} 到 ${shortInstant(until, year)} 同时有 ${most} 条“${NOTICE_LEVELS[level]}”的大屏提示，屏幕只轮流显示最后开始的 ${TOGETHER} 条，不显示${names}`,
    help: `几件事并成一条，或者改“开始”“结束”，让它们错开${soften}`,
  };
}

const HOUR = 3_600_000;

/** Longest that a notice may keep its place before it is asked about, in hours, and what it takes of a screen. */
const LONGEST: Partial<Record<NoticeLevel, { hours: number; words: string; takes: string }>> = {
  change: { hours: 72, words: '3 天', takes: '占去屏幕约三行公告的位置' },
  urgent: { hours: 12, words: '12 小时', takes: '占满整块屏，别的公告都看不到' },
};

function checkLength(notice: Told): readonly NoticeFault[] {
  const { announcement, index, from, until, text } = notice;
  const level = levelOf(notice);
  const longest = LONGEST[level];
  const hours = (Date.parse(until) - Date.parse(from)) / HOUR;
  if (!longest || hours <= longest.hours) return [];
  const lasts = hours >= 48 ? `${Math.ceil(hours / 24)} 天` : `${Math.ceil(hours)} 小时`;
  return [
    {
      code: 'S116',
      announcement,
      at: `screenNotices.${index}.until`,
      message: `“${text}”按“${NOTICE_LEVELS[level]}”要显示 ${lasts}，超过 ${longest.words}，一直${longest.takes}`,
      help: `${level === 'urgent' ? '险情过去就结束：把“结束”改早' : '大家已经知道以后就结束：把“结束”改早，或者把“开始”改到临近的时候'}；要长期挂着的，写 级别: 告知，只占一行`,
    },
  ];
}
