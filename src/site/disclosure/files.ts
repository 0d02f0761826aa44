import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { toCsv } from '../../core/csv.ts';
import type { Edition } from '../../core/edition.ts';
import { disclosureDataPath, itemAttachmentPath, itemSumsPath } from '../address.ts';
import { fileLines, sourceOf, sumsOf, type FileLine } from '../attachments.ts';
import type { SiteFile } from '../unit.ts';
import { disclosureData, disclosureTable } from './data.ts';

/** What lies beside the pages of the catalogue: its data, and the attachments of its items with their digests. */
export function* filesOfDisclosure(edition: Edition): Iterable<SiteFile> {
  if (edition.disclosure.length === 0) return;
  yield { path: disclosureDataPath('json'), text: JSON.stringify(disclosureData(edition)) };
  yield { path: disclosureDataPath('csv'), text: toCsv(disclosureTable(edition)) };
  for (const item of edition.disclosure) {
    if (item.attachments.length === 0) continue;
    yield { path: itemSumsPath(item.id), text: sumsOf(edition, item, pathIn(item)) };
    for (const [index, { file }] of item.attachments.entries())
      yield { path: itemAttachmentPath(item.id, index, file), copyOf: sourceOf(edition, item, file) };
  }
}

/** The attachments of an item as a page lists them. */
export const fileOfItem = (edition: Edition, item: DisclosureItem): readonly FileLine[] =>
  fileLines(edition, item, item.attachments, pathIn(item));

const pathIn =
  ({ id }: DisclosureItem) =>
  (index: number, file: string): string =>
    itemAttachmentPath(id, index, file);
