import { partyKey } from '../../announcement/party.ts';
import { lotCodesOf } from '../../announcement/outcomes.ts';
import { documentsOf } from '../documents.ts';
import { filled, joined, listIn, type Json } from '../json.ts';
import { officesOf, partiesNamed, referencesTo } from '../parties.ts';
import { dateOf, labelled, printedOf, textOf, valueOf, type Statement } from '../statement.ts';
import { daysOf, momentOf, periodIn, priceOf } from '../values.ts';
import { itemsOf } from './award.ts';

/** The unit that a contract is made with. */
const supplierOf = (statement: Statement): string | undefined =>
  textOf(statement, 'contractor') ?? textOf(statement, 'supplier');

/** A contract 合同: of the award that its supplier won, or of one that is known from it alone. */
export function setContract(statement: Statement): Json {
  const parties = partiesNamed(statement, supplierOf(statement), ['supplier']);
  const award = awardFor(statement, parties);
  const beside = labelled(statement, ['contractTerm', 'contractPlace', ...wordsOfPrice(statement)]);
  const contract = filled({
    id: contractIdOf(statement),
    awardID: award.id,
    status: 'active',
    title: textOf(statement, 'contractName'),
    description: [lotsSaid(statement), beside].filter((text) => text !== undefined).join('\n') || undefined,
    dateSigned: momentOf(dateOf(statement, 'signedOn')),
    value: priceOf(valueOf(statement, 'contractFen')),
    period: daysOf(valueOf(statement, 'durationDays')) ?? periodIn(textOf(statement, 'contractTerm')),
    items: itemsOf(statement, [], 1),
    documents: documentsOf(statement, 'contractNotice'),
  });
  return joined([officesOf(statement), filled({ parties, awards: award.stub, contracts: [contract] })]);
}

/** A price that is no exact sum stands in words. */
const wordsOfPrice = (statement: Statement): readonly string[] =>
  priceOf(valueOf(statement, 'contractFen')) === undefined ? ['contractFen'] : [];

function lotsSaid({ announcement }: Statement): string | undefined {
  const lots = lotCodesOf(announcement);
  return lots.length === 0 ? undefined : `适用标段（包）：${lots.join('、')}`;
}

/** The award that a contract rests on; where none is known, one that says who won. */
function awardFor(statement: Statement, parties: readonly Json[]): { id: unknown; stub: readonly Json[] } {
  const lots = lotCodesOf(statement.announcement);
  const standing = listIn(statement.known, 'awards').filter(({ status }) => status === 'active');
  const isOfLots = ({ relatedLots }: Json): boolean =>
    ((relatedLots ?? []) as readonly string[]).some((lot) => lots.includes(lot));
  const names = partyKey(parties.map(({ name }) => name).join('、'));
  const isOfParty = (award: Json): boolean =>
    partyKey(
      listIn(award, 'suppliers')
        .map(({ name }) => name)
        .join('、'),
    ) === names;
  const found =
    standing.find((award) => isOfLots(award) && isOfParty(award)) ??
    standing.find(isOfParty) ??
    standing.find(isOfLots) ??
    standing[0];
  if (found) return { id: found['id'], stub: [] };
  const id = `${statement.id}/1`;
  return { id, stub: [filled({ id, status: 'active', suppliers: referencesTo(parties) })] };
}

/** The id of a contract: its code, or that of the announcement; later ones mean the contract that they follow. */
const contractIdOf = (statement: Statement): string =>
  statement.parent?.contract ?? textOf(statement, 'contractCode') ?? statement.id;

/** What stands of the contract that an announcement follows; where none is known, it is one that it tells of alone. */
function contractMeant(statement: Statement): Json {
  const id = contractIdOf(statement);
  const contract = listIn(statement.known, 'contracts').find((one) => one['id'] === id);
  if (contract) return { contracts: [{ id, awardID: contract['awardID'] }] };
  const parties = partiesNamed(statement, supplierOf(statement), ['supplier']);
  const award = awardFor(statement, parties);
  return filled({ parties, awards: award.stub, contracts: [{ id, awardID: award.id }] });
}

const ofContract = (statement: Statement, says: Json): Json =>
  joined([
    officesOf(statement),
    contractMeant(statement),
    { contracts: [{ id: contractIdOf(statement), ...filled(says) }] },
  ]);

/** A change 变更 of a contract: its new value, and why. */
export const setContractChange = (statement: Statement): Json =>
  ofContract(statement, {
    value: priceOf(valueOf(statement, 'changedFen')),
    period: periodIn(textOf(statement, 'contractTerm')),
    documents: documentsOf(
      statement,
      'contractNotice',
      labelled(statement, ['changedFen', 'changedOn', 'contractTerm']),
    ),
    amendments: [
      filled({
        id: statement.id,
        date: momentOf(dateOf(statement, 'changedOn') ?? statement.announcement.publishedAt),
        rationale: textOf(statement, 'reason'),
      }),
    ],
  });

/** A contract that ended before its time 合同终止. */
export const setContractEnd = (statement: Statement): Json =>
  ofContract(statement, {
    status: 'terminated',
    documents: documentsOf(statement, 'cancellationDetails', labelled(statement, ['terminatedOn', 'reason'])),
  });

/** What was delivered and accepted 履约、验收. */
export const setImplementation = (statement: Statement): Json =>
  ofContract(statement, {
    implementation: filled({
      milestones: [
        filled({
          id: `acceptance:${statement.id}`,
          type: 'delivery',
          title: '验收',
          description: printedOf(statement, 'acceptance') ?? printedOf(statement, 'performance'),
          status: 'met',
          dateMet: momentOf(dateOf(statement, 'acceptedOn')),
        }),
      ],
      documents: documentsOf(statement, 'completionCertificate'),
    }),
  });
