import { shortInstant, type Instant } from '../announcement/instant.ts';
import { TOGETHER } from './browser/band.ts';
import type { Collection } from '../edition.ts';
import { toldIn, type Told } from './notices.ts';

/** Notices that no screen tells, since newer ones hold at the same time; said of the one that was published last. */
interface Crowd {
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
 * Which notices are not told. The verdict knows no clock: what was over before the newest announcement was published is
 * past.
 */
export function checkNotices(announced: Pick<Collection, 'current'>): readonly Crowd[] {
  const published = announced.current.map(({ announcement }) => announcement.publishedAt);
  const newest = published.reduce((a, b) => (a > b ? a : b), '');
  const all = toldIn(announced).filter(({ until }) => until > newest);
  const byLast = Map.groupBy(stretchesOf(all), ({ told, untold }) => lastOf([...told, ...untold]));
  return [...byLast].map(([last, stretches]) => crowdOf(last, stretches));
}

function stretchesOf(all: readonly Told[]): readonly Stretch[] {
  const moments = [...new Set(all.flatMap(({ from, until }) => [from, until]))].sort();
  return moments.slice(0, -1).flatMap((from, index) => {
    const holding = all.filter((notice) => notice.from <= from && from < notice.until);
    if (holding.length <= TOGETHER) return [];
    const [told, untold] = [holding.slice(0, TOGETHER), holding.slice(TOGETHER)];
    return [{ from, until: moments[index + 1]!, told, untold }];
  });
}

const lastOf = (notices: readonly Told[]): Told =>
  notices.reduce((a, b) =>
    b.publishedAt > a.publishedAt || (b.publishedAt === a.publishedAt && b.id > a.id) ? b : a,
  );

function crowdOf({ announcement, index, publishedAt }: Told, stretches: readonly Stretch[]): Crowd {
  const year = publishedAt.slice(0, 4);
  const [from, until] = [stretches[0]!.from, stretches.at(-1)!.until];
  const most = Math.max(...stretches.map(({ told, untold }) => told.length + untold.length));
  const untold = new Set(stretches.flatMap((stretch) => stretch.untold));
  const names = [...untold].map((notice) => `“${notice.text}”（${notice.announcement}）`).join('、');
  return {
    announcement,
    at: `screenNotices.${index}.text`,
    message: `${shortInstant(from, year)} 到 ${shortInstant(until, year)} 同时有 ${most} 条大屏提示，屏幕只轮流显示最后开始的 ${TOGETHER} 条，不显示${names}`,
    help: '几件事并成一条，或者改“开始”“结束”，让它们错开',
  };
}
