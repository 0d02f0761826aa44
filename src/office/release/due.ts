import type { SiteStatus } from '../../core/publishing.ts';

/** What there is to publish now. */
interface Present {
  readonly revision: string | undefined;
  /** In Shanghai, `2026-12-01T09:02:00+08:00`. */
  readonly now: string;
  /** Of the program. */
  readonly version: string;
}

/**
 * Why the site has to be published again; undefined where it would come out as it is. An announcement that waits for its
 * time (定时) is due when that has come; pages say what is open and what is over by the day, so each day is one.
 * @param status what the machine said of itself last
 */
export function whyDue(
  status: SiteStatus | undefined,
  { revision, now, version }: Present,
): string | undefined {
  if (!status?.served) return '还没有发布过';
  // A folder does not say whether it has changed; a build finds out quickly.
  if (revision === undefined) return '内容可能有改动';
  const tried = status.phase === 'current' ? status.served.revision : status.revision;
  if (revision !== tried) return '有新的内容';
  if (status.phase === 'building') return '上一次没有做完';
  if (status.phase === 'failed' && status.isContent !== true) return '上一次没有做成';
  if (status.version !== version) return '程序升级了';
  if (dayOf(now) !== dayOf(status.since)) return '新的一天';
  if (status.next !== undefined && status.next <= now) return '定时的公告到时间了';
  return undefined;
}

const dayOf = (instant: string): string => instant.slice(0, 10);
