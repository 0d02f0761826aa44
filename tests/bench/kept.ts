import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOfFiles, type State } from './origin.ts';

/** A plain value that outlives the run, in a file of its own. */
export class Kept<T> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get value(): T | undefined {
    return existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as T) : undefined;
  }

  set value(value: T) {
    writeFileSync(this.#file, JSON.stringify(value));
  }
}

const stateIn = (folder: string): Kept<State> => new Kept(join(folder, 'state.json'));

/** Notes beside the copy of the project which files it is of; a project without git has no such state. */
export function keepState(folder: string): void {
  const state = stateOfFiles([]);
  if (state) stateIn(folder).value = state;
}

/** Of what files the copy of the project is that an earlier run has left in a folder. */
export const stateKept = (folder: string): State | undefined => stateIn(folder).value;
