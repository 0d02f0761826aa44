import { isCurrent } from './announcement/withdrawal.ts';
import type { Finding } from './diagnostic.ts';
import { checkAgreement } from './project/agreement.ts';
import { applyCorrections, type Effective } from './project/corrections.ts';
import { checkDuplicates } from './project/duplicates.ts';
import { checkErrata } from './project/errata.ts';
import type { Course } from './project/course.ts';
import { LinkedAnnouncements, checkLinks, codeOf, type Linked } from './project/links.ts';
import { followLives, type Events } from './project/lives.ts';
import { checkLookAlikes } from './project/look-alikes.ts';
import { checkLots } from './project/lots.ts';
import { checkWithdrawals } from './project/withdrawals.ts';

export type { Change, Effective } from './project/corrections.ts';
export type { Linked } from './project/links.ts';
export type { Events } from './project/lives.ts';
export type { Course } from './project/course.ts';

/** All announcements under one project code, in the order of publication. */
export interface Project {
  code: string;
  ids: readonly string[];
}

export interface Links {
  effective: ReadonlyMap<string, Effective>;
  events: ReadonlyMap<string, Events>;
  /** The life of each matter by the id of what began it, in the order of their beginning. */
  courses: ReadonlyMap<string, Course>;
  projects: ReadonlyMap<string, Project>;
  findings: readonly Finding[];
}

/**
 * Joins announcements into projects and applies corrections. `ids` are all ids there are, those of unreadable
 * announcements too: to name one of those is no fault of the one that names it. What was withdrawn 撤下 keeps its place
 * in its project and can be named, but does nothing to others and is not judged: its file may not change any more.
 */
export function linkAnnouncements(entries: readonly Linked[], ids: ReadonlySet<string>): Links {
  const archive = new LinkedAnnouncements(entries, ids);
  const links = checkLinks(archive);
  const corrected = applyCorrections(archive);
  const errata = checkErrata(archive);
  const lookAlikes = checkLookAlikes(archive);
  const duplicates = checkDuplicates(archive);
  const lots = checkLots(archive);
  const lives = followLives(archive, corrected.effective);
  const agreement = checkAgreement(archive, corrected.effective);
  const withdrawn = new Set(entries.filter((entry) => !isCurrent(entry)).map(({ id }) => id));
  return {
    effective: corrected.effective,
    events: lives.events,
    courses: lives.courses,
    projects: gatherProjects(archive),
    findings: [
      ...[
        ...links,
        ...lookAlikes,
        ...duplicates,
        ...corrected.findings,
        ...errata,
        ...lots,
        ...lives.findings,
        ...agreement,
      ].filter(({ id }) => !withdrawn.has(id)),
      ...checkWithdrawals(archive),
    ],
  };
}

function gatherProjects({ entries }: LinkedAnnouncements): ReadonlyMap<string, Project> {
  const projects = new Map<string, Project>();
  for (const [code, members] of Map.groupBy(entries, ({ announcement }) => codeOf(announcement))) {
    if (code !== undefined) projects.set(code, { code, ids: members.map(({ id }) => id) });
  }
  return projects;
}
