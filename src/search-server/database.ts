import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { remove } from '../patience.ts';

/** A file of another number is made anew. */
const FORMAT = 1;

/**
 * `texts` holds the pairs of characters of an announcement (`wordsOf`), which this tokenizer leaves as they are, and not
 * the texts themselves; with `contentless_delete` a row can be replaced without them (SQLite 3.43).
 */
const TABLES = `
  create table records (rowid integer primary key, id text not null unique, year text not null, digest blob not null);
  create virtual table texts using fts5
    (words, tokenize = 'unicode61 remove_diacritics 0', content = '', contentless_delete = 1);
  create table years (year text primary key, names text not null, catalogue text not null);
  create table site (manifest text not null, standing text);
  pragma user_version = ${FORMAT};`;

/** Results of `SQLITE_CORRUPT` and `SQLITE_NOTADB`. */
const DAMAGED = [11, 26];

/** Opens the file for a change, and makes it where it is missing, damaged or of another format. */
export function openForChange(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const database = opened(file);
    if (formatOf(database) === FORMAT) return database;
    database.close();
  } catch (error) {
    if (!DAMAGED.includes((error as { errcode?: number }).errcode ?? 0)) throw error;
  }
  for (const ending of ['', '-wal', '-shm']) remove(file + ending);
  const database = opened(file);
  database.exec(TABLES);
  return database;
}

/** Opens the file for reading, and keeps what it says now, whatever is changed later. */
export function openSnapshot(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('begin');
  database.prepare('select count(*) from site').get();
  return database;
}

/** Does all of a change or nothing of it. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  // Readers keep their state while a change is written; two writers wait for each other.
  database.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = normal;');
  return database;
}

const formatOf = (database: DatabaseSync): unknown =>
  database.prepare('pragma user_version').get()!['user_version'];
