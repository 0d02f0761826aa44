import { printInstant } from '../announcement/instant.ts';
import { withdrawalOf } from '../announcement/withdrawal.ts';
import { changesBetween } from './changes.ts';
import type { Member } from './events.ts';
import { filled, joined, listIn, type Json } from './json.ts';
import type { Row } from './rows.ts';

/**
 * What a withdrawal 撤下 says: what the announcement had brought is no more. Awards, contracts and lots are cancelled, bids
 * withdrawn, any other value goes; a procedure whose call or plan is gone is withdrawn. Its page stays, and says so.
 * @param before what stood, and `after` what would stand had the announcement never been
 */
export function withdrawalIn(member: Member, row: Row, before: Json, after: Json): Json {
  const begins = row.tag === 'tender' || row.tag === 'planning';
  const bids = endedIn(before, after, ['bids', 'details'], 'withdrawn');
  const { id } = before['tender'] as Json;
  const undone = filled({
    // Who it is, who buys and what it goes on from stay known.
    ...before,
    planning: after['planning'],
    tender: filled({
      ...(after['tender'] as Json | undefined),
      id,
      ...(begins && { status: 'withdrawn' }),
      lots: endedIn(before, after, ['tender', 'lots'], 'cancelled'),
      documents: listIn(before, 'tender', 'documents'),
    }),
    bids: filled({ ...(after['bids'] as Json | undefined), details: bids }),
    awards: endedIn(before, after, ['awards'], 'cancelled'),
    contracts: endedIn(before, after, ['contracts'], 'cancelled'),
  });
  return joined([changesBetween(before, undone), { tender: { documents: [documentOf(member)] } }]);
}

/** The members of a list that stand, and those that are gone under the status of what was called off. */
function endedIn(before: Json, after: Json, path: readonly string[], status: string): readonly Json[] {
  const left = listIn(after, ...path);
  const ids = new Set(left.map(({ id }) => id));
  const gone = listIn(before, ...path).filter(({ id }) => !ids.has(id));
  return [...left, ...gone.map((one) => ({ ...one, status }))];
}

function documentOf({ id, url, announcement }: Member): Json {
  const { at, reason } = withdrawalOf(announcement)!;
  return { id, title: announcement.title, url, description: `${printInstant(at)}撤下：${reason}` };
}
