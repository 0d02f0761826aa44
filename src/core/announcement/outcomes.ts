import { factIn, factOf, withUnit, type Fact, type Values } from './fact.ts';
import type { Field } from './field.ts';
import { formOf, typeOf, type Announcement } from './schema.ts';
import type { TypeSpec } from './type.ts';

/** What became of lots 标段（包）, parcels 地块 or assets 标的, or of the whole, as one announcement states it. */
export interface LotOutcome {
  /** Codes as written; none means the whole. More than one where a price and a winner are stated for them together. */
  lots: readonly string[];
  state: 'won' | 'failed' | 'terminated';
  /** The announcement's own word for it: 成交, 流标, 废标, 流拍, 终止. */
  words: string;
  /** Under the term of the form: 中标人, 供应商, 受让人. A consortium is one of them. */
  winner?: Fact;
  /** Under its term with its unit: 中标价, 成交价（每月）. */
  price?: Fact;
  /** Why there is none, where the announcement says it. */
  reason?: string;
}

/** The lots to which alone an announcement applies; none when it applies to all. */
export const lotCodesOf = (announcement: Announcement): readonly string[] =>
  'lotCodes' in announcement ? (announcement.lotCodes ?? []) : [];

/**
 * What an announcement says became of what it is about: a result by its lots, parcels or assets where it lists them;
 * a failure or termination of what it names. Nothing where it is neither. That it may have been withdrawn 撤下 since is
 * for who asks to look at.
 */
export function statedOutcomes(announcement: Announcement): readonly LotOutcome[] {
  const { stage, term } = specOf(announcement);
  if (stage === 'failure' || stage === 'termination') {
    const reason = 'reason' in announcement ? announcement.reason : undefined;
    const words = kindOfEnd(announcement) ?? term.replace(/公告$/u, '');
    const state = stage === 'failure' ? 'failed' : 'terminated';
    return [{ lots: lotCodesOf(announcement), state, words, ...(reason !== undefined && { reason }) }];
  }
  if (stage !== 'result') return [];
  const listed = listedOutcomes(announcement);
  if (listed.length > 0) return listed;
  const [winner, price] = wholeOf(announcement);
  return [
    {
      lots: lotCodesOf(announcement),
      state: 'won',
      words: GRANTED,
      ...(winner && { winner }),
      ...(price && { price }),
    },
  ];
}

/**
 * Who won by an announcement, each name once under the term of its form. A proposal to grant by agreement and a contract
 * name one too, though they decide nothing.
 */
export function winnersOf(announcement: Announcement): readonly Fact[] {
  const won = statedOutcomes(announcement).flatMap(({ winner }) => winner ?? []);
  if (won.length === 0) return [factOf(announcement, 'winner') ?? []].flat();
  return won.filter(({ text }, at) => won.findIndex((other) => other.text === text) === at);
}

/** What a result is called that has no word of its own. */
const GRANTED = '成交';

const STATE: Readonly<Record<string, LotOutcome['state']>> = {
  awarded: 'won',
  granted: 'won',
  terminated: 'terminated',
};

/** By the lists whose records say what became of each: 标段结果, 包结果, 成交地块, 标的结果. */
function listedOutcomes(announcement: Announcement): readonly LotOutcome[] {
  const values = announcement as unknown as Values;
  const [wholeWinner, wholePrice] = wholeOf(announcement);
  return formOf(specOf(announcement)).flatMap(({ key, fields = [] }) => {
    const outcome = fields.find(isOutcome);
    const records = outcome ? ((values[key] ?? []) as readonly Values[]) : [];
    return records.map((record): LotOutcome => {
      const state = STATE[String(record[outcome!.key])] ?? 'failed';
      const isWon = state === 'won';
      // A form that names one grantee above a list of parcels means it for each that was granted.
      const winner = factIn(fields, record, 'winner') ?? (isWon ? wholeWinner : undefined);
      const own = withUnit(factIn(fields, record, 'price'), announcement);
      const price = own ?? (isWon && records.length === 1 ? wholePrice : undefined);
      const reason = record['reason'];
      return {
        lots: [String(record['lotCode'] ?? record['code'])],
        state,
        words: outcome!.kind!.print(record[outcome!.key]),
        ...(winner && { winner }),
        ...(price && { price }),
        ...(typeof reason === 'string' && { reason }),
      };
    });
  });
}

const isOutcome = ({ key, kind }: Field): boolean => key === 'outcome' && kind?.name === 'choice';

const wholeOf = (announcement: Announcement): readonly [Fact | undefined, Fact | undefined] => [
  factOf(announcement, 'winner'),
  withUnit(factOf(announcement, 'price'), announcement),
];

/** 废标, 流标 or 采购任务取消, where a termination says which. */
function kindOfEnd(announcement: Announcement): string | undefined {
  const value = (announcement as unknown as Values)['terminationKind'];
  const field = formOf(specOf(announcement)).find(({ key }) => key === 'terminationKind');
  return value === undefined ? undefined : field!.kind!.print(value);
}

const specOf = ({ category, type }: Announcement): TypeSpec => typeOf(category, type);
