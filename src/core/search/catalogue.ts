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

/** Money under the term of its form: 预算金额, 起始价, 中标价. */
export interface Sum {
  label: string;
  fen: Fen;
  /**
   * What is no plain sum, in its words: a unit price, a rate, named parts, whose fen are 0; a sum with 约 or a remark,
   * whose fen are for order and ranges.
   */
  text?: string;
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
  /** Units that take part, beside the winner. */
  parties?: readonly string[];
  deadline?: { label: string; at: Instant; was?: string };
  /** Until when a newcomer can begin, where that is before the deadline, with what a tag says afterwards. */
  gate?: { label: string; at: Instant; over: string };
  publicFrom?: PlainDate;
  publicUntil?: PlainDate;
  amount?: Sum;
  price?: Sum;
  happening?: HappeningKind;
}

/**
 * One year's announcements by column, the newest first: a file for the search page and
 * whoever else asks. Terms that repeat stand once in `terms` and columns hold their places; 0 in a column of places says "none",
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
  /** Identifier of the type, unique within its category; of 存量公告 the type that it was, where that is known. */
  type: readonly number[];
  typeTerm: readonly number[];
  region: readonly number[];
  projectCode: readonly string[];
  principalLabel: readonly number[];
  principal: readonly number[];
  agencyLabel: readonly number[];
  agency: readonly number[];
  winnerLabel: readonly number[];
  winner: readonly string[];
  deadlineLabel: readonly number[];
  /** Beijing time, `2026-03-25T09:30`; with seconds where there are any. */
  deadline: readonly string[];
  deadlineWas: readonly string[];
  /** Until when a newcomer can begin, where that is before the deadline; written as the deadline is. */
  gate: readonly string[];
  gateLabel: readonly number[];
  gateOver: readonly number[];
  publicFrom: readonly string[];
  publicUntil: readonly string[];
  amountLabel: readonly number[];
  /** In fen 分. */
  amount: readonly number[];
  /** What was paid or bid in the end. */
  priceLabel: readonly number[];
  price: readonly number[];
  /** A price that is no plain sum, in its words; its number is 0 unless it is a sum with 约 or a remark. */
  amountText: readonly string[];
  priceText: readonly string[];
  /** Units that take part and are not in `winner`: candidates, winners of lots, members of consortia; one a line. */
  parties: readonly string[];
  /** The strongest of what has befallen it. */
  happening: readonly number[];
  /** 1 where it was corrected, whatever else has befallen it. */
  corrected: readonly number[];
  /** 1 where only small and medium enterprises may take part. */
  smeOnly: readonly number[];
}

/** A row and what lists do not show but people search for. */
export type CatalogueRow = Row & {
  agency?: Labelled | undefined;
  parties?: readonly string[];
  isCorrected?: boolean;
  isSmeOnly?: boolean;
};

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
    type: rows.map(({ type, former }) => place(former?.type ?? type)),
    typeTerm: rows.map(({ typeTerm }) => place(typeTerm)),
    region: rows.map(({ region }) => place(region)),
    projectCode: rows.map(({ projectCode = '' }) => projectCode),
    principalLabel: rows.map(({ principal }) => place(principal?.label)),
    principal: rows.map(({ principal }) => place(principal?.text)),
    agencyLabel: rows.map(({ agency }) => place(agency?.label)),
    agency: rows.map(({ agency }) => place(agency?.text)),
    winnerLabel: rows.map(({ winner }) => place(winner?.label)),
    winner: rows.map(({ winner }) => winner?.text ?? ''),
    deadlineLabel: rows.map(({ deadline }) => place(deadline?.label)),
    deadline: rows.map(({ deadline }) => momentOf(deadline?.value)),
    deadlineWas: rows.map(({ deadline }) => deadline?.was ?? ''),
    gate: rows.map(({ gate }) => momentOf(gate?.value)),
    gateLabel: rows.map(({ gate }) => place(gate?.label)),
    gateOver: rows.map(({ gate }) => place(gate?.over)),
    publicFrom: rows.map(({ publicity }) => publicity?.from ?? ''),
    publicUntil: rows.map(({ publicity }) => publicity?.until ?? ''),
    amountLabel: rows.map(({ amount }) => place(amount?.label)),
    amount: rows.map(({ amount }) => fenOf(amount)),
    priceLabel: rows.map(({ price }) => place(price?.label)),
    price: rows.map(({ price }) => fenOf(price)),
    amountText: rows.map(({ amount }) => wordsOf(amount)),
    priceText: rows.map(({ price }) => wordsOf(price)),
    parties: rows.map(({ parties = [] }) => parties.join('\n')),
    happening: rows.map(({ happening }) => place(happening?.kind)),
    corrected: rows.map(({ isCorrected }) => Number(isCorrected ?? false)),
    smeOnly: rows.map(({ isSmeOnly }) => Number(isSmeOnly ?? false)),
  };
}

const momentOf = (instant = ''): string => instant.slice(0, 19).replace(/:00$/u, '');

const fenOf = (fact: Row['price']): Fen =>
  typeof fact?.value === 'number' ? fact.value : (fact?.price?.fen ?? 0);
const wordsOf = (fact: Row['price']): string => fact?.price?.words ?? '';

/** The announcement in a row of a catalogue. */
export function listedAt(catalogue: Catalogue, row: number): Listed {
  const term = (column: readonly number[]): string | undefined => catalogue.terms[column[row]!] || undefined;
  const labelled = (label: string | undefined, text: string | undefined): Labelled | undefined =>
    label === undefined ? undefined : { label, text: text! };
  const sum = (label: string | undefined, fen: Fen, text: string): Sum | undefined =>
    label === undefined ? undefined : { label, fen, ...(text !== '' && { text }) };
  const listed: { [K in keyof Listed]: Listed[K] | undefined } = {
    id: catalogue.id[row]!,
    title: catalogue.title[row]!,
    publishedOn: `${catalogue.year}-${catalogue.day[row]!}`,
    category: term(catalogue.category) as Category,
    typeTerm: term(catalogue.typeTerm),
    region: term(catalogue.region),
    projectCode: catalogue.projectCode[row] || undefined,
    principal: labelled(term(catalogue.principalLabel), term(catalogue.principal)),
    agency: labelled(term(catalogue.agencyLabel), term(catalogue.agency)),
    winner: labelled(term(catalogue.winnerLabel), catalogue.winner[row]),
    parties: catalogue.parties[row] ? catalogue.parties[row].split('\n') : undefined,
    deadline: deadlineOf(term(catalogue.deadlineLabel), catalogue, row),
    gate: gateOf(term(catalogue.gateLabel), term(catalogue.gateOver), catalogue.gate[row]!),
    publicFrom: catalogue.publicFrom[row] || undefined,
    publicUntil: catalogue.publicUntil[row] || undefined,
    amount: sum(term(catalogue.amountLabel), catalogue.amount[row]!, catalogue.amountText[row]!),
    price: sum(term(catalogue.priceLabel), catalogue.price[row]!, catalogue.priceText[row]!),
    happening: term(catalogue.happening) as HappeningKind | undefined,
  };
  return Object.fromEntries(
    Object.entries(listed).filter(([, value]) => value !== undefined),
  ) as unknown as Listed;
}

/** An instant from its form in the catalogue. */
export const instantOf = (text: string): Instant => `${text}${text.length === 16 ? ':00' : ''}+08:00`;

const gateOf = (label: string | undefined, over: string | undefined, at: string): Listed['gate'] =>
  label === undefined ? undefined : { label, at: instantOf(at), over: over! };

function deadlineOf(
  label: string | undefined,
  { deadline, deadlineWas }: Catalogue,
  row: number,
): Listed['deadline'] {
  if (label === undefined) return undefined;
  const was = deadlineWas[row];
  return { label, at: instantOf(deadline[row]!), ...(was ? { was } : {}) };
}
