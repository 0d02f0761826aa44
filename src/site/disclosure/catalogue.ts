import { classesOf } from '../../core/disclosure/class.ts';
import { byNewest } from '../../core/disclosure/order.ts';
import { printDate } from '../../core/announcement/instant.ts';
import { PARTS } from '../../core/disclosure/item.ts';
import type { FullText } from '../../core/disclosure/full-text.ts';
import type { Edition } from '../../core/edition.ts';
import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { disclosureDataPath, disclosureListPath } from '../address.ts';
import { fileOfItem } from './files.ts';
import { fullTextRate } from './full-text.ts';
import { lineOf, type ItemLine } from './lines.ts';
import type { FileLine } from '../attachments.ts';

/** A class with its items, the newest first. */
interface ClassPart {
  id: string;
  name: string;
  /** Its part of the list. */
  href: string;
  items: readonly ItemLine[];
}

/** The classes that have items, in the order of the centre. */
export const classParts = (edition: Edition): readonly ClassPart[] =>
  classesOf(edition.site)
    .map(({ id, name }) => ({
      id,
      name,
      href: edition.address(disclosureListPath(id)),
      items: edition.disclosure
        .filter(({ fields }) => fields.class === name)
        .map((one) => lineOf(edition, one)),
    }))
    .filter(({ items }) => items.length > 0);

/** What the page 政府信息公开 shows. */
export interface DisclosurePage {
  count: number;
  fullText: FullText;
  /** The day of the newest item. */
  newestOn: { day: string; text: string };
  classes: readonly ClassPart[];
  newest: readonly ItemLine[];
  guides: readonly ItemLine[];
  systems: readonly ItemLine[];
  reports: readonly (ItemLine & { year: number })[];
  /** How to apply, with the form to fill in. */
  requests: readonly (ItemLine & { files: readonly FileLine[] })[];
  data: { csv: string; json: string };
}

/** Items of the newest on the first page. */
const NEWEST = 8;

export function disclosurePage(edition: Edition): DisclosurePage {
  const sorted = edition.disclosure.toSorted(byNewest);
  const inPart = (part: keyof typeof PARTS): readonly DisclosureItem[] =>
    sorted.filter(({ fields }) => fields.part === part);
  const linesIn = (part: keyof typeof PARTS): readonly ItemLine[] =>
    inPart(part).map((one) => lineOf(edition, one));
  const { publishedOn } = sorted[0]!.fields;
  return {
    count: sorted.length,
    fullText: fullTextRate(edition),
    newestOn: { day: publishedOn, text: printDate(publishedOn) },
    classes: classParts(edition),
    newest: sorted.slice(0, NEWEST).map((one) => lineOf(edition, one)),
    guides: linesIn('guide'),
    systems: linesIn('system'),
    reports: inPart('annual-report')
      .map((one) => ({ ...lineOf(edition, one), year: one.fields.reportYear! }))
      .toSorted((a, b) => b.year - a.year),
    requests: inPart('request').map((one) => ({
      ...lineOf(edition, one),
      files: fileOfItem(edition, one),
    })),
    data: {
      csv: edition.address(disclosureDataPath('csv')),
      json: edition.address(disclosureDataPath('json')),
    },
  };
}
