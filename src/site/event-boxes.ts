import type { Edition } from '../core/edition.ts';
import { printDate, printInstant, printStart, type PlainDate } from '../core/announcement/instant.ts';
import { statedOutcomes } from '../core/announcement/outcomes.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import type { Happening } from '../core/listing.ts';
import type { Change, Course, Events } from '../core/project.ts';
import { lotTermOf } from '../core/project/lots.ts';
import type { Version } from '../core/versions.ts';
import { announcementPath } from './address.ts';
import { daysInForce, undoneCorrections } from './days-in-force.ts';
import { CALLED_ANEW, lostLots } from './lot-states.ts';
import { describeWithdrawal } from './withdrawal.ts';

/** What has befallen an announcement, in one sentence, and where it is told in full. */
export interface EventBox {
  kind:
    | Happening['kind']
    | 'resumed'
    | 'overturned'
    | 'retendered'
    | 'anew'
    | 'erratum'
    | 'old-version'
    | 'day'
    | 'withdrawn'
    | 'undone';
  text: string;
  href: string;
  link: string;
}

const HAPPENED: Readonly<Record<Exclude<Happening['kind'], 'corrected' | 'archived'>, string>> = {
  terminated: '本项目已经终止',
  failed: '本次招标已经流标',
  suspended: '本项目已经中止',
  result: '结果已经公布',
};

/** The boxes under an announcement's title, the weightiest first. */
export function boxesOf(
  edition: Edition,
  { id, announcement }: Entry,
  versions: readonly Version[],
): readonly EventBox[] {
  const events = edition.events(id);
  const { terminated, failed, suspended, corrected, result, archived, withdrawn = [] } = events;
  const box = (kind: keyof typeof HAPPENED, by: string | undefined): readonly EventBox[] =>
    by === undefined
      ? []
      : [
          {
            kind,
            text: `${HAPPENED[kind]}${kindOfEnd(edition, by)}${reasonOf(edition, by)}。`,
            ...linkTo(edition, by),
          },
        ];
  const own = announcement.type === 'award-notice' ? undefined : result;
  const related = 'related' in announcement ? announcement.related : undefined;
  const course = edition.course(id);
  return [
    ...restBox(edition, related),
    ...box('terminated', terminated),
    ...box('failed', failed),
    ...(course?.root === id ? courseBoxes(edition, course, terminated ?? failed) : []),
    ...overturnedBox(edition, id, course),
    ...box('suspended', terminated ? undefined : suspended),
    ...(terminated || failed ? [] : [...lotBoxes(edition, events), ...resumedBox(edition, events)]),
    ...correctedBox(edition, corrected, edition.effective(id).changes, edition.row(id).deadline?.label),
    ...box('result', own),
    ...(archived === undefined ? [] : [archivedBox(edition, archived)]),
    ...withdrawn.toReversed().flatMap((one) => undoneBox(edition, one)),
    ...erratumBox(edition, id, versions.at(-1)),
  ];
}

/** On a call: what it calls anew, the lots that ended alone, and where they or the whole are called anew. */
function courseBoxes(edition: Edition, course: Course, end: string | undefined): readonly EventBox[] {
  const { announcement } = edition.effective(course.root);
  const term = lotTermOf(announcement);
  const anew = `已经${CALLED_ANEW[announcement.category]}`;
  const before = course.after === undefined ? [] : [anewBox(edition, course.after)];
  if (end !== undefined) {
    const by = course.lots.flatMap(({ steps }) => steps).findLast(({ state }) => state === 'retendered')?.by;
    return [...before, ...(by === undefined ? [] : [retenderedBox(edition, `${anew}。`, by)])];
  }
  const lost = lostLots(edition, course).flatMap((one): readonly EventBox[] => {
    const which = `${term} ${one.lots.join('、')} `;
    const reason = one.reason === undefined ? '' : `，原因：${one.reason}`;
    const kind = one.end.state === 'failed' ? 'failed' : 'terminated';
    return [
      { kind, text: `${which}已经${one.words}${reason}。`, ...linkTo(edition, one.end.by) },
      ...(one.anew ? [retenderedBox(edition, `${which}${anew}。`, one.anew.by)] : []),
    ];
  });
  return [...before, ...lost];
}

const retenderedBox = (edition: Edition, text: string, by: string): EventBox => ({
  kind: 'retendered',
  text,
  ...linkTo(edition, by),
});

/** On a call anew: that it is one, and the call before it. */
function anewBox(edition: Edition, after: string): EventBox {
  const { announcement } = edition.effective(after);
  const lost = statedOutcomes(announcement).find(({ state }) => state !== 'won');
  const why = lost ? `：前一次${lost.words}${lost.reason === undefined ? '' : `，原因：${lost.reason}`}` : '';
  const text = `这是${CALLED_ANEW[announcement.category]}${why}。前一次的公告：`;
  return { kind: 'anew', text, ...linkTo(edition, edition.course(after)?.root ?? after) };
}

/** A decision that took a result away. */
function overturnedBox(edition: Edition, id: string, course: Course | undefined): readonly EventBox[] {
  const steps = course?.lots.flatMap(({ steps }) => steps) ?? [];
  const by = steps.findLast(({ state }) => state === 'overturned')?.by;
  if (by === undefined || edition.row(by).publishedAt <= edition.row(id).publishedAt) return [];
  const { announcement } = edition.effective(by);
  const outcome = 'outcome' in announcement ? `：${announcement.outcome}` : '';
  return [
    {
      kind: 'overturned',
      text: `结果已被${edition.row(by).typeTerm}改变${outcome}。`,
      ...linkTo(edition, by),
    },
  ];
}

/** Lots that are suspended while the others go on. */
function lotBoxes(edition: Edition, { suspendedLots = {} }: Events): readonly EventBox[] {
  const byNotice = Map.groupBy(Object.entries(suspendedLots), ([, by]) => by);
  return [...byNotice].map(([by, lots]) => ({
    kind: 'suspended',
    text: `${lotTermOf(edition.effective(edition.course(by)!.root).announcement)} ${lots.map(([lot]) => lot).join('、')} 已经中止${reasonOf(edition, by)}。`,
    ...linkTo(edition, by),
  }));
}

/** That a suspended matter goes on; a correction that took it up again says so itself. */
function resumedBox(edition: Edition, { resumed }: Events): readonly EventBox[] {
  if (resumed === undefined || edition.row(resumed).stage !== 'resumption') return [];
  const { announcement } = edition.effective(resumed);
  const at = 'resumedAt' in announcement ? announcement.resumedAt : undefined;
  const since = at === undefined ? '' : `，从${printStart(at)}起`;
  return [{ kind: 'resumed', text: `本项目曾经中止，已经恢复${since}。`, ...linkTo(edition, resumed) }];
}

/** That a later announcement, of which the words alone are known, says how it went on. */
const archivedBox = (edition: Edition, by: string): EventBox => ({
  kind: 'archived',
  text: '后来还有从旧网站迁移来的公告，项目后来怎样、时间有没有变，以它为准。',
  ...linkTo(edition, by),
});

/** On an earlier version: that it is one, and what is different now. */
export const oldVersionBox = (edition: Edition, old: Version, path: string): EventBox => ({
  kind: 'old-version',
  text: `这是第 ${old.number} 版，已于${printInstant(old.until)}勘误：${old.label}的“${old.from}”改为“${old.to}”。`,
  href: edition.address(path),
  link: '看现在的版本',
});

/** On the text of a day: whether it still is in force, and where the present one is. */
export function dayBox(edition: Edition, id: string, day: PlainDate): EventBox {
  const isLast = daysInForce(edition, id).at(-1) === day;
  const undone = undoneCorrections(edition, id).length > 0 ? '后来撤下的更正公告不计在内。' : '';
  return {
    kind: 'day',
    text: isLast
      ? `这是${printDate(day)}起有效的内容，后来没有更正过。${undone}`
      : `这不是现在有效的内容，是${printDate(day)}有效的内容；后来又更正过。${undone}`,
    href: edition.address(announcementPath(id)),
    link: '看现在有效的内容',
  };
}

const linkTo = (edition: Edition, id: string): { href: string; link: string } => ({
  href: edition.address(announcementPath(id)),
  link: edition.row(id).title,
});

/** 废标, 流标 or 采购任务取消, where a termination says which. */
function kindOfEnd(edition: Edition, by: string): string {
  const { announcement } = edition.effective(by);
  const [end] = 'terminationKind' in announcement ? statedOutcomes(announcement) : [];
  return end ? `（${end.words}）` : '';
}

function reasonOf(edition: Edition, by: string): string {
  const { announcement } = edition.effective(by);
  return 'reason' in announcement && announcement.reason ? `，原因：${announcement.reason}` : '';
}

/**
 * The last correction: the deadline first, since that is what is asked; the rest by number. The old value stands where
 * the new one does, in the deadline box and the key facts, so that no third date is read here.
 */
function correctedBox(
  edition: Edition,
  corrected: readonly string[],
  changes: readonly Change[],
  deadline: string | undefined,
): readonly EventBox[] {
  const by = corrected.at(-1);
  if (by === undefined) return [];
  const times = corrected.length > 1 ? ` ${corrected.length} 次，最近一次` : '';
  const last = changes.filter((change) => change.by === by);
  const told = last.find(({ label }) => label === deadline) ?? last[0];
  const what = told ? `：${told.label}改为 ${told.to}` : '';
  const others = last.length > 1 ? `，另改了 ${last.length - 1} 处` : '';
  return [{ kind: 'corrected', text: `本公告已更正${times}${what}${others}。`, ...linkTo(edition, by) }];
}

/** What an announcement rests on was taken down. */
function restBox(edition: Edition, related: string | undefined): readonly EventBox[] {
  if (related === undefined || !edition.has(related) || isCurrent(edition.effective(related))) return [];
  const { typeTerm, withdrawn } = edition.row(related);
  const text = `本公告所接的${typeTerm}${describeWithdrawal(withdrawn!)}`;
  return [{ kind: 'withdrawn', text, ...linkTo(edition, related) }];
}

/** A later announcement that was taken down: what it had changed or said is as it was before. */
function undoneBox(edition: Edition, id: string): readonly EventBox[] {
  const { typeTerm, withdrawn } = edition.row(id);
  const text = `后来的${typeTerm}${describeWithdrawal(withdrawn!)}它写的不再算数，本页已经按没有它的样子显示。`;
  return [{ kind: 'undone', text, ...linkTo(edition, id) }];
}

function erratumBox(edition: Edition, id: string, last: Version | undefined): readonly EventBox[] {
  if (!last) return [];
  return [
    {
      kind: 'erratum',
      text: `勘误（${printInstant(last.until)}）：${last.label}的“${last.from}”改为“${last.to}”。原因：${last.reason}。`,
      href: edition.address(`${announcementPath(id)}v${last.number}/`),
      link: '看改动之前的版本',
    },
  ];
}
