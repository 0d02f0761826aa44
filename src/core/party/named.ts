import type { Fact, Values } from '../announcement/fact.ts';
import type { Field } from '../announcement/field.ts';
import { isLegacy } from '../announcement/legacy.ts';
import type { Fen } from '../announcement/money.ts';
import { statedOutcomes } from '../announcement/outcomes.ts';
import { isParty } from '../announcement/parties-of.ts';
import { partyIn } from '../announcement/party.ts';
import { sumIn, type Price } from '../announcement/price.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';

/**
 * The part that a unit plays in an announcement: it calls, runs the procedure, won, is bound by the contract, or takes
 * part otherwise, as a candidate, a bidder, one of a shortlist.
 */
export type Part = 'principal' | 'agency' | 'winner' | 'contractor' | 'bidder';

/** One unit named once, a member of a consortium by itself. */
export interface Naming {
  /** As the notice writes it. */
  name: string;
  part: Part;
  /** The term of the form: 招标人, 中标人, 中标候选人. */
  label: string;
  /** Its place among the candidates, where it has one. */
  rank?: number;
  /** Whether others stand with it as one 联合体: the price is theirs together. */
  isJoint: boolean;
  money?: Money;
  code?: string;
  address?: string;
}

/** What was paid, or bid: as printed, `3万元（每月）`, and its fen where it is an exact sum of the whole. */
export interface Money {
  text: string;
  fen?: Fen;
}

/** Every unit that an announcement names: those of its form in their order, then those that won by it. */
export function namedIn(announcement: Announcement): readonly Naming[] {
  const { stage } = typeOf(announcement.category, announcement.type);
  const form = formOf(typeOf(announcement.category, announcement.type));
  const values = announcement as unknown as Values;
  const principal = form.find(({ role, key }) => role === 'principal' && values[key] !== undefined);
  const partOf = (field: Field): Part | undefined => {
    if (field.role === 'agency') return 'agency';
    if (field === principal) return 'principal';
    // What an old site said of a winner stands under its word; it is no result that could be counted.
    if (field.role === 'winner' && isLegacy(announcement)) return 'bidder';
    if (field.role === 'winner') return stage === 'result' ? undefined : 'contractor';
    return isParty(field) ? 'bidder' : undefined;
  };
  const per = priceUnitOf(announcement);
  const unitsOf = (field: Field, ...[record, within, list]: [Values, readonly Field[], Field?]) => {
    const units = unitsIn(field, record, partOf(field), within, per, list);
    // What a winner is paid is no bid.
    return field.role === 'winner' && isLegacy(announcement) ? units.map(withoutMoney) : units;
  };
  const named = form.flatMap((field): readonly Naming[] => {
    const records = field.fields && ((values[field.key] ?? []) as readonly Values[]);
    return records
      ? records.flatMap((record) =>
          field.fields!.flatMap((own) => unitsOf(own, record, field.fields!, field)),
        )
      : unitsOf(field, values, form);
  });
  return [...named, ...wonIn(announcement)];
}

const withoutMoney = ({ money: _, ...naming }: Naming): Naming => naming;

/** What was agreed by each result that an announcement states, a consortium being one winner. */
export const resultsIn = (announcement: Announcement): readonly Pick<Naming, 'isJoint' | 'money'>[] =>
  resultsOf(announcement).map(({ winner, money }) => ({
    isJoint: partyIn(winner.text).members.length > 1,
    ...(money && { money }),
  }));

function resultsOf(announcement: Announcement): readonly { winner: Fact; money: Money | undefined }[] {
  const per = priceUnitOf(announcement);
  return statedOutcomes(announcement).flatMap(({ state, winner, price }) => {
    if (state !== 'won' || !winner) return [];
    const fen = typeof price?.value === 'number' ? price.value : undefined;
    return [{ winner, money: price && moneyOf(price.text, fen, per) }];
  });
}

const wonIn = (announcement: Announcement): readonly Naming[] =>
  resultsOf(announcement).flatMap(({ winner, money }) => {
    const { members } = partyIn(winner.text);
    return members.map((name) => ({
      name,
      part: 'winner' as const,
      label: winner.label,
      isJoint: members.length > 1,
      ...(money && { money }),
      ...(members.length === 1 && besideWinner(announcement, winner.text)),
    }));
  });

/** The code and the address of who won the whole. */
function besideWinner(announcement: Announcement, name: string): Pick<Naming, 'code' | 'address'> {
  const values = announcement as unknown as Values;
  const field = formOf(typeOf(announcement.category, announcement.type)).find(
    ({ role, key }) => role === 'winner' && values[key] === name,
  );
  return field ? beside(field, values) : {};
}

/** The units of one field of a form, or of a record of a list, with what stands beside it. */
function unitsIn(
  field: Field,
  values: Values,
  part: Part | undefined,
  form: readonly Field[],
  per: string,
  list?: Field,
): readonly Naming[] {
  const text = values[field.key];
  if (part === undefined || text === undefined) return [];
  const { members } = partyIn(String(text));
  const money = moneyBeside(part, values, form, per, list !== undefined);
  const rank = list && values['rank'];
  return members.map((name) => ({
    name,
    part,
    // 名称 says nothing without its list: 中标候选人, 通过单位.
    label: list && field.label === '名称' ? list.label : field.label,
    ...(typeof rank === 'number' && { rank }),
    isJoint: members.length > 1,
    ...(money && { money }),
    ...(members.length === 1 && beside(field, values)),
  }));
}

/** The fields of a unit's code and address are called after its own. */
function beside({ key }: Field, values: Values): Pick<Naming, 'code' | 'address'> {
  const [code, address] = [values[`${key}Code`], values[`${key}Address`]];
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof address === 'string' && { address }),
  };
}

/** What was agreed or bid by whoever stands in the same form or record; a buyer or an agency has no price of its own. */
function moneyBeside(
  part: Part,
  values: Values,
  form: readonly Field[],
  per: string,
  isRecord: boolean,
): Money | undefined {
  if (part === 'principal' || part === 'agency') return undefined;
  const stated = form.filter(({ kind, key }) => kind?.name === 'price' && values[key] !== undefined);
  const field = stated.find(({ role }) => role === 'price') ?? (isRecord ? stated[0] : undefined);
  if (!field) return undefined;
  const price = values[field.key] as Price;
  return moneyOf(field.kind!.print(price), sumIn(price), per);
}

/** A sum by the month or the area is none of the whole. */
const moneyOf = (text: string, fen: Fen | undefined, per: string): Money =>
  per === '' ? { text, ...(fen !== undefined && { fen }) } : { text: `${text}（${per}）` };
