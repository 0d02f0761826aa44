import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../core/edition.ts';
import { SettingsError } from '../settings.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Output, Unit } from './making.ts';
import type { UnitName } from './outputs.ts';
import { ShardStore } from './search-index/shard-store.ts';
import { unitsOf } from './site.ts';

/** What a part of a site was made from: parts that are put together have the same. */
export interface Ground extends Fingerprint {
  /** Digest of everything that is published, also in other parts. */
  readonly content: string;
  /** The moment of its pages. */
  readonly now: string;
}

/** What of a site belongs to some years, as it was made on one of several machines. */
export interface Part {
  /** In their order. */
  readonly years: readonly string[];
  readonly ground: Ground;
  readonly units: readonly PartUnit[];
  /** Names of its full-text indexes, those whose last announcement is of these years. */
  readonly indexes: readonly string[];
}

/** A unit with its files and what its making asked. */
interface PartUnit extends UnitName {
  readonly outputs: readonly Output[];
  readonly reads: readonly string[];
}

/** The list of a part: its digest, then the part. */
const LIST = 'part.json';

/** Whether a folder holds a part. */
export const isPart = (folder: string): boolean => existsSync(join(folder, LIST));

/** Where the files of a part lie, as in the site. */
export const siteOfPart = (folder: string): string => join(folder, 'site');

/** The full-text indexes of a part. */
export const indexesOfPart = (folder: string): ShardStore => new ShardStore(join(folder, 'indexes'));

/** The units of a site that belong to some years. */
export const unitsOfYears = (edition: Edition, years: ReadonlySet<string>): readonly Unit[] =>
  [...unitsOf(edition)].filter(({ kind, key }) => years.has(kind.year?.(edition, key) ?? ''));

/** Writes the list, when all of the part is there; of years in which nothing was published there is nothing else. */
export function writePart(folder: string, part: Part): void {
  const text = JSON.stringify(part);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, LIST), `{"sha256":"${digestOf(text)}","part":${text}}\n`);
}

/** @throws {SettingsError} when there is none, or it is not as it was written */
export function readPart(folder: string): Part {
  if (!isPart(folder))
    throw new SettingsError(
      `${folder} 里没有 ${LIST}：它不是 --part 生成的，或者没有复制完整。网站没有改动。请核对文件夹，再复制一次。`,
    );
  const part = partIn(readFileSync(join(folder, LIST), 'utf8'));
  if (!part) throw damaged(folder, LIST);
  return part;
}

/** Tells that a part is not as it was made. */
export const damaged = (folder: string, path: string): SettingsError =>
  new SettingsError(
    `${folder} 里的 ${path} 缺了或者和生成时不同，可能没有复制完整。网站没有改动。请再复制一次，或者重新生成这一部分。`,
  );

function partIn(list: string): Part | undefined {
  try {
    const { sha256, part } = JSON.parse(list) as { sha256: unknown; part: Part };
    return sha256 === digestOf(JSON.stringify(part)) ? part : undefined;
  } catch {
    return undefined;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
