import type { Told, Value } from './figures.ts';
import type { Use } from './measure.ts';

/** Figures of one kind; the first column is a name, the others numbers. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: (readonly string[])[];
}

/** Columns as they are printed while a run goes on: no row knows how wide those are that follow. */
const NAME_WIDTH = 60;
const NUMBER_WIDTH = 14;

/** What one part of the bench has told: printed row by row as it comes, and kept for the document. */
export class Sheet {
  readonly #print: (line: string) => void;
  readonly #uses: Table = {
    head: ['stage', 'wall s', 'CPU s', 'peak MiB', 'CPU ms each', 'KiB each'],
    rows: [],
  };
  readonly #values: Table = { head: ['figure', 'measured', 'target', 'measured / target'], rows: [] };
  #last: Table | undefined;
  readonly remarks: string[] = [];
  /** Stages that came to nothing. */
  readonly failed: string[] = [];
  /** Promises that were not kept. */
  readonly missed: string[] = [];

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Those that have rows, without columns that say nothing. */
  get tables(): readonly Table[] {
    return [this.#uses, this.#values].filter(({ rows }) => rows.length > 0).map(withoutEmptyColumns);
  }

  readonly take = (told: Told): void => {
    if (told.kind === 'use') return this.#add(this.#uses, useCells(told.name, told.use, told.of));
    if (told.kind === 'value') return this.#takeValue(told.value);
    if (told.kind === 'remark') this.remarks.push(told.text);
    else this.failed.push(told.stage);
    this.#print(told.kind === 'remark' ? told.text : `FAILED ${told.stage}: ${told.why}`);
  };

  #takeValue(value: Value): void {
    this.#add(this.#values, valueCells(value));
    if (isMissed(value) && value.binds !== false) this.missed.push(value.name);
  }

  #add(table: Table, cells: readonly string[]): void {
    if (this.#last !== table) this.#print(`\n${aligned(table.head)}`);
    this.#last = table;
    table.rows.push(cells);
    this.#print(aligned(cells));
  }
}

function withoutEmptyColumns({ head, rows }: Table): Table {
  const isFull = (column: number): boolean => rows.some((row) => row[column] !== '');
  const kept = (row: readonly string[]): readonly string[] => row.filter((_, column) => isFull(column));
  return { head: kept(head), rows: rows.map(kept) };
}

const aligned = ([name = '', ...numbers]: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...numbers.map((number) => number.padStart(NUMBER_WIDTH))].join('  ').trimEnd();

const useCells = (name: string, use: Use, of: number): readonly string[] => [
  name,
  use.wallSeconds.toFixed(1),
  use.cpuSeconds.toFixed(1),
  (use.peakBytes / 2 ** 20).toFixed(0),
  ...(of > 1
    ? [((use.cpuSeconds / of) * 1000).toFixed(2), (use.peakBytes / 2 ** 10 / of).toFixed(0)]
    : ['', '']),
];

function valueCells(value: Value): readonly string[] {
  const { name, measured, target, unit } = value;
  const shown = (number: number): string => `${printed(number)} ${unit}`.trimEnd();
  if (target === undefined) return [name, shown(measured), '', ''];
  const ratio = target === 0 ? '' : (measured / target).toFixed(2);
  return [name, shown(measured), shown(target), `${ratio}${isMissed(value) ? ' missed' : ''}`.trim()];
}

/** What is not a number was not measured, so no promise of it is kept. */
const isMissed = ({ measured, target }: Value): boolean => target !== undefined && !(measured <= target);

const printed = (number: number): string =>
  Number.isInteger(number) ? number.toLocaleString('en-US') : number.toFixed(2);
