import type { Edition, View } from '../core/edition.ts';
import { formerTypesOf } from '../core/announcement/former-type.ts';
import { isLegacy } from '../core/announcement/legacy.ts';
import { typeOf } from '../core/announcement/schema.ts';
import { withdrawalOf } from '../core/announcement/withdrawal.ts';
import { disposalCells, disposalColumns } from '../core/disposals/columns.ts';
import type { Disposal } from '../core/disposals/disposal.ts';
import { toDocument } from '../core/disposals/document.ts';
import type { Matter, Member } from '../core/disposals/matter.ts';
import { disposalsOf } from '../core/disposals/of-matter.ts';
import { rowOf } from '../core/disposals/rows.ts';
import { disposalsSchema } from '../core/disposals/schema.ts';
import { withdrawnDisposal } from '../core/disposals/withdrawn.ts';
import { inHand } from '../core/failure.ts';
import type { Course } from '../core/project.ts';
import type { Table } from '../core/table.ts';
import { announcementPath } from './address.ts';
import { siteFrame } from './frame.ts';

export const DISPOSALS_SCHEMA = 'disposals/schema.json';
export const disposalsPath = (month: string): string => `disposals/disposals-${month}.json`;
export const disposalsCsvPath = (year: string): string => `disposals/disposals-${year}.csv`;

/** The parcels and assets of each matter of land and property, under the month in which it began. */
export const DISPOSALS: View<readonly Disposal[]> = {
  name: 'disposals',
  map(edition, id) {
    const { announcement } = edition.effective(id);
    if (!rowOf(announcement.category, announcement.type)) return [];
    const disposals = inHand(edition.entry(id), () => disposalsBegunBy(edition, id));
    return disposals.length === 0 ? [] : [[announcement.publishedAt.slice(0, 7), disposals]];
  },
};

function disposalsBegunBy(edition: Edition, id: string): readonly Disposal[] {
  const root = memberOf(edition, id);
  if (withdrawalOf(root.announcement)) return isRoot(edition, root) ? [withdrawnDisposal(root)] : [];
  const course = edition.course(id)!;
  if (course.root !== id || earlierOf(edition, root)) return [];
  return disposalsOf(matterOf(edition, root, course));
}

/** Whether a matter began with an announcement that was withdrawn. */
function isRoot(edition: Edition, { announcement }: Member): boolean {
  const { stage } = typeOf(announcement.category, announcement.type);
  return stage === 'call' || stage === 'plan' || relatedTo(edition, announcement) === undefined;
}

function matterOf(edition: Edition, root: Member, course: Course): Matter {
  const joined = joinedTo(edition, root);
  const ids = [...course.ids, ...joined];
  const calls = course.lots.flatMap(({ steps }) => steps.filter(({ state }) => state === 'continued'));
  return {
    course,
    root,
    members: ids.map((one) => memberOf(edition, one)),
    next: [...new Set(calls.map(({ by }) => by))].map((one) => memberOf(edition, one)),
    before: plansBefore(edition, root),
  };
}

/** The preview or the plan that a call names, and what changed it. */
function plansBefore(edition: Edition, { announcement }: Member): readonly string[] {
  const parent = relatedTo(edition, announcement);
  if (parent === undefined || edition.row(parent).stage !== 'plan') return [];
  return edition.course(parent)?.ids ?? [];
}

/**
 * An imported notice 存量公告 that names no other, and by its old type calls for nothing, belongs to the matter of its
 * project that began before it: it makes no second object of the same parcel.
 */
function earlierOf(edition: Edition, { id, announcement }: Member): string | undefined {
  if (!isLegacy(announcement) || formerTypesOf(announcement).some(({ stage }) => BEGINS.has(stage))) return;
  if (relatedTo(edition, announcement) !== undefined) return;
  const code = codeOf(announcement);
  if (code === undefined) return;
  const begun = edition.coursesOf(code).map(({ root }) => root);
  const place = begun.indexOf(id);
  return begun.slice(0, place).findLast((root) => rowOf(...typeOfId(edition, root)) !== undefined);
}

const BEGINS: ReadonlySet<string> = new Set(['call', 'plan']);

const typeOfId = (edition: Edition, id: string): [string, string] => {
  const { category, type } = edition.effective(id).announcement;
  return [category, type];
};

/** The imported notices that belong to a matter by its project code. */
function joinedTo(edition: Edition, { id, announcement }: Member): readonly string[] {
  const code = codeOf(announcement);
  if (code === undefined) return [];
  return edition
    .coursesOf(code)
    .filter(({ root }) => root !== id && earlierOf(edition, memberOf(edition, root)) === id)
    .flatMap(({ ids }) => ids);
}

const memberOf = (edition: Edition, id: string): Member => ({
  id,
  announcement: edition.effective(id).announcement,
});

const codeOf = (announcement: Member['announcement']): string | undefined =>
  'projectCode' in announcement ? announcement.projectCode : undefined;

/** The earlier announcement that one names, where it is here. */
function relatedTo(edition: Edition, announcement: Member['announcement']): string | undefined {
  const related = 'related' in announcement ? announcement.related : undefined;
  return related !== undefined && edition.has(related) ? related : undefined;
}

/** The months in which a disposal began, the newest first. */
export const disposalMonths = (edition: Edition): readonly string[] => edition.keys(DISPOSALS).toReversed();

/** The years in which one began, the newest first. */
export const disposalYears = (edition: Edition): readonly string[] => [
  ...new Set(disposalMonths(edition).map((month) => month.slice(0, 4))),
];

const urlIn =
  (edition: Edition) =>
  (id: string): string =>
    edition.absolute(announcementPath(id));

/** What began in a month, for programs. A month that is over changes with its own matters alone. */
export function disposalsOfMonth(edition: Edition, month: string): Record<string, unknown> {
  const { licence, licenceUrl } = edition.site ?? {};
  return toDocument({
    schemaUrl: edition.absolute(DISPOSALS_SCHEMA),
    month,
    publisher: siteFrame(edition).organiser,
    licence: licence === undefined ? null : { name: licence, url: licenceUrl ?? null },
    disposals: edition.values(DISPOSALS, month).flat(),
    urlOf: urlIn(edition),
  });
}

/** What began in a year as a table, in the order of publication. */
export const disposalTable = (edition: Edition, year: string): Table => ({
  columns: disposalColumns,
  rows: edition
    .keys(DISPOSALS)
    .filter((month) => month.startsWith(year))
    .flatMap((month) => edition.values(DISPOSALS, month).flat())
    .map((disposal) => disposalCells(disposal, urlIn(edition))),
});

export const disposalsSchemaOf = (edition: Edition): Readonly<Record<string, unknown>> =>
  disposalsSchema(edition.absolute(DISPOSALS_SCHEMA));
