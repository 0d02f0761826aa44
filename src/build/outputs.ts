import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Askers } from './askers.ts';
import type { MadeUnit } from './making.ts';
import { PathNames, type File } from './path-names.ts';

/** What the store knows a unit by. */
export interface UnitName {
  /** Name of its kind. */
  readonly kind: string;
  readonly key: string;
}

const NAMES = ['release', 'units', 'words', 'paths', 'tops'];

const TABLES = `
  create table if not exists release (sum text not null);
  create table if not exists units (id integer primary key, kind integer not null, key text not null,
    files blob not null, unique (kind, key));
  create table if not exists paths (digest integer primary key) without rowid;
  create table if not exists tops (name text primary key, count integer not null) without rowid;
`;

/** What a release is made of: the files of each unit, and the questions whose answers they were made from. */
export class Outputs {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #askers: Askers;
  #names: PathNames;
  /** How many files there are by the first part of their paths. */
  readonly #tops = new Map<string, number>();
  /** Numbers of units that were taken out, by their names: made again, they are the same. */
  readonly #taken = new Map<string, number>();
  #last: number;
  #sum: bigint;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(TABLES);
    this.#askers = new Askers(db);
    this.#names = new PathNames(db);
    this.#sum = BigInt(`0x${String(this.#run('select sum from release').get()?.['sum'] ?? '0')}`);
    this.#last = Number(this.#run('select max(id) as last from units').get()!['last'] ?? 0);
    for (const { name, count } of this.#run('select name, count from tops').all())
      this.#tops.set(name as string, count as number);
  }

  /** Writes down the name of the release and what its units asked, with the rest of a run. */
  keepRelease(): void {
    this.#askers.write();
    this.#db.exec('delete from release; delete from tops');
    this.#run('insert into release (sum) values (?)').run(this.release);
    for (const [name, count] of this.#tops) this.#run('insert into tops values (?, ?)').run(name, count);
  }

  /** Forgets everything, also where the tables are gone. */
  clear(): void {
    this.#db.exec(`${NAMES.map((name) => `drop table if exists ${name};`).join('')}${TABLES}`);
    this.#askers.clear();
    this.#names = new PathNames(this.#db);
    this.#tops.clear();
    this.#taken.clear();
    [this.#last, this.#sum] = [0, 0n];
  }

  /**
   * Takes a unit out; what is made of it anew is put in by `put`, once all are out that go.
   * @returns the files that it had
   */
  take({ kind, key }: UnitName): readonly File[] {
    const number = this.#names.numberOf(kind);
    const unit = this.#run('select id, files from units where kind = ? and key = ?').get(number, key);
    if (!unit) return [];
    const files = this.#names.unpack(key, unit['files'] as Uint8Array);
    for (const file of files) {
      this.#sum = (this.#sum + SUMS - sumOf(file)) % SUMS;
      this.#count(file, -1);
      this.#run('delete from paths where digest = ?').run(pathDigest(file));
    }
    this.#run('delete from units where id = ?').run(unit['id']!);
    this.#taken.set(`${kind} ${key}`, unit['id'] as number);
    return files;
  }

  /** @throws when a file of it is another unit's */
  put({ kind, key, outputs, reads }: Pick<MadeUnit, 'key' | 'outputs' | 'reads'> & { kind: string }): void {
    const id = this.#taken.get(`${kind} ${key}`) ?? (this.#last += 1);
    this.#run('insert into units (id, kind, key, files) values (?, ?, ?, ?)').run(
      id,
      this.#names.numberOf(kind),
      key,
      this.#names.pack(key, outputs),
    );
    this.#askers.add(id, reads);
    for (const file of outputs) {
      const { changes } = this.#run('insert or ignore into paths values (?)').run(pathDigest(file));
      if (changes === 0) throw new Error(`${file.path} 有两样东西要用，网站没有切换。`);
      this.#sum = (this.#sum + sumOf(file)) % SUMS;
      this.#count(file, 1);
    }
  }

  /** The units that have asked any of these questions, and may have other answers now. */
  unitsThatAsked(questions: Iterable<string>): readonly UnitName[] {
    const find = this.#run('select kind, key from units where id = ?');
    return [...this.#askers.of(questions)].flatMap((id) => {
      const unit = find.get(id);
      return unit ? { kind: this.#names.wordOf(unit['kind'] as number), key: unit['key'] as string } : [];
    });
  }

  /** Forgets who has asked these questions: all that have are put in anew, or stay out. */
  forgetAskers(questions: Iterable<string>): void {
    this.#askers.forget(questions);
  }

  /** The keys of a kind that units were made of. */
  keysOf(kind: string): readonly string[] {
    return this.#run('select key from units where kind = ?')
      .all(this.#names.numberOf(kind))
      .map(({ key }) => String(key));
  }

  /** Whether there is a file of this name, or anything in a folder of this name, at the top of the site. */
  hasTop(name: string): boolean {
    return this.#tops.has(name);
  }

  /** Every file of the release. */
  all(): readonly File[] {
    return this.#run('select key, files from units')
      .all()
      .flatMap(({ key, files }) => this.#names.unpack(key as string, files as Uint8Array));
  }

  /** How many files the release has. */
  count(): number {
    return this.#tops.values().reduce((sum, count) => sum + count, 0);
  }

  /**
   * Files of some units, anywhere in the release, one of each.
   * @param at gives numbers from 0 up to 1, other ones each time
   */
  sample(count: number, at: () => number): readonly File[] {
    const find = this.#run('select key, files from units where id >= ? order by id limit 1');
    return Array.from({ length: count }).flatMap(() => {
      const unit = find.get(Math.floor(at() * (this.#last + 1)));
      const own = unit ? this.#names.unpack(unit['key'] as string, unit['files'] as Uint8Array) : [];
      return own[Math.floor(at() * own.length)] ?? [];
    });
  }

  /**
   * Names the release by what is in it: the sum of digests of all files, with their paths, so that it can be kept up
   * file by file. Two releases of one name have the same files.
   */
  get release(): string {
    return this.#sum.toString(16).padStart(32, '0');
  }

  #count({ path }: File, more: number): void {
    const top = path.split('/', 1)[0]!;
    const count = (this.#tops.get(top) ?? 0) + more;
    if (count > 0) this.#tops.set(top, count);
    else this.#tops.delete(top);
  }

  #run(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

/** As many names as a release can have. */
const SUMS = 2n ** 128n;

const sumOf = ({ path, sha256 }: File): bigint =>
  BigInt(`0x${hash('sha256', `${path} ${sha256}`).slice(0, 32)}`);

/** Stands for a path in 64 bits: that any two of ten million files share one happens once in a hundred thousand sites. */
const pathDigest = ({ path }: File): bigint => hash('sha256', path, 'buffer').readBigInt64BE(0);
