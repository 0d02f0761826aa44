import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MadeUnit, Output } from './making.ts';

/** What the store knows a unit by. */
export interface UnitName {
  /** Name of its kind. */
  readonly kind: string;
  readonly key: string;
}

const TABLES = `
  create table if not exists release (sum text not null);
  create table if not exists units (id integer primary key, kind text not null, key text not null, reads blob not null,
    unique (kind, key));
  create table if not exists outputs (path text primary key, unit integer not null, sha256 text not null,
    bytes integer not null) without rowid;
  create index if not exists outputs_of_unit on outputs (unit);
  create table if not exists reads (question integer not null, unit integer not null, primary key (question, unit))
    without rowid;
`;

/**
 * What a release is made of: the files of each unit, and the questions whose answers they were made from. Questions
 * are kept as numbers of 48 bits; two that share one make a unit again for nothing, and never leave one as it was.
 */
export class Outputs {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #numbers = new Map<string, number>();
  #sum: bigint;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(TABLES);
    this.#sum = BigInt(`0x${String(this.#run('select sum from release').get()?.['sum'] ?? '0')}`);
  }

  /** Writes down the name of the release, with the rest of a run. */
  keepRelease(): void {
    this.#db.exec('delete from release');
    this.#run('insert into release (sum) values (?)').run(this.release);
  }

  /** Forgets everything, also where the tables are gone. */
  clear(): void {
    const names = ['release', 'units', 'outputs', 'reads'];
    this.#db.exec(`${names.map((name) => `drop table if exists ${name};`).join('')}${TABLES}`);
    this.#sum = 0n;
  }

  /**
   * Takes a unit out; what is made of it anew is put in by `put`, once all are out that go.
   * @returns the files that it had
   */
  take({ kind, key }: UnitName): readonly Output[] {
    const unit = this.#run('select id, reads from units where kind = ? and key = ?').get(kind, key) as
      { id: number; reads: Uint8Array } | undefined;
    if (!unit) return [];
    const files = this.#run('select path, sha256, bytes from outputs where unit = ?').all(
      unit.id,
    ) as unknown as readonly Output[];
    for (const file of files) this.#sum = (this.#sum + SUMS - sumOf(file)) % SUMS;
    this.#run('delete from outputs where unit = ?').run(unit.id);
    for (const question of numbersIn(unit.reads))
      this.#run('delete from reads where question = ? and unit = ?').run(question, unit.id);
    this.#run('delete from units where id = ?').run(unit.id);
    return files;
  }

  /** @throws when a file of it is another unit's */
  put({ kind, key, outputs, reads }: Pick<MadeUnit, 'key' | 'outputs' | 'reads'> & { kind: string }): void {
    const questions = [...new Set([...reads].map((read) => this.#numberOf(read)))];
    const { lastInsertRowid: id } = this.#run('insert into units (kind, key, reads) values (?, ?, ?)').run(
      kind,
      key,
      bytesOf(questions),
    );
    for (const question of questions)
      this.#run('insert into reads (question, unit) values (?, ?)').run(question, id);
    for (const output of outputs) {
      const { path, sha256, bytes } = output;
      const { changes } = this.#run(
        'insert into outputs (path, unit, sha256, bytes) values (?, ?, ?, ?) on conflict do nothing',
      ).run(path, id, sha256, bytes);
      if (changes === 0) throw new Error(`${path} 有两样东西要用，网站没有切换。`);
      this.#sum = (this.#sum + sumOf(output)) % SUMS;
    }
  }

  /** The units that have asked any of these questions. */
  unitsThatAsked(questions: Iterable<string>): readonly UnitName[] {
    const units = new Map<number, UnitName>();
    const find = this.#run(
      'select id, kind, key from units where id in (select unit from reads where question = ?)',
    );
    for (const question of questions)
      for (const unit of find.all(this.#numberOf(question)) as unknown as (UnitName & { id: number })[])
        units.set(unit.id, { kind: unit.kind, key: unit.key });
    return [...units.values()];
  }

  /** The keys of a kind that units were made of. */
  keysOf(kind: string): readonly string[] {
    return this.#run('select key from units where kind = ?')
      .all(kind)
      .map(({ key }) => String(key));
  }

  /** Whether there is a file of this path, or below it. */
  hasBelow(path: string): boolean {
    // `0` is the character after `/`.
    const found = this.#run(
      "select 1 from outputs where path = ?1 or (path > ?1 || '/' and path < ?1 || '0') limit 1",
    ).get(path);
    return found !== undefined;
  }

  /** Every file of the release. */
  all(): readonly Pick<Output, 'path' | 'sha256'>[] {
    return this.#run('select path, sha256 from outputs').all() as unknown as readonly Output[];
  }

  /** How many files the release has. */
  count(): number {
    return Number(this.#run('select count(*) as count from outputs').get()!['count']);
  }

  /**
   * Files of some units, anywhere in the release, one of each.
   * @param at gives numbers from 0 up to 1, other ones each time
   */
  sample(count: number, at: () => number): readonly Output[] {
    const last = Number(this.#run('select max(id) as last from units').get()!['last'] ?? 0);
    const find = this.#run(
      'select path, sha256, bytes from outputs where unit = (select min(unit) from outputs where unit >= ?)',
    );
    return Array.from({ length: count }).flatMap(() => {
      const own = find.all(Math.floor(at() * (last + 1))) as unknown as readonly Output[];
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

  #run(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #numberOf(question: string): number {
    const known = this.#numbers.get(question) ?? hash('sha256', question, 'buffer').readUIntBE(0, BYTES);
    this.#numbers.set(question, known);
    return known;
  }
}

/** As many names as a release can have. */
const SUMS = 2n ** 128n;

const sumOf = ({ path, sha256 }: Output): bigint =>
  BigInt(`0x${hash('sha256', `${path} ${sha256}`).slice(0, 32)}`);

/** Of the number of a question. */
const BYTES = 6;

function bytesOf(numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * BYTES);
  for (const [index, number] of numbers.entries()) bytes.writeUIntBE(number, index * BYTES, BYTES);
  return bytes;
}

function* numbersIn(bytes: Uint8Array): Iterable<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < buffer.length; at += BYTES) yield buffer.readUIntBE(at, BYTES);
}
