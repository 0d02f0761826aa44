import { plainText } from '../../core/body/render.ts';
import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { fullTextOf, hasFullText, type FullText } from '../../core/disclosure/full-text.ts';
import type { Edition } from '../../core/edition.ts';
import { sourceOf } from '../attachments.ts';

/** The full texts of what is published of a centre's own accord: what is given on request has none here by its nature. */
export const fullTextRate = (edition: Edition): FullText =>
  fullTextOf(
    edition.disclosure
      .filter(({ fields }) => fields.openness === 'published')
      .map((item) => itemHasText(edition, item)),
  );

export const itemHasText = (edition: Edition, item: DisclosureItem): boolean | undefined =>
  hasFullText(
    /[\p{L}\p{N}]/u.test(plainText(item.body)),
    item.attachments.map(({ file }) => edition.words().get(sourceOf(edition, item, file))),
  );
