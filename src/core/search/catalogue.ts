import type { Category } from '../announcement/category.ts';
import type { Instant, PlainDate } from '../announcement/instant.ts';
import type { Fen } from '../announcement/money.ts';
import type { Row } from '../listing.ts';
import type { HappeningKind } from '../status.ts';

/** A value under the term of its form: 招标人, 采购人 or 出让人. */
export interface Labelled {
  label: string;
  text: string;
}

/** One announcement as the search page lists it. */
export interface Listed {
  id: string;
  title: string;
  publishedOn: PlainDate;
  category: Category;
  typeTerm: string;
  region?: string;
  projectCode?: string;
  principal?: Labelled;
  agency?: Labelled;
  winner?: Labelled;
  deadline?: { label: string; at: Instant; was?: string };
  publicUntil?: PlainDate;
  amount?: { label: string; fen: Fen };
  happening?: HappeningKind;
}

/**
 * One year's announcements by column, the newest first: a file for the search page, and later for filters and the
 * kiosk. Terms that repeat stand once in `terms` and columns hold their places; 0 in a column of places says "none",
 * and so does the empty text in a column of texts.
 */
export interface Catalogue {
  year: string;
  terms: readonly string[];
  id: readonly string[];
  title: readonly string[];
  /** Month and day, `03-02`. */
  day: readonly string[];
  category: readonly number[];
  type: readonly number[];
  region: readonly number[];
  projectCode: readonly string[];
  principalLabel: readonly number[];
  principal: readonly number[];
  agencyLabel: readonly number[];
  agency: readonly number[];
  winnerLabel: readonly number[];
  winner: readonly string[];
  deadlineLabel: readonly number[];
  /** Beijing time to the minute, `2026-03-25T09:30`. */
  deadline: readonly string[];
  deadlineWas: readonly string[];
  publicUntil: readonly string[];
  amountLabel: readonly number[];
  /** In fen 分. */
  amount: readonly number[];
  happening: readonly number[];
}

/** A row and the agency, which lists do not show but people search for. */
export type CatalogueRow = Row & { agency?: Labelled | undefined };

/** Rows of one year as columns; their order stays. */
export function toCatalogue(year: string, rows: readonly CatalogueRow[]): Catalogue {
  const terms: string[] = [''];
  const places = new Map([['', 0]]);
  const place = (term = ''): number => {
    const found = places.get(term);
    if (found !== undefined) return found;
    places.set(term, terms.length);
    return terms.push(term) - 1;
  };
  return {
    year,
    terms,
    id: rows.map(({ id }) => id),
    title: rows.map(({ title }) => title),
    day: rows.map(({ publishedAt }) => publishedAt.slice(5, 10)),
    category: rows.map(({ category }) => place(category)),
    type: rows.map(({ typeTerm }) => place(typeTerm)),
    region: rows.map(({ region }) => place(region)),
    projectCode: rows.map(({ projectCode = '' }) => projectCode),
    principalLabel: rows.map(({ principal }) => place(principal?.label)),
    principal: rows.map(({ principal }) => place(principal?.text)),
    agencyLabel: rows.map(({ agency }) => place(agency?.label)),
    agency: rows.map(({ agency }) => place(agency?.text)),
    winnerLabel: rows.map(({ winner }) => place(winner?.label)),
    winner: rows.map(({ winner }) => winner?.text ?? ''),
    deadlineLabel: rows.map(({ deadline }) => place(deadline?.label)),
    deadline: rows.map(({ deadline }) => deadline?.value.slice(0, 16) ?? ''),
    deadlineWas: rows.map(({ deadline }) => deadline?.was ?? ''),
    publicUntil: rows.map(({ publicity }) => publicity?.until ?? ''),
    amountLabel: rows.map(({ amount }) => place(amount?.label)),
    amount: rows.map(({ amount }) => Number(amount?.value ?? 0)),
    happening: rows.map(({ happening }) => place(happening?.kind)),
  };
}

/** The announcements of a catalogue, in its order. */
export function listedIn(catalogue: Catalogue): readonly Listed[] {
  const { year, terms } = catalogue;
  const term = (column: readonly number[], row: number): string | undefined =>
    terms[column[row]!] || undefined;
  return catalogue.id.map((id, row): Listed => {
    const listed: { [K in keyof Listed]: Listed[K] | undefined } = {
      id,
      title: catalogue.title[row]!,
      publishedOn: `${year}-${catalogue.day[row]!}`,
      category: term(catalogue.category, row) as Category,
      typeTerm: term(catalogue.type, row),
      region: term(catalogue.region, row),
      projectCode: catalogue.projectCode[row] || undefined,
      principal: labelled(term(catalogue.principalLabel, row), (label) => ({
        label,
        text: terms[catalogue.principal[row]!]!,
      })),
      agency: labelled(term(catalogue.agencyLabel, row), (label) => ({
        label,
        text: terms[catalogue.agency[row]!]!,
      })),
      winner: labelled(term(catalogue.winnerLabel, row), (label) => ({
        label,
        text: catalogue.winner[row]!,
      })),
      deadline: labelled(term(catalogue.deadlineLabel, row), (label) => deadlineOf(label, catalogue, row)),
      publicUntil: catalogue.publicUntil[row] || undefined,
      amount: labelled(term(catalogue.amountLabel, row), (label) => ({ label, fen: catalogue.amount[row]! })),
      happening: term(catalogue.happening, row) as HappeningKind | undefined,
    };
    return Object.fromEntries(
      Object.entries(listed).filter(([, value]) => value !== undefined),
    ) as unknown as Listed;
  });
}

const labelled = <T>(label: string | undefined, make: (label: string) => T): T | undefined =>
  label === undefined ? undefined : make(label);

function deadlineOf(label: string, catalogue: Catalogue, row: number): NonNullable<Listed['deadline']> {
  const deadline = { label, at: `${catalogue.deadline[row]!}:00+08:00` };
  const was = catalogue.deadlineWas[row];
  return was ? { ...deadline, was } : deadline;
}
