import {
  OCDS_OPENERS,
  OCDS_RECORDS,
  OCDS_RELEASES,
  ocdsRecord,
  ocdsRecords,
  ocdsReleases,
  recordPath,
  recordsPath,
  releasesPath,
} from '../ocds.ts';
import type { Kind } from '../unit.ts';

/** A procedure with all its releases. */
const records: Kind = {
  name: 'ocds record',
  keys: OCDS_OPENERS,
  pages: () => [],
  files: (edition, opener) => [
    { path: recordPath(opener), text: JSON.stringify(ocdsRecord(edition, opener)) },
  ],
  year: (edition, opener) => edition.row(opener).publishedAt.slice(0, 4),
};

/** What came out in a month. A new announcement makes the package of its own month again, and no other. */
const releasePackages: Kind = {
  name: 'ocds releases of a month',
  keys: OCDS_RELEASES,
  pages: () => [],
  files: (edition, month) => [
    { path: releasesPath(month), text: JSON.stringify(ocdsReleases(edition, month)) },
  ],
  year: (_, month) => month.slice(0, 4),
};

/** What stands of the procedures that began in a month. */
const recordPackages: Kind = {
  name: 'ocds records of a month',
  keys: OCDS_RECORDS,
  pages: () => [],
  files: (edition, month) => [
    { path: recordsPath(month), text: JSON.stringify(ocdsRecords(edition, month)) },
  ],
  year: (_, month) => month.slice(0, 4),
};

/** Contracting processes by the Open Contracting Data Standard; nothing without a registered prefix. */
export const ocds: readonly Kind[] = [records, releasePackages, recordPackages];
