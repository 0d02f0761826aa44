import type { Edition } from '../core/edition.ts';
import { printStart } from '../core/announcement/instant.ts';
import {
  newestAlterations,
  type Alteration,
  type AlterationKind,
  type AlteredLine,
} from '../core/changes.ts';
import { announcementPath, changesPath } from './address.ts';

/** One alteration as a page shows it. */
export interface AlterationLine {
  kind: AlterationKind;
  tag: string;
  at: string;
  when: string;
  /** The announcement it is about. */
  about: { title: string; href: string };
  /** What the announcement is: 建设工程、招标公告、荷城街道. */
  facts: readonly string[];
  /** Deadlines first: they are what a bidder must not miss. */
  lines: readonly AlteredLine[];
  reason: string | undefined;
  basis: string | undefined;
  lots: string | undefined;
  /** The announcement that says so; none for an erratum or a withdrawal, which the announcement itself states. */
  by: { title: string; href: string } | undefined;
}

/** A month of alterations, `2026` and `03`. */
export interface AlterationMonth {
  year: string;
  month: string;
  label: string;
  href: string;
  count: number;
  lines: readonly AlterationLine[];
}

const TAG: Readonly<Record<AlterationKind, string>> = {
  withdrawal: '撤下',
  termination: '终止',
  failure: '流标',
  suspension: '中止',
  resumption: '恢复',
  extension: '延期',
  correction: '更正',
  erratum: '勘误',
};

/** The months in which something was changed, the newest first. */
export function alterationMonths(edition: Edition): readonly AlterationMonth[] {
  return edition.once('alteration months', () => monthsOf(edition, edition.alterations()));
}

/** The page of news: the newest alterations by month, the day of the oldest of them, and the archive by year. */
export function changesPage(edition: Edition): {
  newest: readonly AlterationMonth[];
  oldest: string;
  years: readonly { year: string; months: readonly AlterationMonth[] }[];
} {
  const newest = newestAlterations(edition.alterations());
  return {
    newest: monthsOf(edition, newest),
    oldest: newest.at(-1)?.at.slice(0, 10) ?? '',
    years: [...Map.groupBy(alterationMonths(edition), ({ year }) => year)].map(([year, members]) => ({
      year,
      months: members,
    })),
  };
}

const monthsOf = (edition: Edition, alterations: readonly Alteration[]): readonly AlterationMonth[] =>
  [...Map.groupBy(alterations, ({ at }) => at.slice(0, 7))].map(([key, members]) => {
    const [year, month] = key.split('-') as [string, string];
    return {
      year,
      month,
      label: `${year}年${Number(month)}月`,
      href: edition.address(changesPath(year, month)),
      count: members.length,
      lines: members.map((one) => toLine(edition, one)),
    };
  });

function toLine(
  edition: Edition,
  { kind, at, by, about, lines, reason, basis, lots }: Alteration,
): AlterationLine {
  const row = edition.row(about);
  return {
    kind,
    tag: TAG[kind],
    at,
    when: printStart(at),
    about: { title: row.title, href: edition.address(announcementPath(about)) },
    facts: [row.categoryTerm, row.typeTerm, ...(row.region === undefined ? [] : [row.region])],
    lines: [...lines.filter(({ deadline }) => deadline), ...lines.filter(({ deadline }) => !deadline)],
    reason,
    basis,
    lots: lots?.join('、'),
    by:
      by === about
        ? undefined
        : { title: edition.row(by).title, href: edition.address(announcementPath(by)) },
  };
}
