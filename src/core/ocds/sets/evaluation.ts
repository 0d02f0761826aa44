import type { Values } from '../../announcement/fact.ts';
import { endOf, momentOf, priceOf } from '../values.ts';
import { filled, joined, listIn, type Json } from '../json.ts';
import { partiesNamed, referencesTo } from '../parties.ts';
import { dateOf, recordsIn, valueOf, type Statement } from '../statement.ts';
import { setDocument } from './notice.ts';
import { bidOpening } from './tender.ts';

/** What was read out at the opening 开标. */
export const setOpening = (statement: Statement): Json =>
  joined([
    setDocument('bidders', ['priceCeilingFen'])(statement),
    {
      tender: filled({
        bidOpening: bidOpening(statement),
        numberOfTenderers: valueOf(statement, 'bidderCount'),
      }),
    },
    bidsOf(statement, 'bids', 'bidder'),
  ]);

/** Who passed the prequalification 资格预审: tenderers, and how many there were. OCDS has no list of who may bid. */
export const setPrequalified = (statement: Statement): Json =>
  joined([
    setDocument('shortlistedFirms')(statement),
    {
      parties: ((valueOf(statement, 'passedApplicants') ?? []) as readonly string[]).flatMap((name) =>
        partiesNamed(statement, name, ['tenderer']),
      ),
      tender: filled({ numberOfTenderers: valueOf(statement, 'bidderCount') }),
    },
    publicityOf(statement),
  ]);

/** The candidates 中标候选人: bids, and never awards. */
export const setCandidates = (statement: Statement): Json =>
  joined([
    setDocument('evaluationReports', ['priceCeilingFen'])(statement),
    bidsOf(statement, 'candidates', 'name'),
    publicityOf(statement, '中标候选人公示'),
  ]);

function publicityOf(statement: Statement, title = '公示'): Json {
  const until = dateOf(statement, 'publicityUntil');
  if (until === undefined) return {};
  const milestone = { id: `publicity:${statement.id}`, type: 'assessment', title, dueDate: endOf(until) };
  return { tender: { milestones: [milestone] } };
}

function bidsOf(statement: Statement, list: string, named: string): Json {
  const bids = recordsIn(statement, list).map((record, at) => bidOf(statement, record, named, at + 1));
  return filled({
    parties: bids.flatMap(({ parties }) => parties),
    bids: filled({ details: bids.map(({ bid }) => bid) }),
  });
}

interface BidSaid {
  parties: readonly Json[];
  bid: Json;
}

function bidOf(statement: Statement, record: Values, named: string, number: number): BidSaid {
  const parties = partiesNamed(statement, String(record[named]), ['tenderer']);
  const tenderers = referencesTo(parties);
  const relatedLots = record['lotCode'] === undefined ? [] : [record['lotCode']];
  const bid = filled({
    id: idOf(statement, tenderers, relatedLots) ?? `${statement.id}/${number}`,
    status: 'valid',
    date: momentOf(dateOf(statement, 'openingAt')),
    tenderers,
    value: priceOf(record['bidFen']),
    relatedLots,
  });
  return { parties, bid };
}

/** The bid that is known already: a candidate is one of those whose bids were opened. */
function idOf({ known }: Statement, tenderers: readonly Json[], lots: readonly unknown[]): unknown {
  const namesOf = (list: unknown): string =>
    JSON.stringify((list as readonly Json[]).map(({ id }) => id).toSorted());
  return listIn(known, 'bids', 'details').find(
    (bid) =>
      namesOf(bid['tenderers']) === namesOf(tenderers) &&
      JSON.stringify(bid['relatedLots'] ?? []) === JSON.stringify(lots),
  )?.['id'];
}
