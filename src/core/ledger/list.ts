import { canonical, FORMAT } from './record.ts';
import type { Hash } from './judge.ts';
import type { Published } from './published.ts';

/** What a list of published announcements says of itself in its first line. */
interface ListHead {
  /** Name of the site whose announcements it lists. */
  readonly site: string;
  readonly format: number;
  /** How many announcements it lists: a list that was cut off between two lines looks whole. */
  readonly count: number;
}

/** A line that is not as it was written. */
export class SpoiledLine extends Error {
  override readonly name = 'SpoiledLine';
}

/** The lines of a list, each with its line break: the head, then one announcement a line by id. */
export function* toLines(site: string, published: readonly Published[]): Generator<string> {
  yield canonical({ list: 'zhangbang-published', format: FORMAT, site, count: published.length });
  const ordered = [...published].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const one of ordered) yield canonical(one);
}

/** @throws {SpoiledLine} when it is no first line of a list */
export function parseHead(line: string): ListHead {
  const { list, site, format, count } = parseObject(line);
  const isHead = list === 'zhangbang-published' && typeof site === 'string';
  if (!isHead || typeof format !== 'number' || typeof count !== 'number') throw new SpoiledLine();
  return { site, format, count };
}

/** @throws {SpoiledLine} when a record does not have the digest that stands beside it */
export function parsePublished(line: string, hash: Hash): Published {
  const published = parseObject(line) as unknown as Published;
  if (typeof published.id !== 'string' || published.digest !== `sha256:${hash(recordIn(line))}`)
    throw new SpoiledLine();
  return published;
}

/** The record's own bytes: it is the last value of its line, in canonical form. */
const recordIn = (line: string): string => `${line.slice(line.indexOf(RECORD) + RECORD.length, -1)}\n`;

const RECORD = '"record":';

function parseObject(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new SpoiledLine(undefined, { cause });
  }
  throw new SpoiledLine();
}
