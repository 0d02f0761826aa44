import type { Values } from '../announcement/fact.ts';
import type { Instant, PlainDate } from '../announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { Json } from './json.ts';

/** A file that lies beside an announcement. */
export interface Attached {
  file: string;
  name: string;
  url: string;
  /** Its media type, where it is known. */
  format?: string;
}

/** What an announcement has made in its procedure: the awards and the contract that later ones speak of. */
export interface Made {
  awards: readonly string[];
  contract?: string;
}

/** An announcement in one of its versions, and what had been said in its procedure before it. */
export interface Statement {
  /** Id of the announcement. */
  id: string;
  announcement: Announcement;
  url: string;
  attachments: readonly Attached[];
  /** Whether it takes up what was suspended: a resumption, or a correction with new times. */
  resumes: boolean;
  /** `tender.id`, the same in every release of the procedure. */
  tenderId: string;
  /** Whether an earlier announcement of the procedure has called for bids. */
  isCalled: boolean;
  /** All releases before it, merged. */
  known: Json;
  /** What the announcement that it follows has made, or the nearest one above it that made anything. */
  parent: Made | undefined;
}

/** A field of the announcement as it is held; nothing where its type has none or it has no value. */
export const valueOf = ({ announcement }: Statement, key: string): unknown =>
  (announcement as unknown as Values)[key];

export const textOf = (statement: Statement, key: string): string | undefined =>
  valueOf(statement, key) as string | undefined;

export const dateOf = (statement: Statement, key: string): Instant | PlainDate | undefined =>
  valueOf(statement, key) as string | undefined;

/** The records of a list field. */
export const recordsIn = (statement: Statement, key: string): readonly Values[] =>
  (valueOf(statement, key) ?? []) as readonly Values[];

/** A value as the page prints it; nothing where there is none. */
export function printedOf(statement: Statement, key: string): string | undefined {
  const value = valueOf(statement, key);
  return value === undefined ? undefined : fieldOf(statement, key)?.kind?.print(value);
}

/** Values under the labels of the page, a line each: what OCDS has no other place for. */
export function labelled(statement: Statement, keys: readonly string[]): string | undefined {
  const lines = keys.flatMap((key) => {
    const printed = printedOf(statement, key);
    return printed === undefined ? [] : [`${fieldOf(statement, key)!.label}：${printed}`];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

const fieldOf = ({ announcement }: Statement, key: string) =>
  formOf(typeOf(announcement.category, announcement.type)).find((field) => field.key === key);

/** A value of a record as the page prints it, by the form of the list. */
export function printedIn(
  statement: Statement,
  list: string,
  record: Values,
  key: string,
): string | undefined {
  const field = fieldOf(statement, list)?.fields?.find((one) => one.key === key);
  return record[key] === undefined ? undefined : field?.kind?.print(record[key]);
}
