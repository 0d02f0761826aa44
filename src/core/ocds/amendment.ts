import type { Change } from '../project.ts';
import { filled, type Json } from './json.ts';
import type { Row, Tag } from './rows.ts';
import type { Made } from './statement.ts';

/** The tag of a release that changes what one of a type has said. */
export function amending({ tag }: Row): Tag {
  if (tag.startsWith('planning')) return 'planningUpdate';
  if (tag.startsWith('award')) return 'awardUpdate';
  if (tag.startsWith('contract')) return 'contractAmendment';
  return tag.startsWith('implementation') ? 'implementationUpdate' : 'tenderAmendment';
}

/** The same where it is the writer's own slip 勘误 that is put right. */
export const updating = (row: Row): Tag => {
  const tag = amending(row);
  return tag === 'tenderAmendment' ? 'tenderUpdate' : tag === 'contractAmendment' ? 'contractUpdate' : tag;
};

/** An amendment in its place: of the contract or the awards that the amended announcement made, else of the tender. */
export function amendmentIn(row: Row, made: Made | undefined, amendment: Json, known: Json): Json {
  const amendments = [amendment];
  if (row.tag === 'award' && made) return { awards: made.awards.map((id) => ({ id, amendments })) };
  if (row.tag.startsWith('contract') && made?.contract !== undefined)
    return { contracts: [{ ...contractKey(known, made.contract), amendments }] };
  return { tender: { amendments } };
}

const contractKey = (known: Json, id: string): Json => {
  const contract = ((known['contracts'] ?? []) as readonly Json[]).find((one) => one['id'] === id);
  return filled({ id, awardID: contract?.['awardID'] });
};

/** What a correction changed, as the page says it: 投标截止：原…，新…. */
export const wordsOf = (changes: readonly Change[]): string =>
  changes.map(({ label, from, to }) => `${label}：原“${from}”，新“${to}”`).join('\n');
