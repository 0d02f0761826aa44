import type { Field } from './field.ts';
import { partyIn, partyName, type Party } from './party.ts';
import { formOf, typeOf, type Announcement } from './schema.ts';

/** Whether a field names one who takes part, alone or as a consortium. */
export const isParty = ({ role, party, kind }: Field): boolean =>
  kind !== undefined && (role === 'winner' || party === true);

/** Every party that fields of an announcement name, those of its lists too; `which` says of which fields. */
export function partiesOf(
  announcement: Announcement,
  which: (field: Field) => boolean = isParty,
): readonly Party[] {
  return inRecord(
    announcement as unknown as Values,
    formOf(typeOf(announcement.category, announcement.type)),
    which,
  );
}

/** The units among parties, each once, a member of a consortium by its own name. */
export function unitsOf(parties: readonly Party[]): readonly string[] {
  const byName = Map.groupBy(
    parties.flatMap(({ members }) => members),
    partyName,
  );
  return [...byName.values()].map(([first]) => first!);
}

/** Whether a field says who won. */
export const isWinner = (field: Field): boolean => isParty(field) && field.role === 'winner';

type Values = Readonly<Record<string, unknown>>;

const inRecord = (
  values: Values,
  form: readonly Field[],
  which: (field: Field) => boolean,
): readonly Party[] =>
  form.flatMap((field): readonly Party[] => {
    const value = values[field.key];
    if (value === undefined) return [];
    if (field.fields)
      return (value as readonly Values[]).flatMap((one) => inRecord(one, field.fields!, which));
    return which(field) ? [partyIn(String(value))] : [];
  });
