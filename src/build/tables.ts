import type { DatabaseSync, SQLTagStore } from 'node:sqlite';

/**
 * What an edition is answered from. An announcement and what its matter makes of it lie in the matter's `content`, its
 * row for lists beside it, both compressed with the dictionaries; `keys` are the numbers of the keys of views that it
 * stands under. The values of a key lie in blocks (`src/build/blocks.ts`).
 */
const SCHEMA = `
create table if not exists dictionaries (
  matters blob not null,
  rows blob not null
);
create table if not exists matters (
  matter integer primary key,
  content blob not null
);
create table if not exists announcements (
  id text primary key,
  matter integer not null,
  at text not null,
  row blob not null,
  digest text not null,
  keys blob not null
);
create index if not exists announcements_of_matter on announcements (matter);
create table if not exists projects (
  code text primary key,
  matter integer not null,
  digest text not null
) without rowid;
create index if not exists projects_of_matter on projects (matter);
create table if not exists attachments (
  path text primary key,
  id text not null,
  digest text not null,
  pdf text not null
) without rowid;
create index if not exists attachments_of_announcement on attachments (id);
create table if not exists views (
  number integer primary key,
  name text not null unique,
  dictionary blob
);
create table if not exists view_keys (
  number integer primary key,
  view integer not null,
  key text not null,
  count integer not null,
  sum,
  part text,
  unique (view, key)
);
create index if not exists view_keys_of_part on view_keys (view, part) where part is not null;
create table if not exists blocks (
  key integer not null,
  since text not null,
  content not null,
  primary key (key, since)
) without rowid;
`;

/** Makes the tables where they are missing, and gives what asks them; statements are compiled once. */
export function openTables(database: DatabaseSync): SQLTagStore {
  database.exec(SCHEMA);
  return database.createTagStore();
}
