import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Fingerprint } from './fingerprint.ts';
import { remove, removed } from '../patience.ts';

/** Which site a state is kept of. */
interface StatePlace {
  /** Absolute path of the project. */
  readonly project: string;
  readonly contentDir: string;
  /** The folder of the finished site; `check` for a check alone. */
  readonly outDir: string;
  readonly base: string;
  readonly origin: string;
}

/** The file that keeps the state of a site, in a folder that version control leaves out. */
export function stateFile({ project, contentDir, outDir, base, origin }: StatePlace): string {
  const site = JSON.stringify([realpathSync(contentDir), outDir, base, origin]);
  const name = createHash('sha256').update(site).digest('hex').slice(0, 16);
  return join(project, '.cache/build-state', `${name}.sqlite`);
}

/** Marks a file as ours, `ZhBg`; SQLite keeps it in its head. */
const APPLICATION = 0x5a_68_42_67;

/** Raised when the tables change in a way that the digest of the program does not tell. */
const SCHEMA = 2;

/** Bytes of a page: of 4096, a matter or a block of values leaves a quarter of most pages empty. */
const PAGE = 8192;

/** Longest wait for another run that is writing, in milliseconds. */
const LONGEST_WAIT = 1000;

const META = `create table if not exists meta (key text primary key, value text not null) without rowid`;

/**
 * What is remembered of the last run. Losing it costs a run over everything and never gives a wrong one. Whoever keeps
 * something here creates its tables with `create table if not exists` and changes them within `transaction`.
 */
export class State {
  readonly database: DatabaseSync;
  /** Why what was kept before is of no use, as one plain sentence; undefined where it is used, or nothing was kept. */
  readonly lost: string | undefined;

  constructor(database: DatabaseSync, lost: string | undefined) {
    this.database = database;
    this.lost = lost;
  }

  /** A value that was written down under a name. */
  get(key: string): string | undefined {
    const row = this.database.prepare('select value from meta where key = ?').get(key);
    return row?.['value'] as string | undefined;
  }

  set(key: string, value: string): void {
    this.database.prepare('insert or replace into meta values (?, ?)').run(key, value);
  }

  /** Forgets everything but which program and settings it is of. Whoever keeps something here makes the tables anew. */
  forget(): void {
    const tables = this.database.prepare(`select name from sqlite_schema where type = 'table'`).all();
    this.transaction(() => {
      for (const { name } of tables) if (name !== 'meta') this.database.exec(`drop table "${String(name)}"`);
      this.database.exec(`delete from meta where key not in ('program', 'settings')`);
    });
  }

  /** Keeps all that `work` writes, or nothing of it when it throws. */
  transaction<T>(work: () => T): T {
    this.begin();
    try {
      const result = work();
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Begins what `commit` keeps as a whole; for a run that waits in between. */
  begin(): void {
    this.database.exec('begin immediate');
  }

  commit(): void {
    this.database.exec('commit');
  }

  /** Forgets what was written since `begin`; nothing where that is over. */
  rollback(): void {
    if (this.database.isTransaction) this.database.exec('rollback');
  }

  close(): void {
    this.rollback();
    this.database.close();
  }
}

/**
 * Opens the state in a file; what is spoiled, of another program or of other settings is thrown away first. Where the
 * disk takes no file, the state lives as long as the run.
 */
export function openState(file: string, fingerprint: Fingerprint): State {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) removeOldest(dirname(file));
    return opened(file, fingerprint);
  } catch (error) {
    return isSpoiled(error) ? anew(file, fingerprint) : inMemory(fingerprint);
  }
}

/** States that are kept: those of the sites that were worked on last. */
const MOST_KEPT = 12;

/** Makes room for one more. The oldest may be in use by another run: that one starts over. */
function removeOldest(folder: string): void {
  const states = readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => ({ file: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { file } of states.slice(MOST_KEPT - 1)) removed(file, removeState);
}

const removeState = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) remove(`${file}${ending}`);
};

/**
 * Gives an open state to `work` and closes it; an empty one with `isAnew`. Where it turns out on the way that the file is
 * spoiled, it is thrown away and `work` is called once more, with an empty one; where another run does not let go of it
 * or the disk takes no more, with one that lives as long as the run.
 */
export function withState<T>(
  file: string,
  fingerprint: Fingerprint,
  work: (state: State) => T,
  isAnew = false,
): T {
  const using = (state: State): T => {
    try {
      return work(state);
    } finally {
      state.close();
    }
  };
  try {
    const state = openState(file, fingerprint);
    if (isAnew) empty(state.database, fingerprint);
    return using(state);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return using(isSpoiled(error) ? anew(file, fingerprint) : inMemory(fingerprint, reasonOf(error)));
  }
}

const reasonOf = (error: unknown): string => (codeOf(error) === BUSY ? '另一次运行正在用它' : UNWRITABLE);

function anew(file: string, fingerprint: Fingerprint): State {
  try {
    removeState(file);
    return opened(file, fingerprint, '记录不完整');
  } catch {
    return inMemory(fingerprint);
  }
}

const UNWRITABLE = '.cache/build-state 写不进去，下一次也要从头来';

const inMemory = (fingerprint: Fingerprint, lost = UNWRITABLE): State =>
  opened(':memory:', fingerprint, lost);

/**
 * Bytes of pages that SQLite keeps at most. A build of everything writes one table after another all over; of what does
 * not fit, a page goes into the log each time that it is changed.
 */
const MOST_CACHED = 256 * 2 ** 20;

/** A power cut may cost the last run of what is remembered, never the rest: with the log, `normal` is as safe as that. */
const MANNER = `pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory;
  pragma cache_size = ${-MOST_CACHED / 1024}`;

/** @param lost why there is nothing in the file; else it is found out */
function opened(file: string, fingerprint: Fingerprint, lost?: string): State {
  const database = new DatabaseSync(file, { timeout: LONGEST_WAIT });
  try {
    const useless = whyUseless(database, fingerprint);
    if (useless === '') database.exec(`pragma page_size = ${PAGE}`);
    database.exec(MANNER);
    if (useless !== undefined) empty(database, fingerprint);
    if (useless) shrink(database);
    return new State(database, lost ?? (useless || undefined));
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Why what is in a database cannot be used; empty where nothing is in it yet. */
function whyUseless(database: DatabaseSync, { program, settings }: Fingerprint): string | undefined {
  if (numberOf(database, 'page_count') === 0) return '';
  if (numberOf(database, 'application_id') !== APPLICATION) return '记录不完整';
  const valueOf = database.prepare('select value from meta where key = ?');
  const kept = (key: string): unknown => valueOf.get(key)?.['value'];
  if (numberOf(database, 'user_version') !== SCHEMA || kept('program') !== program) return '程序升级了';
  return kept('settings') === settings ? undefined : '设置改了';
}

const numberOf = (database: DatabaseSync, pragma: string): unknown =>
  Object.values(database.prepare(`pragma ${pragma}`).get()!)[0];

/** Takes everything out. The file stays: another run may have it open, and its log would become that of a new file. */
function empty(database: DatabaseSync, { program, settings }: Fingerprint): void {
  const state = new State(database, undefined);
  state.transaction(() => {
    const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).all();
    for (const { name } of tables) database.exec(`drop table "${String(name)}"`);
    database.exec(`pragma application_id = ${APPLICATION}; pragma user_version = ${SCHEMA}; ${META}`);
    state.set('program', program);
    state.set('settings', settings);
  });
}

/** Gives the disk back what an emptied file has taken, and the rest of it pages of our size; not while another run has it open. */
function shrink(database: DatabaseSync): void {
  try {
    database.exec(`pragma journal_mode = delete; pragma page_size = ${PAGE}; vacuum; ${MANNER}`);
  } catch (error) {
    if (codeOf(error) !== BUSY) throw error;
  }
}

/** What SQLite calls files that are no database, are cut short, or whose parts do not fit together. */
const SPOILED: readonly unknown[] = [11, 26];

/** What SQLite says when another process is writing. */
const BUSY = 5;

/** The primary result code of an error of SQLite; undefined of any other. */
const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? (error.errcode as number) & 0xff : undefined;

/** Whether an error says that a file of ours is spoiled. */
const isSpoiled = (error: unknown): boolean => SPOILED.includes(codeOf(error));
