import type { Field } from '../announcement/field.ts';
import type { Fen } from '../announcement/money.ts';
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

type Values = Readonly<Record<string, unknown>>;

/** Every unit that an announcement names, in the order of its form. */
export function namedIn(announcement: Announcement): readonly Naming[] {
  const { stage } = typeOf(announcement.category, announcement.type);
  const form = formOf(typeOf(announcement.category, announcement.type));
  const values = announcement as unknown as Values;
  const principal = form.find(({ role, key }) => role === 'principal' && values[key] !== undefined);
  const won: Part = stage === 'result' ? 'winner' : 'contractor';
  const partOf = (field: Field): Part | undefined =>
    field.role === 'agency'
      ? 'agency'
      : field === principal
        ? 'principal'
        : !isParty(field)
          ? undefined
          : field.role === 'winner'
            ? won
            : 'bidder';
  const per = priceUnitOf(announcement);
  return form.flatMap((field): readonly Naming[] => {
    const value = values[field.key];
    if (value === undefined) return [];
    if (field.fields)
      return (value as readonly Values[]).flatMap((record) =>
        isFailed(record)
          ? []
          : field.fields!.flatMap((own) => naming(own, record, partOf(own), field.fields!, per, field.label)),
      );
    return naming(field, values, partOf(field), form, per);
  });
}

/** What was agreed by each result that an announcement states, a consortium being one winner. */
export function resultsIn(announcement: Announcement): readonly Pick<Naming, 'isJoint' | 'money'>[] {
  const won = namedIn(announcement).filter(({ part }) => part === 'winner');
  return [...Map.groupBy(won, (naming) => naming.money ?? naming).values()].map(([first]) => first!);
}

/** Lots are awarded, plots granted; anything else has no winner. */
const isFailed = ({ outcome }: Values): boolean =>
  outcome !== undefined && outcome !== 'awarded' && outcome !== 'granted';

/** The units of one field of a form or a record, with the price and the code that stand beside it. */
function naming(
  field: Field,
  values: Values,
  part: Part | undefined,
  form: readonly Field[],
  per: string,
  list?: string,
): readonly Naming[] {
  const text = values[field.key];
  if (part === undefined || text === undefined) return [];
  const { members } = partyIn(String(text));
  const money = moneyBeside(part, values, form, per, list !== undefined);
  const [code, address] = [values[`${field.key}Code`], values[`${field.key}Address`]];
  const rank = values['rank'];
  return members.map((name) => ({
    name,
    part,
    // 名称 says nothing without its list: 中标候选人, 通过单位.
    label: list !== undefined && field.label === '名称' ? list : field.label,
    ...(list !== undefined && typeof rank === 'number' && { rank }),
    isJoint: members.length > 1,
    ...(money && { money }),
    ...(members.length === 1 && typeof code === 'string' && { code }),
    ...(members.length === 1 && typeof address === 'string' && { address }),
  }));
}

/** What was paid or bid by whoever stands in the same form or record; a buyer or an agency has no price of its own. */
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
  const fen = per === '' ? sumIn(price) : undefined;
  const text = `${field.kind!.print(price)}${per === '' ? '' : `（${per}）`}`;
  return { text, ...(fen !== undefined && { fen }) };
}
