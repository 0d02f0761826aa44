import { dayOf, printInstant } from '../../core/announcement/instant.ts';
import type { SiteState } from '../../core/desk/api.ts';
import type { SiteStatus } from '../../core/publishing.ts';

/** The state of the site in a sentence, and what the technician needs of it. */
export function stateWords(
  state: SiteState['state'],
  status: SiteStatus | undefined,
  now: string,
): SiteState {
  return {
    state,
    words: wordsFor(state, status, now),
    details: detailsOf(status),
    findings: (status?.findings ?? []).map(({ code, severity, message, help, file }) => ({
      ...{ code, severity, message, help, file },
    })),
  };
}

function wordsFor(state: SiteState['state'], status: SiteStatus | undefined, now: string): string {
  const served = status?.served && `最近一次发布：${when(status.served.at, now)}`;
  switch (state) {
    case 'current':
      return served ?? '网站是新的';
    case 'working':
      return '网站正在更新';
    case 'failed':
      return status?.reason ?? '网站没有更新，还是原来的。';
    case 'silent':
      return '网站的机器没有回应，请技术人员看看';
    case 'none':
      return '还没有设置发布网站的机器';
  }
}

/** 今天 09:02 */
const when = (at: string, now: string): string =>
  dayOf(at) === dayOf(now) ? `今天 ${at.slice(11, 16)}` : printInstant(at);

function detailsOf(status: SiteStatus | undefined): string | undefined {
  if (!status) return undefined;
  const { phase, since, seen, revision, served, reason, version } = status;
  return [
    `phase: ${phase} since ${since}, seen ${seen}, version ${version}`,
    `revision: ${revision ?? '-'}, served: ${served?.revision ?? '-'} at ${served?.at ?? '-'}`,
    ...(reason === undefined ? [] : [reason]),
    ...status.findings.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`),
  ].join('\n');
}
