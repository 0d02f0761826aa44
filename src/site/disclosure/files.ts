import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { toCsv } from '../../core/csv.ts';
import type { Edition } from '../../core/edition.ts';
import { disclosureDataPath, itemAttachmentPath, itemSumsPath } from '../address.ts';
import { fileLines, sourceOf, sumsOf, type FileLine } from '../attachments.ts';
import { descriptionOf, disclosureItemsOf } from '../tables.ts';
import type { SiteFile } from '../unit.ts';
import { disclosureData, disclosureTable } from './data.ts';

/** The data of the catalogue, beside its pages. */
export const filesOfCatalogue = (edition: Edition): readonly SiteFile[] => [
  { path: disclosureDataPath('json'), text: JSON.stringify(disclosureData(edition)) },
  { path: disclosureDataPath('csv'), text: toCsv(disclosureTable(edition)) },
  descriptionOf(edition, disclosureItemsOf(edition)),
];

/** The attachments of an item with their digests, beside its page. */
export const filesOfItem = (edition: Edition, item: DisclosureItem): readonly SiteFile[] =>
  item.attachments.length === 0
    ? []
    : [
        { path: itemSumsPath(item.id), text: sumsOf(edition, item, pathIn(item)) },
        ...item.attachments.map(({ file }, index) => ({
          path: itemAttachmentPath(item.id, index, file),
          copyOf: sourceOf(edition, item, file),
        })),
      ];

/** The attachments of an item as a page lists them. */
export const fileOfItem = (edition: Edition, item: DisclosureItem): readonly FileLine[] =>
  fileLines(edition, item, item.attachments, pathIn(item));

const pathIn =
  ({ id }: DisclosureItem) =>
  (index: number, file: string): string =>
    itemAttachmentPath(id, index, file);
