import type { landTypes } from '../announcement/land.ts';
import type { propertyTypes } from '../announcement/property.ts';

/** What is disposed of: land, a mining right, things or shares sold, a lease, shares newly issued. */
export const KINDS = {
  land: '土地',
  mining: '矿业权',
  property: '产权、资产转让',
  lease: '出租',
  capital: '增资',
} as const;

export type DisposalKind = keyof typeof KINDS;

/** How a type of announcement stands in the data of disposals. */
interface Row {
  kind: DisposalKind;
  /** Its method, where its form has no field for it. */
  method?: { id: string; term: string };
  /** Set where it begins no disposal: it changes, stops or decides the one that it follows. */
  follows?: true;
}

type IdOf<T extends readonly { id: string }[]> = T[number]['id'];

const agreement = { id: 'agreement', term: '协议' };
const land: Row = { kind: 'land' };
const mining: Row = { kind: 'mining' };
const property: Row = { kind: 'property' };
const later = (row: Row): Row => ({ ...row, follows: true });

/**
 * Every type of land and property, in the order of the forms; a type that is missing here does not compile. A type that
 * follows another has the kind of that; the one that is written with it is of its own results, which an import may have
 * without what they follow.
 */
export const ROWS: {
  readonly land: Readonly<Record<IdOf<typeof landTypes>, Row>>;
  readonly property: Readonly<Record<IdOf<typeof propertyTypes>, Row>>;
} = {
  land: {
    'supply-plan': land,
    'land-grant-notice': land,
    'mining-grant-notice': mining,
    'correction-notice': later(land),
    'suspension-notice': later(land),
    'resumption-notice': later(land),
    'termination-notice': later(land),
    'land-grant-result': later(land),
    'land-agreement-notice': { ...land, method: agreement },
    'land-agreement-result': later({ ...land, method: agreement }),
    'land-allocation': { ...land, method: { id: 'allocation', term: '划拨' } },
    'mining-grant-result': later(mining),
    'mining-agreement-notice': { ...mining, method: agreement },
    'mining-transfer-notice': { ...mining, method: { id: 'transfer', term: '转让' } },
    legacy: land,
  },
  property: {
    'property-transfer-preview': property,
    'property-transfer': property,
    'capital-increase-preview': { kind: 'capital' },
    'capital-increase': { kind: 'capital' },
    'asset-transfer': property,
    'asset-lease': { kind: 'lease' },
    'auction-notice': { ...property, method: { id: 'hall', term: '拍卖' } },
    'correction-notice': later(property),
    'extension-notice': later(property),
    'suspension-notice': later(property),
    'resumption-notice': later(property),
    'termination-notice': later(property),
    'property-transfer-result': later(property),
    'capital-increase-result': later({ kind: 'capital' }),
    'asset-transfer-result': later(property),
    'asset-lease-result': later({ kind: 'lease' }),
    legacy: property,
  },
};

/** The row of a type; none of a category where nothing is disposed of. */
export function rowOf(category: string, type: string): Row | undefined {
  const rows: Readonly<Record<string, Readonly<Record<string, Row>>>> = ROWS;
  return rows[category]?.[type];
}
