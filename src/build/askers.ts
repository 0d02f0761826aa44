import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { numbersIn, packNumbers } from './encoding.ts';

const TABLES = `
  create table if not exists reads (question integer primary key, units blob not null)`;

/** Pairs of a question and a unit that wait in memory before they are written down; as many take about 20 MB. */
const MOST_WAITING = 500_000;

/** Of the number of a question. */
const BYTES = 6;

/**
 * Which units have asked which question. Questions are kept as numbers of 48 bits; two that share one make a unit again
 * for nothing, and never leave one as it was. So does a unit that has once asked and does not ask any more: it stands
 * under the question until the answer changes, when the list is emptied and those that are made again fill it.
 */
export class Askers {
  readonly #db: DatabaseSync;
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #drop: StatementSync;
  /** Of questions that wait; of all there are, a large archive would fill the memory with them. */
  readonly #numbers = new Map<string, number>();
  readonly #waiting = new Map<number, number[]>();
  #count = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(TABLES);
    this.#find = db.prepare('select units from reads where question = ?');
    this.#put = db.prepare('insert or replace into reads values (?, ?)');
    this.#drop = db.prepare('delete from reads where question = ?');
  }

  /** Forgets everything, also where the table is gone. */
  clear(): void {
    this.#db.exec(`drop table if exists reads; ${TABLES}`);
    this.#waiting.clear();
    this.#count = 0;
  }

  /** Notes what a unit has asked; `write` writes it down. */
  add(unit: number, questions: Iterable<string>): void {
    for (const question of questions) {
      const number = this.#numberOf(question);
      const units = this.#waiting.get(number);
      if (units) units.push(unit);
      else this.#waiting.set(number, [unit]);
      this.#count += 1;
    }
    if (this.#count > MOST_WAITING) this.write();
  }

  /** The units that have asked any of these, and some that are there no more. */
  of(questions: Iterable<string>): ReadonlySet<number> {
    this.write();
    return new Set([...questions].flatMap((question) => this.#written(this.#numberOf(question))));
  }

  /** Empties the lists of questions, of which all that have asked are made again or go. */
  forget(questions: Iterable<string>): void {
    this.write();
    for (const question of questions) this.#drop.run(this.#numberOf(question));
  }

  /** Writes down what was noted, question by question in the order of the table. */
  write(): void {
    for (const [question, units] of [...this.#waiting].sort(([a], [b]) => a - b)) {
      const before = this.#written(question);
      const now = new Set([...before, ...units]);
      if (now.size > before.length) this.#put.run(question, packNumbers(now));
    }
    this.#waiting.clear();
    this.#numbers.clear();
    this.#count = 0;
  }

  #written(question: number): readonly number[] {
    const found = this.#find.get(question);
    return found ? numbersIn(found['units'] as Uint8Array) : [];
  }

  #numberOf(question: string): number {
    const known = this.#numbers.get(question) ?? hash('sha256', question, 'buffer').readUIntBE(0, BYTES);
    this.#numbers.set(question, known);
    return known;
  }
}
