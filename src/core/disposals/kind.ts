import { formerTypesOf } from '../announcement/former-type.ts';
import { isLegacy } from '../announcement/legacy.ts';
import type { Announcement } from '../announcement/schema.ts';
import type { Matter } from './matter.ts';
import { rowOf, type DisposalKind } from './rows.ts';

/** What a matter disposes of. An auction is of things or of their use: by its result, or by how its price is reckoned. */
export function kindOf({ root, members }: Matter): DisposalKind {
  const { announcement } = root;
  if (isLegacy(announcement)) return kindOfLegacy(announcement);
  const { kind } = rowOf(announcement.category, announcement.type)!;
  if (announcement.type !== 'auction-notice') return kind;
  const isRent = (announcement.priceUnit ?? 'total') !== 'total';
  const isLet = members.some(({ announcement: { type } }) => type === 'asset-lease-result');
  return isRent || isLet ? 'lease' : kind;
}

/** An imported notice has the kind of its old type, or of what it speaks of where that is not known. */
function kindOfLegacy(announcement: Announcement): DisposalKind {
  const { category } = announcement;
  const [former] = formerTypesOf(announcement);
  if (former && !STANDS_FOR_ANY.has(former.stage)) return rowOf(category, former.id)!.kind;
  const states = (key: string): boolean => key in announcement;
  if (category === 'land') return states('mineral') || states('mineArea') ? 'mining' : 'land';
  if (states('raisedFen')) return 'capital';
  return states('leaseTerm') || states('priceUnit') ? 'lease' : 'property';
}

const STANDS_FOR_ANY: ReadonlySet<string> = new Set([
  'correction',
  'suspension',
  'resumption',
  'termination',
]);
