import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { wordsOf } from '../core/search/text.ts';
import { inTransaction, openForChange } from './database.ts';
import type { PublishedSite, SiteRecord } from './published-site.ts';

/** What was done to the index file. */
export interface Updated {
  /** Announcements that are new or whose text has changed. */
  readonly written: number;
  readonly removed: number;
  /** Announcements that are in it now. */
  readonly total: number;
}

/**
 * Brings the index file to the state of a site. Years whose texts have not changed are not read; within the others an
 * announcement is written when the digest of its text is another. All of it happens or nothing.
 * @throws when the site is not whole; the file stays as it was
 */
export function updateIndex(file: string, site: PublishedSite): Updated {
  const database = openForChange(file);
  try {
    return inTransaction(database, () => update(database, site));
  } finally {
    database.close();
  }
}

function update(database: DatabaseSync, site: PublishedSite): Updated {
  const { years } = site.manifest;
  const known = new Map(
    database
      .prepare('select year, names from years')
      .all()
      .map(({ year, names }) => [year as string, names as string]),
  );
  const changed = years.filter((year) => known.get(year.year) !== JSON.stringify(year));
  const written = changed.reduce(
    (sum, { year }) => sum + writeRecords(database, year, site.records(year)),
    0,
  );
  // After all are written: an announcement may have moved to another year.
  const removed = removeRecords(database, site, changed, known.keys());
  for (const year of changed) writeYear(database, JSON.stringify(year), site, year.year);
  writeSite(database, site);
  return { written, removed, total: checkedTotal(database, site) };
}

/** Gives how many were written. */
function writeRecords(database: DatabaseSync, year: string, records: Iterable<SiteRecord>): number {
  const find = database.prepare('select rowid, year, digest from records where id = ?');
  const keep = database.prepare(
    `insert into records (id, year, digest) values (?, ?, ?)
     on conflict (id) do update set year = excluded.year, digest = excluded.digest returning rowid`,
  );
  const index = database.prepare('insert or replace into texts (rowid, words) values (?, ?)');
  let written = 0;
  for (const { id, sections } of records) {
    const digest = createHash('sha256').update(JSON.stringify(sections)).digest();
    const known = find.get(id);
    const isSame = known !== undefined && digest.equals(known['digest'] as Uint8Array);
    if (isSame && known['year'] === year) continue;
    const { rowid } = keep.get(id, year, digest)!;
    if (isSame) continue;
    index.run(rowid!, wordsOf(sections));
    written += 1;
  }
  return written;
}

/** Removes what is in no catalogue of its year any more, and years that are gone. Gives how many that were. */
function removeRecords(
  database: DatabaseSync,
  site: PublishedSite,
  changed: readonly { year: string }[],
  known: Iterable<string>,
): number {
  const present = new Set(site.manifest.years.map(({ year }) => year));
  const gone = [...known].filter((year) => !present.has(year));
  const inYear = database.prepare('select rowid, id from records where year = ?');
  const unwanted = [...changed.map(({ year }) => year), ...gone].flatMap((year) => {
    const ids = new Set(present.has(year) ? site.catalogue(year).id : []);
    return inYear.all(year).filter(({ id }) => !ids.has(id as string));
  });
  const forget = database.prepare('delete from records where rowid = ?');
  const unindex = database.prepare('delete from texts where rowid = ?');
  for (const { rowid } of unwanted) {
    unindex.run(rowid!);
    forget.run(rowid!);
  }
  const forgetYear = database.prepare('delete from years where year = ?');
  for (const year of gone) forgetYear.run(year);
  return unwanted.length;
}

const writeYear = (database: DatabaseSync, names: string, site: PublishedSite, year: string): void =>
  void database
    .prepare('insert or replace into years (year, names, catalogue) values (?, ?, ?)')
    .run(year, names, JSON.stringify(site.catalogue(year)));

function writeSite(database: DatabaseSync, { manifest, standing }: PublishedSite): void {
  database.exec('delete from site');
  database
    .prepare('insert into site (manifest, standing) values (?, ?)')
    .run(JSON.stringify(manifest), standing ?? null);
}

/** @throws when an announcement of the catalogues is not in the index, or more than those are */
function checkedTotal(database: DatabaseSync, site: PublishedSite): number {
  const total = database.prepare('select count(*) as count from records').get()!['count'] as number;
  const expected = database
    .prepare(`select sum(json_array_length(catalogue, '$.id')) as count from years`)
    .get()!['count'] as number | null;
  if (total === (expected ?? 0)) return total;
  throw new Error(
    `索引里有 ${total} 份公告，${site.manifest.years.length} 个年份的目录里有 ${expected ?? 0} 份`,
  );
}
