import { lotCodesOf } from '../../announcement/outcomes.ts';
import { filled, joined, listIn, type Json } from '../json.ts';
import { valueOf, type Statement } from '../statement.ts';
import { lotsLeft } from './lots.ts';
import { setDocument } from './notice.ts';

/** What ended: the tender found nobody, or was called off. */
type End = 'unsuccessful' | 'cancelled';

/** 流标、废标 are no success; 终止、采购任务取消 call it off. */
export const endOf = (statement: Statement): End => {
  const { type } = statement.announcement;
  const kind = valueOf(statement, 'terminationKind');
  return type === 'failed-tender-notice' || kind === 'failed' || kind === 'cancelled'
    ? 'unsuccessful'
    : 'cancelled';
};

/** A failure 流标 or a termination 终止, of the whole or of the lots that it names. */
export function setEnd(statement: Statement): Json {
  const end = endOf(statement);
  const lots = lotsEnded(statement).map((id) => ({ id, status: end }));
  const awards = awardsEnded(statement).map(({ id }) => ({ id, status: 'cancelled' }));
  const isWhole = lotCodesOf(statement.announcement).length === 0;
  const left = isWhole
    ? []
    : awardsStanding(statement).filter(({ id }) => !awards.some((one) => one.id === id));
  const status = isWhole
    ? end
    : lotsLeft(statement, lots) || hasNoLots(statement)
      ? undefined
      : left.length > 0
        ? 'complete'
        : end;
  return joined([
    setDocument('cancellationDetails', ['reason', 'refund'])(statement),
    filled({ tender: filled({ status, lots }), awards }),
  ]);
}

const hasNoLots = ({ known }: Statement): boolean => listIn(known, 'tender', 'lots').length === 0;

function lotsEnded({ announcement, known }: Statement): readonly unknown[] {
  const named = lotCodesOf(announcement);
  return named.length > 0
    ? named
    : listIn(known, 'tender', 'lots')
        .filter(({ status }) => status !== 'unsuccessful' && status !== 'cancelled')
        .map(({ id }) => id);
}

const awardsStanding = ({ known }: Statement): readonly Json[] =>
  listIn(known, 'awards').filter(({ status }) => status === 'active');

/** The awards that fall with it: all, or those of its lots. */
export function awardsEnded(statement: Statement): readonly Json[] {
  const named = lotCodesOf(statement.announcement);
  return awardsStanding(statement).filter(
    ({ relatedLots }) =>
      named.length === 0 || ((relatedLots ?? []) as readonly string[]).some((lot) => named.includes(lot)),
  );
}
