import type { Category } from '../announcement/category.ts';
import type { Fen } from '../announcement/money.ts';
import type { Known, Record } from './chronicle.ts';

/** What was begun in a period: one a project code, however often it was called again. */
export interface BegunProject {
  /** The code, or the id of the call where there is none. */
  key: string;
  category: Category;
  /** The calls that opened it; a project in parts can have several. */
  calls: readonly Record[];
  /** Budget, starting price or base price as a total; absent where none is stated, or only by the year or the area. */
  amountFen?: Fen;
}

/** The projects whose first call was published in the period, by the order of publication. */
export function begunIn({ records }: Known): readonly BegunProject[] {
  const first = records.filter(({ row, isRepeat }) => row.stage === 'call' && !isRepeat && !row.isAgain);
  return [...Map.groupBy(first, ({ row }) => row.projectCode ?? row.id)].map(([key, calls]) => {
    const amounts = calls.flatMap(({ row }) => row.amountFen ?? []);
    return {
      key,
      category: calls[0]!.row.category,
      calls,
      ...(amounts.length > 0 && { amountFen: amounts.reduce((a, b) => a + b, 0) }),
    };
  });
}

/** A class of projects by their amount: `from` is in it, `below` is not. */
interface Band {
  id: string;
  label: string;
  from: Fen;
  below: Fen;
  projects: readonly BegunProject[];
  sumFen: Fen;
}

const WAN = 1_000_000;

/** Limits of the classes in 万元. */
const LIMITS = [
  { id: 'under-50', label: '50万元以下', below: 50 },
  { id: 'under-200', label: '50万至200万元', below: 200 },
  { id: 'under-1000', label: '200万至1000万元', below: 1000 },
  { id: 'under-5000', label: '1000万至5000万元', below: 5000 },
  { id: 'under-10000', label: '5000万至1亿元', below: 10_000 },
  { id: 'over-10000', label: '1亿元及以上', below: Infinity },
] as const;

/** Projects with an amount by class, the smallest first; empty classes stay, so that the scale is always the same. */
export const bandsOf = (projects: readonly BegunProject[]): readonly Band[] =>
  LIMITS.map(({ id, label, below }, index): Band => {
    const from = (LIMITS[index - 1]?.below ?? 0) * WAN;
    const own = projects.filter(
      ({ amountFen }) => amountFen !== undefined && amountFen >= from && amountFen < below * WAN,
    );
    return {
      id,
      label,
      from,
      below: below * WAN,
      projects: own,
      sumFen: own.reduce((sum, { amountFen }) => sum + amountFen!, 0),
    };
  });

/** What had befallen a project's calls by the end of the period. */
interface Fates {
  corrected: readonly BegunProject[];
  /** Terminated or without enough bidders. */
  ended: readonly BegunProject[];
}

export function fatesOf(projects: readonly BegunProject[]): Fates {
  const some = (is: (record: Record) => boolean): readonly BegunProject[] =>
    projects.filter(({ calls }) => calls.some(is));
  return {
    corrected: some(({ isCorrected }) => isCorrected),
    ended: some(({ row }) => row.isEnded === true),
  };
}

/** Calls of the period that repeat one that had failed or been terminated. */
export const calledAgainIn = ({ records }: Known): readonly Record[] =>
  records.filter(({ row }) => row.stage === 'call' && row.isAgain);
