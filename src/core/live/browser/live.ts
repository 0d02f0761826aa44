import type { Instant } from '../../announcement/instant.ts';
import { isLine } from '../../announcement/line.ts';
import { Implausible, isInstant, parseRecord } from '../../screen/browser/feed.ts';

export const LIVE_SCHEMA = 1;

/** Largest live table that a screen takes, in bytes, and most rows and columns. */
export const LARGEST_LIVE = 16 * 1024;
export const MOST_ROWS = 60;
export const MOST_COLUMNS = 5;

/** Longest texts of a live table, in characters. */
export const LONGEST_LIVE = { name: 60, value: 24, label: 8, unit: 6, source: 24, title: 16 } as const;

/** A column of a live table: 报价, 万元. */
export interface Column {
  label: string;
  unit?: string;
}

/**
 * `live/<room>.json`: what is being read out or called in a room, as whoever runs it enters it. It is written while it
 * goes on, beside the site and not by its build, so a screen doubts everything in it.
 */
interface Table {
  schema: typeof LIVE_SCHEMA;
  /** The room's id in content/site.yaml. */
  room: string;
  /** Nothing is shown before it. */
  starts: Instant;
  /** Grows with every change. A lower one than is shown is a step back and is refused. */
  seq: number;
  updatedAt: Instant;
  /** Who enters it, by their duty: 开标主持人录入. */
  source: string;
  /** The first is of names. */
  columns: readonly Column[];
  /** In their order: a name, then a text for each other column. */
  rows: readonly (readonly string[])[];
  /** When it was over; absent while it goes on. */
  ended?: Instant;
}

/** Bids as they are read out 唱标. Those after the first `read` are not read yet: of them there is the name alone. */
export interface OpeningTable extends Table {
  kind: 'opening';
  /** The id of the announcement whose bids are opened. */
  announcement: string;
  read: number;
}

/** Another small table: 叫号. */
export interface OtherTable extends Table {
  kind: 'table';
  title: string;
  /** Which row is being called, counted from 1. */
  current?: number;
}

export type LiveTable = OpeningTable | OtherTable;

/**
 * Reads the live table of a room and doubts everything in it. A price of a row that is not read yet is taken out:
 * nobody in the hall may see it before it was heard.
 * @throws {Implausible}
 */
export function parseLive(text: string, room: string): LiveTable {
  const table = parseRecord(text);
  expect(table['schema'] === LIVE_SCHEMA, 'schema');
  expect(table['room'] === room, 'room');
  expect(isInstant(table['starts']), 'starts');
  expect(isCount(table['seq']), 'seq');
  expect(isInstant(table['updatedAt']), 'updatedAt');
  expect(isWords(table['source'], LONGEST_LIVE.source), 'source');
  expect(table['ended'] === undefined || isInstant(table['ended']), 'ended');
  const columns = parseColumns(table['columns']);
  const rows = parseRows(table['rows'], columns.length);
  const { starts, seq, updatedAt, source, ended } = table as unknown as Table;
  const common = {
    schema: LIVE_SCHEMA,
    room,
    starts,
    seq,
    updatedAt,
    source,
    columns,
    ...(ended !== undefined && { ended }),
  } as const;
  if (table['kind'] === 'opening') return { ...common, ...openingIn(table, rows) };
  expect(table['kind'] === 'table', 'kind');
  return { ...common, rows, ...otherIn(table, rows) };
}

function openingIn(
  { announcement, read }: Record<string, unknown>,
  rows: Table['rows'],
): Pick<OpeningTable, 'kind' | 'announcement' | 'read' | 'rows'> {
  expect(typeof announcement === 'string' && /^[a-z0-9-]{1,80}$/u.test(announcement), 'announcement');
  expect(isCount(read) && Number(read) <= rows.length, 'read');
  return {
    kind: 'opening',
    announcement: announcement as string,
    read: Number(read),
    rows: rows.map((row, index) => (index < Number(read) ? row : row.slice(0, 1))),
  };
}

function otherIn(
  { title, current }: Record<string, unknown>,
  rows: Table['rows'],
): Pick<OtherTable, 'kind' | 'title' | 'current'> {
  expect(isWords(title, LONGEST_LIVE.title), 'title');
  expect(current === undefined || (isCount(current) && Number(current) <= rows.length), 'current');
  return {
    kind: 'table',
    title: title as string,
    ...(current !== undefined && Number(current) > 0 && { current: Number(current) }),
  };
}

function parseColumns(value: unknown): readonly Column[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_COLUMNS)
    throw new Implausible('columns');
  return value.map((column: unknown) => {
    const { label, unit } = (column ?? {}) as Record<string, unknown>;
    expect(isWords(label, LONGEST_LIVE.label), 'label');
    expect(unit === undefined || isWords(unit, LONGEST_LIVE.unit), 'unit');
    return { label: label as string, ...(unit !== undefined && { unit: unit as string }) };
  });
}

function parseRows(value: unknown, columns: number): Table['rows'] {
  if (!Array.isArray(value) || value.length > MOST_ROWS) throw new Implausible('rows');
  return value.map((row: unknown) => {
    if (!Array.isArray(row) || row.length === 0 || row.length > columns) throw new Implausible('row');
    const [name, ...values] = row as readonly unknown[];
    expect(isWords(name, LONGEST_LIVE.name), 'name');
    expect(
      values.every((one) => one === '' || isWords(one, LONGEST_LIVE.value)),
      'value',
    );
    return row as readonly string[];
  });
}

/**
 * Whether a text can stand on one line and shows all that is in it: nothing invisible and nothing that turns the
 * direction of writing, by which a price reads as another. Markup is words like any other.
 */
export const isWords = (value: unknown, longest: number): value is string =>
  isLine(value, longest) && !/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value);

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Implausible(what);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
