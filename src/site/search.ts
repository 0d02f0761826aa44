import type { Edition } from '../core/edition.ts';
import { printStart } from '../core/announcement/instant.ts';
import { plainText } from '../core/body/render.ts';
import { inHand } from '../core/failure.ts';
import { earlierVersions } from '../core/versions.ts';
import { sourceOf } from './announcement.ts';
import { attachmentsOf, detailOf } from './attachments.ts';
import { correctedBy } from './corrections.ts';
import { factLines, factTables } from './facts.ts';

/** The words of an announcement's page that are its own: not the frame's, and not those of other announcements. */
export interface SearchRecord {
  id: string;
  year: string;
  /** The title first; the rest in the order in which an excerpt is looked for: what a list row says anyway is last. */
  sections: readonly string[];
}

/** The text of an announcement. */
export const searchRecord = (edition: Edition, id: string): SearchRecord =>
  edition.once(`search record of ${id}`, () => ({
    id,
    year: edition.row(id).publishedAt.slice(0, 4),
    sections: inHand(edition.entry(id), () => sectionsOf(edition, id)),
  }));

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
    ...attachmentsOf(entry).map((one) => `${one.name}（${detailOf(edition, entry, one)}）`),
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
