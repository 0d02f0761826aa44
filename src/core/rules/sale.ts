import type { Facts, Matter } from './matter.ts';
import { notShorter, type Moment } from './outcome.ts';
import type { Length } from '../announcement/quantity.ts';
import type { Outcome } from './rule.ts';

/** When the sale itself begins: by listing, auction or tender. */
export function saleStart({ method, listingFrom, auctionAt, bidDeadline }: Facts): Moment {
  if (method === 'auction') return { what: '拍卖日', on: auctionAt, at: 'auctionAt' };
  if (method === 'tender') return { what: '投标截止日', on: bidDeadline, at: 'bidDeadline' };
  return { what: '挂牌开始日', on: listingFrom, at: 'listingFrom' };
}

export const published = ({ publishedAt }: Facts): Moment => ({
  what: '公告发布日',
  on: publishedAt,
  at: 'publishedAt',
});

/** How long a listing 挂牌 lasts. */
export function listed(
  { method, listingFrom, listingUntil }: Facts,
  { calendar }: Matter,
  length: Length,
): Outcome | undefined {
  if (method !== 'listing') return undefined;
  return notShorter(
    calendar,
    length,
    { what: '挂牌开始', on: listingFrom, at: 'listingFrom' },
    { what: '挂牌截止', on: listingUntil, at: 'listingUntil' },
  );
}
