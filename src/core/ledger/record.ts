import type { Field } from '../announcement/field.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';

/** The number of the form that records are written in. */
export const FORMAT = 1;

/** What a record holds: text in NFC, whole numbers, yes and no, lists and records of these. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** A file beside an announcement; `name` is its file name. */
export interface AttachedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What an announcement consists of, as its file says it now. */
export interface Statement {
  readonly announcement: Announcement;
  readonly body: string;
  readonly attachments: readonly AttachedFile[];
}

/** What an announcement says, free of how it was written down and of how it is shown. */
export interface AnnouncementRecord {
  readonly format: number;
  /** Field values as published, uncorrected, under their English keys. */
  readonly fields: Readonly<Record<string, Plain>>;
  readonly body: string;
  readonly attachments: readonly AttachedFile[];
}

/** The record of an announcement in the present format. */
export const recordOf = ({ announcement, body, attachments }: Statement): AnnouncementRecord => ({
  format: FORMAT,
  fields: valuesOf(announcement, formOf(typeOf(announcement.category, announcement.type))),
  body: normalBody(body),
  attachments: attachments.map(({ name, bytes, sha256 }) => ({ name: name.normalize('NFC'), bytes, sha256 })),
});

/**
 * RFC 8785 restricted to what a record holds: keys by UTF-16 code units, no space, and one line break at the end.
 * The digest of a record is that of these bytes.
 */
export const canonical = (value: unknown): string => `${JSON.stringify(inOrder(value))}\n`;

/** A body without what a reader cannot see: line ends of other systems, blanks at the end of lines, empty lines around it. */
export const normalBody = (body: string): string =>
  body
    .normalize('NFC')
    .split(/\r\n?|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/gu, '');

function valuesOf(record: object, fields: readonly Field[]): Readonly<Record<string, Plain>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = (record as Readonly<Record<string, unknown>>)[field.key];
      const isSaid = value !== undefined && field.afterPublication !== 'may-change';
      // A list without items is none: restored versions have an empty list of errata.
      if (!isSaid || (Array.isArray(value) && value.length === 0)) return [];
      return [[field.key, valueOf(value, field)] as const];
    }),
  );
}

const valueOf = (value: unknown, { fields }: Field): Plain =>
  fields && Array.isArray(value) ? value.map((item: object) => valuesOf(item, fields)) : plain(value);

/** Percentages are the one kind of value held as a fraction; as text it is the same on every machine. */
function plain(value: unknown): Plain {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value === 'number') return Number.isInteger(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as boolean;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
