import type { Fen } from '../announcement/money.ts';
import { priceIn, recordOf } from '../announcement/lot-records.ts';
import { lotCodesOf, statedOutcomes } from '../announcement/outcomes.ts';
import { PRICE_KINDS, priceKindsOf } from '../announcement/price-kind.ts';
import { printPrice, sumIn, type Price } from '../announcement/price.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import type { Announcement } from '../announcement/schema.ts';
import { sumOf } from '../announcement/sum.ts';
import type { Row } from '../listing.ts';
import type { Course, CourseState, CourseStep, LotCourse } from '../project/course.ts';

/** One announcement of a matter, with its corrections in force. */
interface Member {
  row: Row;
  announcement: Announcement;
}

/** A matter that a call began. */
export interface Matter {
  course: Course;
  /** In the order of publication; the first is the call. */
  members: readonly [Member, ...Member[]];
}

/** Money in one line of a table of lots: at most one of the lines that share it has its sum. */
interface LotMoney {
  /** What may be added up: an exact total. */
  fen?: Fen;
  /** What it is, `PRICE_KINDS`, or that an earlier line of the matter has it. */
  kind: string;
  /** As the notice prints it, where it is no plain total. */
  words?: string;
}

/** One lot 标段（包）, parcel 地块 or asset 标的 of a matter, or the whole of one without any. */
export interface LotLine {
  matter: Matter;
  lot?: string;
  name?: string;
  step: CourseStep;
  amount?: LotMoney;
  ceilingFen?: Fen;
  /** Who won it, where no later announcement undid that; a consortium as written. */
  winner?: string;
  price?: LotMoney;
  result?: Row;
  bidders?: number;
  contract?: Row;
  contractFen?: Fen;
}

/** What takes a result back. */
const UNDOES: ReadonlySet<CourseState> = new Set(['failed', 'terminated', 'retendered', 'overturned']);

/** What stands of money that several lots share, on all of their lines but the first. */
export const ABOVE = '已写在本项目上面的行';

/** The lines of a matter: one a lot that its call is of, in the order of the call; one for the whole without lots. */
export function linesOf(matter: Matter): readonly LotLine[] {
  const shared = new Set<unknown>();
  const isFirst = (what: unknown): boolean => !shared.has(what) && Boolean(shared.add(what));
  const lots = matter.course.lots.filter(({ steps }) => steps.length > 0);
  return lots.map((lot) => lineOf(matter, lot, isFirst));
}

/** Whether nothing before it was of this amount, award or contract. */
type IsFirst = (what: unknown) => boolean;

function lineOf(matter: Matter, { lot, steps }: LotCourse, isFirst: IsFirst): LotLine {
  const { announcement } = matter.members[0];
  const record = lot === undefined ? undefined : recordOf(announcement, lot);
  const amount = priceIn(announcement, 'amount', record);
  const ceiling = 'priceCeilingFen' in announcement ? sumIn(announcement.priceCeilingFen) : undefined;
  const bidders = biddersOf(matter, lot);
  const name = record?.values['name'] ?? record?.values['location'];
  return {
    matter,
    step: steps.at(-1)!,
    ...(lot !== undefined && { lot }),
    ...(typeof name === 'string' && { name }),
    ...(amount && { amount: moneyOf(announcement, amount.price, amount.isWhole && !isFirst('amount')) }),
    ...(ceiling !== undefined && isFirst('ceiling') && { ceilingFen: ceiling }),
    ...(bidders !== undefined && { bidders }),
    ...awardOf(matter, lot, steps, isFirst),
    ...contractOf(matter, steps, isFirst),
  };
}

/** Who won a lot, by the result that made it so. */
function awardOf(
  matter: Matter,
  lot: string | undefined,
  steps: readonly CourseStep[],
  isFirst: IsFirst,
): Pick<LotLine, 'winner' | 'price' | 'result'> {
  const won = steps.findLastIndex(({ state }) => state === 'won');
  if (won < 0 || steps.slice(won).some(({ state }) => UNDOES.has(state))) return {};
  const { row, announcement } = memberOf(matter, steps[won]!);
  const outcomes = statedOutcomes(announcement).filter(({ state }) => state === 'won');
  const outcome = outcomes.find(({ lots }) => lots.includes(lot ?? '')) ?? outcomes[0];
  const price = priceIn(announcement, 'price', lot === undefined ? undefined : recordOf(announcement, lot));
  const isShared = price?.isWhole === true && !isFirst(row.id);
  return {
    result: row,
    ...(outcome?.winner && { winner: outcome.winner.text }),
    ...(price && { price: moneyOf(announcement, price.price, isShared) }),
  };
}

/** The contract in force, a change of it included; its sum on the first of the lots that it is of. */
function contractOf(
  matter: Matter,
  steps: readonly CourseStep[],
  isFirst: IsFirst,
): Pick<LotLine, 'contract' | 'contractFen'> {
  const step = steps.findLast(({ state }) => state === 'contracted');
  if (!step) return {};
  const { row, announcement } = memberOf(matter, step);
  const fen = sumOf(announcement, 'price');
  return {
    contract: row,
    ...(fen !== undefined && isFirst(row.id) && { contractFen: fen }),
  };
}

const memberOf = ({ members }: Matter, { by }: CourseStep): Member =>
  members.find(({ row }) => row.id === by)!;

/** How many took part, by the last announcement to say so of this lot or of the whole. */
function biddersOf({ members }: Matter, lot: string | undefined): number | undefined {
  return members
    .filter(({ announcement }) => {
      const codes = lotCodesOf(announcement);
      return codes.length === 0 || (lot !== undefined && codes.includes(lot));
    })
    .flatMap(({ announcement }) => {
      if ('bidderCount' in announcement) return announcement.bidderCount ?? [];
      return 'intentCount' in announcement ? (announcement.intentCount ?? []) : [];
    })
    .at(-1);
}

function moneyOf(announcement: Announcement, price: Price, isAbove: boolean): LotMoney {
  if (isAbove) return { kind: ABOVE };
  const unit = priceUnitOf(announcement);
  const [kind] = priceKindsOf([price], unit);
  const fen = kind === PRICE_KINDS.total ? sumIn(price) : undefined;
  const isPlain = typeof price === 'number' && unit === '';
  return {
    kind: kind!,
    ...(fen !== undefined && { fen }),
    ...(!isPlain && { words: `${printPrice(price)}${unit === '' ? '' : `（${unit}）`}` }),
  };
}
