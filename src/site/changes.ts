import type { Edition, View } from '../core/edition.ts';
import { printStart } from '../core/announcement/instant.ts';
import {
  alterationsBy,
  byLatest,
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
}

/** The same with alterations of it, the newest first. */
interface ToldMonth extends AlterationMonth {
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

/** What was changed, stopped or taken down, by month, `2026-10`. */
export const ALTERATIONS: View<Alteration> = {
  name: 'alterations',
  map: (edition, id) => alterationsOf(edition, id).map((one) => [one.at.slice(0, MONTH), one]),
};

const MONTH = '2026-10'.length;

/** What one announcement changed, stopped or took down. */
export const alterationsOf = (edition: Edition, id: string): readonly Alteration[] =>
  alterationsBy(edition.entry(id), (about) => (edition.has(about) ? edition.effective(about) : undefined));

/** The months in which something was changed, the newest first. */
const alterationMonths = (edition: Edition): readonly AlterationMonth[] =>
  [...edition.counts(ALTERATIONS)].map(([month, count]) => toMonth(edition, month, count)).toReversed();

/** A month of alterations, `2026-10`. */
export function alterationMonth(edition: Edition, month: string): ToldMonth {
  const alterations = inMonth(edition, month);
  return {
    ...toMonth(edition, month, alterations.length),
    lines: alterations.map((one) => toLine(edition, one)),
  };
}

const inMonth = (edition: Edition, month: string): readonly Alteration[] =>
  edition.values(ALTERATIONS, month).toSorted(byLatest);

/** The page of news: the newest alterations by month, the day of the oldest of them, and the archive by year. */
export function changesPage(edition: Edition): {
  newest: readonly ToldMonth[];
  oldest: string;
  years: readonly { year: string; months: readonly AlterationMonth[] }[];
} {
  const newest = newestOf(edition);
  return {
    newest: [...Map.groupBy(newest, ({ at }) => at.slice(0, MONTH))].map(([month, members]) => ({
      ...toMonth(edition, month, members.length),
      lines: members.map((one) => toLine(edition, one)),
    })),
    oldest: newest.at(-1)?.at.slice(0, 10) ?? '',
    years: [...Map.groupBy(alterationMonths(edition), ({ year }) => year)].map(([year, months]) => ({
      year,
      months,
    })),
  };
}

/** The newest alterations, from as many months as they are in: once some are left out, all that are older are. */
function newestOf(edition: Edition): readonly Alteration[] {
  let found: readonly Alteration[] = [];
  for (const month of edition.keys(ALTERATIONS).toReversed()) {
    found = [...found, ...inMonth(edition, month)];
    const newest = newestAlterations(found);
    if (newest.length < found.length) return newest;
  }
  return found;
}

function toMonth(edition: Edition, yearMonth: string, count: number): AlterationMonth {
  const [year, month] = yearMonth.split('-') as [string, string];
  return {
    year,
    month,
    label: `${year}年${Number(month)}月`,
    href: edition.address(changesPath(year, month)),
    count,
  };
}

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
