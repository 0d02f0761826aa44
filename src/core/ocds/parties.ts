import { partyIn, partyName } from '../announcement/party.ts';
import { filled, listIn, type Json } from './json.ts';
import { textOf, type Statement } from './statement.ts';

type Role = 'buyer' | 'procuringEntity' | 'supplier' | 'tenderer' | 'reviewBody';

/** What is said of a party beside its name. */
interface Said {
  code?: string | undefined;
  address?: string | undefined;
  telephone?: string | undefined;
}

/**
 * Parties that take one part, each member of a consortium for itself. One that was named before in the procedure keeps
 * the id that it got then; else it is its 统一社会信用代码, or its name.
 */
export function partiesNamed(
  { known }: Statement,
  text: string | undefined,
  roles: readonly Role[],
  said: Said = {},
): readonly Json[] {
  if (text === undefined) return [];
  const { members } = partyIn(text);
  const only = members.length === 1 ? said : {};
  return members.map((name) =>
    filled({
      id: idOf(known, name, only.code),
      name,
      // No scheme: the list of lists has no code for 统一社会信用代码 that we could read, and none is made up.
      identifier: only.code === undefined ? undefined : { id: only.code, legalName: name },
      address: filled({ streetAddress: only.address }),
      contactPoint: filled({ telephone: only.telephone }),
      roles,
    }),
  );
}

function idOf(known: Json, name: string, code: string | undefined): string {
  const same = listIn(known, 'parties').find((party) => partyName(String(party['name'])) === partyName(name));
  return same ? String(same['id']) : code === undefined ? `name:${partyName(name)}` : `USCC:${code}`;
}

/** How the rest of a release refers to parties. */
export const referencesTo = (parties: readonly Json[]): readonly Json[] =>
  parties.map(({ id, name }) => ({ id, name }));

/** Who buys, who runs the procedure and who watches over it: every announcement says so. */
export function officesOf(statement: Statement): Json {
  const telephone = officeNumber(textOf(statement, 'contactPhone'));
  const buyer = { code: textOf(statement, 'buyerCode'), address: textOf(statement, 'buyerAddress') };
  const agency = textOf(statement, 'agency');
  const runs = { address: textOf(statement, 'agencyAddress'), telephone };
  const buyers =
    agency === undefined
      ? partiesNamed(statement, textOf(statement, 'buyer'), ['buyer', 'procuringEntity'], {
          ...buyer,
          telephone,
        })
      : partiesNamed(statement, textOf(statement, 'buyer'), ['buyer'], buyer);
  const agents = partiesNamed(statement, agency, ['procuringEntity'], runs);
  const [entity] = referencesTo(agents.length > 0 ? agents : buyers);
  return filled({
    buyer: referencesTo(buyers)[0],
    parties: [
      ...buyers,
      ...agents,
      ...partiesNamed(statement, textOf(statement, 'supervisor'), ['reviewBody']),
    ],
    ...(entity && { tender: { procuringEntity: entity } }),
  });
}

/** The numbers of offices. A mobile number is somebody's own: it stands on the page and in no data. */
function officeNumber(phone: string | undefined): string | undefined {
  const numbers = phone?.split('、').filter((number) => !/^1\d{10}$/u.test(number)) ?? [];
  return numbers.length === 0 ? undefined : numbers.join('、');
}

/**
 * The parties of a release, each once with every role that it has had so far: in a merged release the last list of roles
 * counts.
 */
export function withAllRoles(known: Json, parties: readonly Json[]): readonly Json[] {
  const before = new Map(listIn(known, 'parties').map((party) => [party['id'], party]));
  const once = new Map<unknown, Json>();
  for (const party of parties) {
    const had = once.get(party['id']) ?? { roles: before.get(party['id'])?.['roles'] };
    const roles = [...new Set([...rolesOf(had), ...rolesOf(party)])];
    once.set(party['id'], { ...had, ...party, roles });
  }
  return [...once.values()];
}

const rolesOf = ({ roles }: Json): readonly unknown[] => (Array.isArray(roles) ? roles : []);
