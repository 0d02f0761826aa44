import { printInstant } from '../core/announcement/instant.ts';
import {
  listAlterations,
  newestAlterations,
  type Alteration,
  type AlterationKind,
  type AlteredLine,
} from '../core/changes.ts';
import { address, announcementPath, changesPath } from './address.ts';
import { loadContent } from './content.ts';
import { rowWith } from './rows.ts';

let known: readonly Alteration[] | undefined;

/** Everything that was ever changed or stopped, the newest first. Gathered once a build. */
export function allAlterations(): readonly Alteration[] {
  const { corpus, links } = loadContent();
  known ??= listAlterations(corpus.entries, links.effective);
  return known;
}

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
  extension: '延期',
  correction: '更正',
  erratum: '勘误',
};

let months: readonly AlterationMonth[] | undefined;

/** The months in which something was changed, the newest first. */
export function alterationMonths(): readonly AlterationMonth[] {
  months ??= monthsOf(allAlterations());
  return months;
}

/** The page of news: the newest alterations by month, the day of the oldest of them, and the archive by year. */
export function changesPage(): {
  newest: readonly AlterationMonth[];
  oldest: string;
  years: readonly { year: string; months: readonly AlterationMonth[] }[];
} {
  const newest = newestAlterations(allAlterations());
  return {
    newest: monthsOf(newest),
    oldest: newest.at(-1)?.at.slice(0, 10) ?? '',
    years: [...Map.groupBy(alterationMonths(), ({ year }) => year)].map(([year, members]) => ({
      year,
      months: members,
    })),
  };
}

const monthsOf = (alterations: readonly Alteration[]): readonly AlterationMonth[] =>
  [...Map.groupBy(alterations, ({ at }) => at.slice(0, 7))].map(([key, members]) => {
    const [year, month] = key.split('-') as [string, string];
    return {
      year,
      month,
      label: `${year}年${Number(month)}月`,
      href: address(changesPath(year, month)),
      count: members.length,
      lines: members.map(toLine),
    };
  });

function toLine({ kind, at, by, about, lines, reason, basis, lots }: Alteration): AlterationLine {
  const row = rowWith(about);
  return {
    kind,
    tag: TAG[kind],
    at,
    when: printInstant(at),
    about: { title: row.title, href: address(announcementPath(about)) },
    facts: [row.categoryTerm, row.typeTerm, ...(row.region === undefined ? [] : [row.region])],
    lines: [...lines.filter(({ deadline }) => deadline), ...lines.filter(({ deadline }) => !deadline)],
    reason,
    basis,
    lots: lots?.join('、'),
    by: by === about ? undefined : { title: rowWith(by).title, href: address(announcementPath(by)) },
  };
}
