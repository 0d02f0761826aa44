import { filled, type Json } from './json.ts';
import { compiledRelease, inOrder, versionedRelease, type Release } from './merge.ts';
import { extensionAddresses, mergeRules } from './schema.ts';

/** Who publishes, and on which terms: the same in every package. */
export interface Publication {
  publisher: { name: string; uri: string };
  /** The text of the licence, where it has an address. */
  license?: string | undefined;
  /** The page that describes the data. */
  policy: string;
}

/** What every package says of itself. It was published when the newest that stands in it was: two builds are the same. */
const frameOf = (uri: string, { publisher, license, policy }: Publication, dates: readonly string[]): Json =>
  filled({
    uri,
    version: '1.1',
    extensions: extensionAddresses,
    publishedDate: dates.toSorted().at(-1),
    publisher,
    license,
    publicationPolicy: policy,
  });

const datesOf = (releases: readonly Json[]): readonly string[] => releases.map(({ date }) => String(date));

/** Releases of many procedures, in the order of time. */
export const releasePackage = (uri: string, by: Publication, releases: readonly Release[]): Json => ({
  ...frameOf(uri, by, datesOf(releases)),
  releases: inOrder(releases),
});

/** A procedure with all its releases, what stands now, and everything that ever stood. */
export function recordPackage(uri: string, by: Publication, releases: readonly Release[]): Json {
  const record = {
    ocid: releases[0]!.ocid,
    releases: inOrder(releases),
    compiledRelease: compiledRelease(releases, mergeRules),
    versionedRelease: versionedRelease(releases, mergeRules),
  };
  return { ...frameOf(uri, by, datesOf(releases)), records: [record] };
}

/** A procedure as it stands, in a package of many: its releases are linked. */
export interface Compiled {
  ocid: string;
  releases: readonly { url: string; date: string; tag: readonly string[] }[];
  compiledRelease: Release;
}

/** What stands now of many procedures. */
export const compiledPackage = (uri: string, by: Publication, records: readonly Compiled[]): Json => ({
  ...frameOf(uri, by, datesOf(records.map(({ compiledRelease: release }) => release))),
  records,
});

/** A procedure as a package of many has it. */
export const compiledOf = (releases: readonly Release[], urlOf: (release: Release) => string): Compiled => ({
  ocid: releases[0]!.ocid,
  releases: inOrder(releases).map((release) => ({
    url: urlOf(release),
    date: release.date,
    tag: release.tag,
  })),
  compiledRelease: compiledRelease(releases, mergeRules),
});
