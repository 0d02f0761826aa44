import type { StatementSync } from 'node:sqlite';
import type { State } from './state.ts';

/** Numbers of announcement files, by which other tables name them. One that is gone keeps its number. */
const TABLES = `
  create table if not exists file_numbers (number integer primary key, path text not null unique)`;

/** Gives files numbers, which take a tenth of the room of their paths. */
export class FileNumbers {
  readonly #find: StatementSync;
  readonly #put: StatementSync;

  constructor({ database }: State) {
    database.exec(TABLES);
    this.#find = database.prepare('select number from file_numbers where path = ?');
    this.#put = database.prepare('insert into file_numbers (path) values (?) returning number');
  }

  /** The number of a file; it gets one where it has none. */
  of(file: string): number {
    return (this.#find.get(file) ?? this.#put.get(file))!['number'] as number;
  }
}
