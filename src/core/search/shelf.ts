import type { Fen } from '../announcement/money.ts';
import { statusAt, type HappeningKind, type TimeStatus } from '../status.ts';
import { instantOf, type Catalogue } from './catalogue.ts';
import { searchable } from './text.ts';

/** A catalogue with what is searched of it in searchable form: of each row title, code, buyer, winners, all parties. */
export interface Shelf {
  catalogue: Catalogue;
  titles: readonly string[];
  codes: readonly string[];
  buyers: readonly string[];
  winners: readonly string[];
  parties: readonly string[];
}

/** Prepares a catalogue once, for any number of questions. */
export function shelfOf(catalogue: Catalogue): Shelf {
  const { terms, title, projectCode, principal, agency, winner, parties } = catalogue;
  const forms = terms.map(searchable);
  const winners = winner.map(searchable);
  return {
    catalogue,
    titles: title.map(searchable),
    codes: projectCode.map(searchable),
    buyers: principal.map((place) => forms[place]!),
    winners,
    parties: winners.map(
      (name, row) =>
        `${forms[principal[row]!]!}\n${forms[agency[row]!]!}\n${name}\n${partyForms(parties[row]!)}`,
    ),
  };
}

/** Names one a line, each in searchable form: blanks and line breaks are left out of a form. */
const partyForms = (names: string): string =>
  names === '' ? '' : names.split('\n').map(searchable).join('\n');

/** What has befallen an announcement, and where it stands in time at a moment, in milliseconds since 1970. */
export function statusOf(
  { catalogue }: Shelf,
  row: number,
  now: number,
): { happening: HappeningKind | undefined; time: TimeStatus | undefined } {
  const happening = (catalogue.terms[catalogue.happening[row]!] || undefined) as HappeningKind | undefined;
  const deadline = catalogue.deadline[row]!;
  const gate = catalogue.gate[row]!;
  const dated = {
    gate: gate === '' ? undefined : instantOf(gate),
    deadline: deadline === '' ? undefined : instantOf(deadline),
    publicFrom: catalogue.publicFrom[row] || undefined,
    publicUntil: catalogue.publicUntil[row] || undefined,
    happening,
  };
  return { happening, time: statusAt(dated, now) };
}

/**
 * What an announcement is worth, for an order or a range: what was offered or asked, else what was paid in the end;
 * nothing where it names no sum. A sum with 约 counts by its figure.
 */
export function sumOf({ catalogue }: Shelf, row: number): Fen | undefined {
  const { amountLabel, amount, amountText, priceLabel, price, priceText } = catalogue;
  if (amountLabel[row] !== 0) return figureOf(amount[row]!, amountText[row]!);
  return priceLabel[row] === 0 ? undefined : figureOf(price[row]!, priceText[row]!);
}

const figureOf = (fen: Fen, words: string): Fen | undefined => (fen === 0 && words !== '' ? undefined : fen);
