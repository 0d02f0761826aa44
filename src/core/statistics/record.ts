import type { Instant } from '../announcement/instant.ts';
import type { Fen } from '../announcement/money.ts';
import { lotCodesOf, statedOutcomes } from '../announcement/outcomes.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { sumIn } from '../announcement/price.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import { isPricedOtherwise, sumOf } from '../announcement/sum.ts';
import type { Category } from '../announcement/category.ts';
import type { Row } from '../listing.ts';
import type { HappeningKind } from '../status.ts';

/** One announcement as figures count it, and lists of figures name it. */
export interface Counted extends Pick<
  Row,
  | 'id'
  | 'title'
  | 'category'
  | 'type'
  | 'typeTerm'
  | 'former'
  | 'stage'
  | 'publishedAt'
  | 'projectCode'
  | 'deadline'
  | 'winner'
  | 'price'
> {
  /** Terminated, or without enough bidders. */
  isEnded?: true;
  /** Budget, starting price or base price as one sum; absent where none is stated, or only by the year or the area. */
  amountFen?: Fen;
  /** What was paid or bid in the end, as one sum. */
  priceFen?: Fen;
  /** The price 最高限价 that no bid may exceed. */
  ceilingFen?: Fen;
  /** A result of some lots only, or without a winner for all: it cannot be held against the amount of the whole. */
  isInParts?: true;
  /** Agreed at a unit price, a rate or in named parts. */
  isPricedOtherwise?: true;
  /** How many took part in the whole. */
  bidders?: number;
  /** It calls anew what had failed or been terminated. */
  isAgain?: true;
  /** Whether small and medium enterprises alone may take part; absent where nothing is said. */
  smeOnly?: boolean;
  /** What it awards to whom, where it is a result and the winner is paid. */
  awards: readonly Award[];
  /** When its publisher last put a slip of its own right. */
  mendedAt?: Instant;
}

/** What one winner was awarded: the whole, or some of the lots. */
interface Award {
  name: string;
  /** The price as an exact sum; absent of a rate, a unit price, or a sum that is not exact. */
  fen?: Fen;
}

/** What figures count of an announcement, with the corrections that are in `announcement` and `row`. */
export function countedOf(row: Row, announcement: Announcement): Counted {
  return compact({
    ...{ id: row.id, title: row.title, category: row.category, type: row.type, typeTerm: row.typeTerm },
    ...{ former: row.former, stage: row.stage, publishedAt: row.publishedAt, projectCode: row.projectCode },
    ...{ deadline: row.deadline, winner: row.winner, price: row.price },
    isEnded: ENDS.has(row.happening?.kind) || undefined,
    amountFen: sumOf(announcement, 'amount'),
    priceFen: sumOf(announcement, 'price'),
    ceilingFen: 'priceCeilingFen' in announcement ? sumIn(announcement.priceCeilingFen) : undefined,
    isInParts: isInParts(announcement) || undefined,
    isPricedOtherwise: isPricedOtherwise(announcement, 'price') || undefined,
    bidders: biddersIn(announcement),
    isAgain: ('retender' in announcement && announcement.retender === true) || undefined,
    smeOnly: 'smeOnly' in announcement ? announcement.smeOnly : undefined,
    awards: awardsOf(announcement),
    mendedAt: announcement.errata?.map(({ at }) => at).reduce((a, b) => (a > b ? a : b)),
  });
}

const ENDS: ReadonlySet<HappeningKind | undefined> = new Set(['terminated', 'failed']);

const compact = (counted: { [K in keyof Counted]: Counted[K] | undefined | false }): Counted =>
  Object.fromEntries(
    Object.entries(counted).filter(([, value]) => value !== undefined),
  ) as unknown as Counted;

const isInParts = (announcement: Announcement): boolean =>
  lotCodesOf(announcement).length > 0 || statedOutcomes(announcement).some(({ state }) => state !== 'won');

/** The number of a whole call; one of some lots says nothing of the rest. */
function biddersIn(announcement: Announcement): number | undefined {
  if ('lotCodes' in announcement && announcement.lotCodes) return undefined;
  if (announcement.type === 'prequalification-result') return undefined;
  if ('bidderCount' in announcement) return announcement.bidderCount;
  return 'intentCount' in announcement ? announcement.intentCount : undefined;
}

/** Who wins by being paid. Who wins a parcel or an asset pays for it: the two are not added up. */
const PAID: ReadonlySet<Category> = new Set(['construction', 'procurement']);

/** What is reckoned by the month or the area is no sum, whatever figure it has. */
export function awardsOf(announcement: Announcement): readonly Award[] {
  const { category, type } = announcement;
  if (!PAID.has(category) || typeOf(category, type).stage !== 'result') return [];
  return statedOutcomes(announcement).flatMap(({ winner, price }) => {
    if (!winner) return [];
    const isSum = typeof price?.value === 'number' && priceUnitOf(announcement) === '';
    return [{ name: winner.text, ...(isSum && { fen: price.value as Fen }) }];
  });
}
