import type { Edition, View } from '../core/edition.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { typeIn } from '../core/announcement/former-type.ts';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import { inHand } from '../core/failure.ts';
import type { Json } from '../core/ocds/json.ts';
import type { Release } from '../core/ocds/merge.ts';
import type { Member } from '../core/ocds/events.ts';
import {
  compiledOf,
  compiledPackage,
  recordPackage,
  releasePackage,
  type Compiled,
  type Publication,
} from '../core/ocds/package.ts';
import { releasesOf } from '../core/ocds/release.ts';
import { linkAnnouncements, type Change } from '../core/project.ts';
import { announcementPath, attachmentPath } from './address.ts';
import { siteFrame } from './frame.ts';
import { earlierOf, membersOf, openerOf } from './procedures.ts';

export const recordPath = (opener: string): string => `ocds/${opener}/record.json`;
export const releasesPath = (month: string): string => `ocds/releases-${month}.json`;
export const recordsPath = (month: string): string => `ocds/records-${month}.json`;

/** The releases of each procedure, under the months in which they came out. */
export const OCDS_RELEASES: View<Release> = {
  name: 'ocds releases',
  map: (edition, id) => releasesBegunBy(edition, id).map((release) => [monthOf(release.date), release]),
};

/** What stands of each procedure, under the month in which it began. */
export const OCDS_RECORDS: View<Compiled> = {
  name: 'ocds records',
  map(edition, id) {
    const releases = releasesBegunBy(edition, id);
    if (releases.length === 0) return [];
    const compiled = compiledOf(
      releases,
      ({ id: of, date }) => `${edition.absolute(releasesPath(monthOf(date)))}#${of}`,
    );
    return [[monthOf(releases[0]!.date), compiled]];
  },
};

/** The openers of procedures, each under its own id. */
export const OCDS_OPENERS: View<null> = {
  name: 'ocds openers',
  map: (edition, id) => (hasRecord(edition, id) ? [[id, null]] : []),
};

const monthOf = (date: string): string => date.slice(0, 7);

/** Whether an announcement has opened a procedure and the site may publish it. */
const hasRecord = (edition: Edition, id: string): boolean =>
  prefixOf(edition) !== undefined && openerOf(edition, edition.entry(id)) === id;

/** The prefix under which the site is registered; without one nothing is published as OCDS. */
const prefixOf = (edition: Edition): string | undefined => edition.site?.ocdsPrefix;

/** The address of the procedure of an announcement as data; none of one that belongs to none, or of a site without a prefix. */
export function ocdsHrefOf(edition: Edition, id: string): string | undefined {
  const opener = prefixOf(edition) === undefined ? undefined : openerOf(edition, edition.entry(id));
  return opener === undefined ? undefined : edition.address(recordPath(opener));
}

function releasesBegunBy(edition: Edition, id: string): readonly Release[] {
  const prefix = prefixOf(edition);
  if (prefix === undefined) return [];
  const entry = edition.entry(id);
  return inHand(entry, () => {
    const members = membersOf(edition, entry);
    return members.length === 0 ? [] : releasesIn(edition, prefix, entry, members);
  });
}

function releasesIn(
  edition: Edition,
  prefix: string,
  opener: Entry,
  entries: readonly Entry[],
): readonly Release[] {
  const { announcement } = opener;
  const changes = changesIn(edition, entries);
  return releasesOf({
    ocid: `${prefix}-${opener.id}`,
    tenderId: ('projectCode' in announcement ? announcement.projectCode : undefined) ?? opener.id,
    members: entries.map((entry) => memberOf(edition, entry, entries, changes)),
    related: relatedTo(edition, prefix, opener),
  });
}

function memberOf(
  edition: Edition,
  entry: Entry,
  entries: readonly Entry[],
  changes: ReadonlyMap<string, readonly Change[]>,
): Member {
  const { id, announcement, body, attachments } = entry;
  const parent = earlierOf(edition, entry)?.id;
  return {
    id,
    announcement,
    body,
    url: edition.absolute(announcementPath(id)),
    attachments: attachments.map(({ file, name }, index) => ({
      file,
      name,
      url: edition.absolute(attachmentPath(id, index, file)),
    })),
    resumes: resumes(edition, id),
    ...(parent !== undefined && entries.some((one) => one.id === parent) && { parent }),
    changes: changes.get(id)!,
  };
}

/** Whether it is what took a suspended matter, or a lot of it, up again. */
const resumes = (edition: Edition, id: string): boolean =>
  edition.course(id)?.lots.some(({ steps }) => steps.some((step) => step.by === id && step.resumed)) ?? false;

/**
 * What corrections changed in each announcement. Of those that were withdrawn since it is what they would change had
 * they not been: their releases stay as they were.
 */
function changesIn(edition: Edition, entries: readonly Entry[]): ReadonlyMap<string, readonly Change[]> {
  const now = new Map(entries.map(({ id }) => [id, edition.effective(id).changes]));
  const withdrawn = new Set(entries.filter((entry) => !isCurrent(entry)).map(({ id }) => id));
  if (withdrawn.size === 0) return now;
  const standing = entries.map((entry) => {
    const { withdrawn: _, ...announcement } = entry.announcement;
    return { ...entry, announcement } as Entry;
  });
  const { effective } = linkAnnouncements(standing, new Set(entries.map(({ id }) => id)));
  return new Map(
    [...now].map(([id, changes]) => {
      const undone = effective.get(id)!.changes.filter(({ by }) => withdrawn.has(by));
      return [id, [...changes, ...undone].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))];
    }),
  );
}

/** The procedure that one goes on from: a plan, or a call without success. */
function relatedTo(edition: Edition, prefix: string, opener: Entry): readonly Json[] {
  const earlier = earlierOf(edition, opener);
  const before = earlier && openerOf(edition, earlier);
  if (!earlier || before === undefined) return [];
  const isPlan = typeIn(earlier.announcement).stage === 'plan';
  return [
    {
      id: isPlan ? 'plan' : 'earlier',
      relationship: [isPlan ? 'planning' : 'unsuccessfulProcess'],
      scheme: 'ocid',
      identifier: `${prefix}-${before}`,
    },
  ];
}

const publicationOf = (edition: Edition): Publication => ({
  publisher: { name: siteFrame(edition).organiser, uri: edition.absolute() },
  license: edition.site?.licenceUrl,
  policy: edition.absolute('data/'),
});

/** A procedure with all its releases. */
export const ocdsRecord = (edition: Edition, opener: string): Json =>
  recordPackage(
    edition.absolute(recordPath(opener)),
    publicationOf(edition),
    releasesBegunBy(edition, opener),
  );

/** What came out in a month. */
export const ocdsReleases = (edition: Edition, month: string): Json =>
  releasePackage(
    edition.absolute(releasesPath(month)),
    publicationOf(edition),
    edition.values(OCDS_RELEASES, month),
  );

/** What stands of the procedures that began in a month. */
export const ocdsRecords = (edition: Edition, month: string): Json =>
  compiledPackage(
    edition.absolute(recordsPath(month)),
    publicationOf(edition),
    edition.values(OCDS_RECORDS, month),
  );

/** What the page about the data says of OCDS. */
export interface OcdsDownloads {
  /** Whether the site has a prefix; without one nothing is published so. */
  isRegistered: boolean;
  /** The newest year first, its months from January on. */
  years: readonly {
    year: string;
    releases: readonly { month: string; path: string }[];
    records: readonly { month: string; path: string }[];
  }[];
}

export function ocdsDownloads(edition: Edition): OcdsDownloads {
  const [releases, records] = [edition.keys(OCDS_RELEASES), edition.keys(OCDS_RECORDS)];
  const years = [...new Set(releases.map((month) => month.slice(0, 4)))].toReversed();
  const inYear = (months: readonly string[], year: string, pathOf: (month: string) => string) =>
    months
      .filter((month) => month.startsWith(year))
      .map((month) => ({ month: `${Number(month.slice(5))}月`, path: pathOf(month) }));
  return {
    isRegistered: prefixOf(edition) !== undefined,
    years: years.map((year) => ({
      year,
      releases: inYear(releases, year, releasesPath),
      records: inYear(records, year, recordsPath),
    })),
  };
}
