import { printDate } from '../../core/announcement/instant.ts';
import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { OPENNESS, VALIDITY } from '../../core/disclosure/item.ts';
import type { Edition } from '../../core/edition.ts';
import { disclosurePath } from '../address.ts';

/** An item as a list shows it. */
export interface ItemLine {
  title: string;
  href: string;
  /** What it is found by: its words in lower case. */
  name: string;
  index: string;
  documentNumber: string | undefined;
  made: string;
  madeOn: string;
  published: string;
  publishedOn: string;
  validity: string;
  /** Said beside the title where it has ended. */
  ended: string | undefined;
  /** Said beside the title where it is given on request alone. */
  onRequest: string | undefined;
}

export const lineOf = (edition: Edition, { id, fields }: DisclosureItem): ItemLine => ({
  title: fields.title,
  href: edition.address(disclosurePath(id)),
  name: [fields.title, fields.index, fields.documentNumber, fields.publisher]
    .filter((one) => one !== undefined)
    .join(' ')
    .toLowerCase(),
  index: fields.index,
  documentNumber: fields.documentNumber,
  made: printDate(fields.madeOn),
  madeOn: fields.madeOn,
  published: printDate(fields.publishedOn),
  publishedOn: fields.publishedOn,
  validity: VALIDITY[fields.validity],
  ended: fields.validity === 'valid' ? undefined : VALIDITY[fields.validity],
  onRequest: fields.openness === 'published' ? undefined : OPENNESS[fields.openness],
});
