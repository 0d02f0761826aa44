import { rfc3339 } from '../announcement/instant.ts';
import { toYuan } from '../announcement/money.ts';
import type { Disposal, DisposalPrice } from './disposal.ts';

/** Counts up when a key changes its meaning or goes; a key that is added leaves it. */
export const VERSION = 1;

/** `/disposals/disposals-<yyyy>-<mm>.json`: all that began in a month, as `schema.json` beside it describes. */
export const toDocument = (given: {
  schemaUrl: string;
  month: string;
  publisher: string;
  licence: { name: string; url: string | null } | null;
  disposals: readonly Disposal[];
  urlOf: (id: string) => string;
}): Record<string, unknown> => ({
  $schema: given.schemaUrl,
  version: VERSION,
  month: given.month,
  publisher: given.publisher,
  licence: given.licence,
  disposals: given.disposals.map((disposal) => toObject(disposal, given.urlOf)),
});

function toObject(disposal: Disposal, urlOf: (id: string) => string): Record<string, unknown> {
  const { id, announcement, withdrawn, price, ...rest } = disposal;
  return {
    id,
    url: urlOf(announcement),
    direction: 'transferor-to-transferee',
    payment: 'transferee-to-transferor',
    ...rest,
    withdrawn: withdrawn && { ...withdrawn, at: rfc3339(withdrawn.at) },
    price: price && {
      currency: 'CNY',
      ...Object.fromEntries(Object.entries(price).map(([key, one]) => [key, priceObject(one)])),
    },
  };
}

const priceObject = (price: DisposalPrice | null): Record<string, unknown> | null =>
  price && { amount: amountOf(price) ?? null, unit: price.unit, text: price.text, together: price.together };

/** Yuan as decimal text; nothing of what is no exact figure. */
export const amountOf = ({ fen, yuan }: DisposalPrice): string | undefined =>
  fen === undefined ? yuan : toYuan(fen);
