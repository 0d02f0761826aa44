import { isNearlyFull, type PublicFinding, type SiteStatus } from '../../core/publishing.ts';

/** How the publishing machine stands, for whoever publishes. */
interface StatusWords {
  /** In a sentence. */
  readonly state: string;
  /** Why it could not publish, and what was found. */
  readonly faults: readonly string[];
  /** For the technician. */
  readonly facts: readonly (readonly [label: string, words: string])[];
}

/** Longest that a machine whose timer runs gives no sign, in milliseconds: it looks each five minutes. */
const LONGEST_SILENCE = 24 * 60 * 60_000;

/** @param now in milliseconds since 1970, NaN where it is not known */
export function statusWords(status: SiteStatus, now: number): StatusWords {
  const { phase, reason, findings, served, version, disk, missingCalendar } = status;
  const faults = phase === 'failed' ? [reason ?? '没有说明原因。', ...findings.map(findingWords)] : [];
  const room =
    disk && disk.totalBytes > 0 ? `${gigabytes(disk.freeBytes)}，共 ${gigabytes(disk.totalBytes)}` : '';
  return {
    state: `${stateWords(status)}${silenceWords(status, now)}`,
    faults: [
      ...faults,
      ...(isNearlyFull(status)
        ? [`磁盘快满了，只剩 ${gigabytes(disk!.freeBytes)}，请技术人员腾出空间。`]
        : []),
      ...(missingCalendar ? [`还没有 ${missingCalendar} 年的放假安排。`] : []),
    ],
    facts: (
      [
        ['网站上的内容', served ? `${revisionWords(served.revision)}${moment(served.at)}发布` : ''],
        ['上一次查看', moment(status.seen)],
        ['磁盘还剩', room],
        ['程序', version],
      ] as const
    ).filter(([, words]) => words !== ''),
  };
}

function stateWords({ phase, since, served }: SiteStatus): string {
  if (phase === 'building') return `正在更新，${moment(since)}开始的。`;
  if (phase === 'current') return `是最新的，${moment(served?.at ?? since)}更新。`;
  return `${moment(since)}没有更新成功，现在是${served ? `${moment(served.at)}的网站` : '以前的网站'}。`;
}

/** Of a moment that is not known nothing is said. */
const silenceWords = ({ seen }: SiteStatus, now: number): string =>
  now - Date.parse(seen) > LONGEST_SILENCE ? '超过一天没有动静，请技术人员看看定时任务。' : '';

const findingWords = ({ code, file, line, message, help }: PublicFinding): string =>
  `${code} ${file} 第 ${line} 行：${message}${help === undefined ? '' : `（改法：${help}）`}`;

/** `2026-12-01 09:02` */
const moment = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} `;

const revisionWords = (revision: string | undefined): string =>
  revision === undefined ? '' : `${revision.slice(0, 7)}，`;

const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`;
