import type { Values } from '../../announcement/fact.ts';
import { statedOutcomes, type LotOutcome } from '../../announcement/outcomes.ts';
import { documentsOf } from '../documents.ts';
import { filled, joined, type Json } from '../json.ts';
import { officesOf, partiesNamed, referencesTo } from '../parties.ts';
import { dateOf, labelled, printedIn, recordsIn, textOf, type Statement } from '../statement.ts';
import { moneyOf, momentOf, periodIn, priceOf, quantityIn } from '../values.ts';
import { endedLots, lotsLeft } from './lots.ts';

/** A result 中标、成交结果: an award for each lot that found a winner, and one without success for each that found none. */
export function setAward(statement: Statement): Json {
  const outcomes = statedOutcomes(statement.announcement);
  const awards = outcomes.map((outcome) => awardOf(statement, outcome, outcomes.length));
  const ended = endedLots(statement, outcomes);
  const isAnyWon = outcomes.some(({ state }) => state === 'won');
  const status = lotsLeft(statement, ended)
    ? undefined
    : isAnyWon || hasAward(statement)
      ? 'complete'
      : 'unsuccessful';
  return joined([
    officesOf(statement),
    {
      parties: awards.flatMap(({ parties }) => parties),
      tender: filled({ status, lots: ended }),
      awards: awards.map(({ award }) => award),
    },
  ]);
}

const hasAward = ({ parent }: Statement): boolean => (parent?.awards.length ?? 0) > 0;

function awardOf(
  statement: Statement,
  { lots, state, winner, price, reason }: LotOutcome,
  count: number,
): { award: Json; parties: readonly Json[] } {
  const isWon = state === 'won';
  const fen = typeof price?.value === 'number' ? price.value : undefined;
  const parties = isWon
    ? partiesNamed(statement, winner?.text, ['tenderer', 'supplier'], winnerSaid(statement))
    : [];
  const beside = price && fen === undefined ? `${price.label}：${price.text}` : undefined;
  const award = filled({
    id: `${statement.id}/${lots.length > 0 ? lots.join('+') : '1'}`,
    status: isWon ? 'active' : 'unsuccessful',
    description: isWon ? beside : reason,
    date: momentOf(dateOf(statement, 'awardedOn') ?? statement.announcement.publishedAt),
    value: isWon ? moneyOf(fen) : undefined,
    suppliers: referencesTo(parties),
    items: isWon ? itemsOf(statement, lots, count) : [],
    relatedLots: lots,
    documents: documentsOf(statement, 'awardNotice', labelled(statement, ['durationDays'])),
  });
  return { award, parties };
}

const winnerSaid = (statement: Statement) => ({
  code: textOf(statement, 'winnerCode'),
  address: textOf(statement, 'winnerAddress'),
});

/** What is bought 主要标的: of an award those of its lots, of the only one all. */
export const itemsOf = (statement: Statement, lots: readonly string[], awards: number): readonly Json[] =>
  recordsIn(statement, 'items').flatMap((record, at) => {
    const lot = record['lotCode'] as string | undefined;
    return awards === 1 || (lot !== undefined && lots.includes(lot))
      ? [itemOf(statement, record, at + 1)]
      : [];
  });

function itemOf(statement: Statement, record: Values, number: number): Json {
  const stated = quantityIn(record['quantity'] as string | undefined);
  const said = ['brand', 'spec', 'origin', ...(stated ? [] : ['quantity'])].flatMap(
    (key) => printedIn(statement, 'items', record, key) ?? [],
  );
  const value = priceOf(record['unitPriceFen']);
  return filled({
    id: String(number),
    description: [record['name'], ...said].join('，'),
    relatedLot: record['lotCode'],
    quantity: stated?.quantity,
    unit: stated && filled({ name: stated.unit, value }),
  });
}

/** Those who may be ordered from 入围: an award each. A price of the agreement is one of a unit, so it has no sum. */
export function setShortlist(statement: Statement): Json {
  const contractPeriod = periodIn(textOf(statement, 'frameworkTerm'));
  const awards = recordsIn(statement, 'shortlist').map((record, at) => {
    const parties = partiesNamed(statement, String(record['name']), ['tenderer', 'supplier']);
    const said = ['priceFen', 'discount'].flatMap(
      (key) => printedIn(statement, 'shortlist', record, key) ?? [],
    );
    const award = filled({
      id: `${statement.id}/${at + 1}`,
      status: 'active',
      description:
        [...said, ...(contractPeriod ? [] : [textOf(statement, 'frameworkTerm')])]
          .filter(Boolean)
          .join('，') || undefined,
      date: momentOf(dateOf(statement, 'awardedOn') ?? statement.announcement.publishedAt),
      suppliers: referencesTo(parties),
      contractPeriod,
      documents: documentsOf(statement, 'awardNotice'),
    });
    return { award, parties };
  });
  return joined([
    officesOf(statement),
    {
      parties: awards.flatMap(({ parties }) => parties),
      tender: { status: 'complete' },
      awards: awards.map(({ award }) => award),
    },
  ]);
}

/** Orders under a framework 第二阶段成交: OCDS 1.1 has no place for them, so each is an award of the framework. */
export function setDeals(statement: Statement): Json {
  const deals = recordsIn(statement, 'deals').map((record, at) => {
    const parties = partiesNamed(statement, String(record['supplier']), ['supplier']);
    const award = filled({
      id: `${statement.id}/${at + 1}`,
      status: 'active',
      title: '框架协议第二阶段成交',
      description: `采购人：${String(record['buyer'])}`,
      date: momentOf(statement.announcement.publishedAt),
      value: priceOf(record['dealFen']),
      suppliers: referencesTo(parties),
      documents: documentsOf(statement, 'awardNotice'),
    });
    return { award, parties: [...parties, ...partiesNamed(statement, String(record['buyer']), ['buyer'])] };
  });
  return joined([
    officesOf(statement),
    { parties: deals.flatMap(({ parties }) => parties), awards: deals.map(({ award }) => award) },
  ]);
}
