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
      .map((item) => publishedText(edition, item)),
  );

/** The same of an item that is published: its attachments were opened by the build. */
export const publishedText = (edition: Edition, item: DisclosureItem): boolean | undefined =>
  itemHasText(item, (file) => edition.hasWords(sourceOf(edition, item, file)));

/** Whether an item has its full text; `hasWords` knows its attachments. */
export const itemHasText = (
  { body, attachments }: Pick<DisclosureItem, 'body' | 'attachments'>,
  hasWords: (file: string) => boolean | undefined,
): boolean | undefined =>
  hasFullText(
    /[\p{L}\p{N}]/u.test(plainText(body)),
    attachments.map(({ file }) => hasWords(file)),
  );
