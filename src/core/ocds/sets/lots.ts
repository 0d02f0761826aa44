import type { LotOutcome } from '../../announcement/outcomes.ts';
import { filled, listIn, type Json } from '../json.ts';
import type { Statement } from '../statement.ts';

const STATUS: Readonly<Record<LotOutcome['state'], string>> = {
  won: 'complete',
  failed: 'unsuccessful',
  terminated: 'cancelled',
};

/** The lots of the tender that an announcement decides, each with its new status. */
export const endedLots = ({ known }: Statement, outcomes: readonly LotOutcome[]): readonly Json[] =>
  outcomes.flatMap(({ lots, state }) => {
    const meant = lots.length > 0 ? lots : listIn(known, 'tender', 'lots').map(({ id }) => id);
    return meant.map((id) => ({ id, status: STATUS[state] }));
  });

/** Whether a lot of the tender still waits for its result. */
export const lotsLeft = ({ known }: Statement, ended: readonly Json[]): boolean =>
  listIn(known, 'tender', 'lots').some(
    ({ id, status }) => status === 'active' && !ended.some((lot) => lot['id'] === id),
  );

/** Lots that a release speaks of and the tender does not list: their codes alone are known. */
export const lotsUnlisted = (known: Json, release: Json): readonly Json[] => {
  const listed = new Set(
    [...listIn(known, 'tender', 'lots'), ...listIn(release, 'tender', 'lots')].map(({ id }) => id),
  );
  const named = [...listIn(release, 'awards'), ...listIn(release, 'bids', 'details')].flatMap(
    ({ relatedLots }) => (relatedLots ?? []) as readonly unknown[],
  );
  const items = listIn(release, 'awards').flatMap((award) =>
    listIn(award, 'items').flatMap(({ relatedLot }) => relatedLot ?? []),
  );
  return [...new Set([...named, ...items])].filter((id) => !listed.has(id)).map((id) => filled({ id }));
};
