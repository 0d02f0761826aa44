import type { Edition } from '../core/edition.ts';
import { createHash } from 'node:crypto';
import { printStart } from '../core/announcement/instant.ts';
import { plainText } from '../core/body/render.ts';
import { inHand } from '../core/failure.ts';
import { factOf } from '../core/announcement/fact.ts';
import { type Row } from '../core/listing.ts';
import { partiesOf, unitsOf } from '../core/announcement/parties-of.ts';
import { toCatalogue, type Catalogue, type CatalogueRow } from '../core/search/catalogue.ts';
import { searchable } from '../core/search/text.ts';
import { earlierVersions } from '../core/versions.ts';
import { sourceOf } from './announcement.ts';
import { filesOf } from './attachments.ts';
import { correctedBy } from './corrections.ts';
import { factLines, factTables } from './facts.ts';

/** The words of an announcement's page that are its own: not the frame's, and not those of other announcements. */
export interface SearchRecord {
  id: string;
  year: string;
  /** The title first; the rest in the order in which an excerpt is looked for: what a list row says anyway is last. */
  sections: readonly string[];
}

/** A page of results shows 20 excerpts at most, each from one file: more in a file costs the reader, fewer the disk. */
export const TEXTS_IN_FILE = 4;

/** Every announcement's text, the oldest first: a new announcement moves no other. */
export function searchRecords(edition: Edition): readonly SearchRecord[] {
  return edition.once('search records', () =>
    edition
      .rows()
      .toReversed()
      .map(({ id, publishedAt }) => ({
        id,
        year: publishedAt.slice(0, 4),
        sections: inHand(edition.entry(id), () => sectionsOf(edition, id)),
      })),
  );
}

/** Gathers what a person could copy from the page of an announcement, without making the page. */
function sectionsOf(edition: Edition, id: string): readonly string[] {
  const entry = edition.entry(id);
  const { announcement, changes } = edition.effective(id);
  const { categoryTerm, typeTerm } = edition.row(id);
  const corrects = correctedBy(edition, entry);
  return [
    announcement.title,
    ...(corrects ? [corrects.title, ...corrects.changes.map(changeText)] : []),
    ...changes.map(changeText),
    ...factLines(edition, announcement, changes).flatMap(({ label, text, capital, was }) => [
      `${label} ${text}${capital === undefined ? '' : `（大写：${capital}）`}`,
      ...(was === undefined ? [] : [was]),
    ]),
    ...factTables(announcement).flatMap(({ label, head, rows }) => [
      label,
      head.join(' '),
      ...rows.map((cells) => cells.join(' ')),
    ]),
    plainText(entry.body),
    ...filesOf(edition, entry).map(({ label, detail }) => `${label}（${detail}）`),
    ...earlierVersions(entry.announcement, entry.body).map(
      ({ label, from, to, reason }) => `${label}的“${from}”改为“${to}”。原因：${reason}。`,
    ),
    `${categoryTerm} · ${typeTerm}`,
    `发布 ${printStart(announcement.publishedAt)}`,
    `来源 ${sourceOf(edition, announcement)}`,
  ];
}

const changeText = ({ label, from, to }: { label: string; from: string; to: string }): string =>
  `${label} ${from} ${to}`;

/** Every year's catalogue under its name, `catalogue-2026.0a1b2c3d`, the newest year first. */
export function catalogues(edition: Edition): readonly { name: string; catalogue: Catalogue }[] {
  return edition.once('catalogues', () =>
    yearsOf(edition.rows().map((row) => withMore(edition, row))).map(([year, rows]) => {
      const catalogue = toCatalogue(year, rows);
      return { name: `catalogue-${year}.${digestOf(catalogue)}`, catalogue };
    }),
  );
}

function withMore(edition: Edition, row: Row): CatalogueRow {
  const { announcement } = edition.effective(row.id);
  const named = searchable(row.winner?.text ?? '');
  return {
    ...row,
    agency: factOf(announcement, 'agency'),
    parties: row.withdrawn
      ? []
      : unitsOf(partiesOf(announcement)).filter((name) => !named.includes(searchable(name))),
    isCorrected: edition.events(row.id).corrected.length > 0,
    isSmeOnly: 'smeOnly' in announcement && announcement.smeOnly === true,
  };
}

function yearsOf(rows: readonly CatalogueRow[]): readonly (readonly [string, readonly CatalogueRow[]])[] {
  return [...Map.groupBy(rows, ({ publishedAt }) => publishedAt.slice(0, 4))];
}

/** The texts that excerpts are taken from, a few announcements in a file; the title is in the catalogue. */
export function textFiles(
  edition: Edition,
): readonly { name: string; texts: Readonly<Record<string, readonly string[]>> }[] {
  return [...Map.groupBy(searchRecords(edition), ({ year }) => year)].flatMap(([year, records]) =>
    Array.from({ length: Math.ceil(records.length / TEXTS_IN_FILE) }, (_, file) => ({
      name: `${year}-${file + 1}`,
      texts: Object.fromEntries(
        records
          .slice(file * TEXTS_IN_FILE, (file + 1) * TEXTS_IN_FILE)
          .map(({ id, sections }) => [id, sections.slice(1)]),
      ),
    })),
  );
}

/** Eight digits that change with a value: in an address, they keep a browser from holding an old file for new. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
