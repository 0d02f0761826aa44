import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestFile } from '../core/corpus/digest.ts';
import { SettingsError } from '../settings.ts';
import type { Unit, Output } from './making.ts';
import type { UnitName } from './outputs.ts';
import { damaged, indexesOfPart, readPart, siteOfPart, type Ground, type Part } from './part.ts';
import { copyShard, placeFiles, shardStore } from './search-index.ts';

/** A part, and where it lies. */
interface PlacedPart {
  readonly folder: string;
  readonly part: Part;
}

/** A unit that a part has made. */
interface TakenUnit extends UnitName {
  readonly outputs: readonly Output[];
  readonly reads: ReadonlySet<string>;
}

/** Parts of one site that belong together. Without any, all of the site is to be made. */
export class Parts {
  readonly #parts: readonly PlacedPart[];
  readonly #units: ReadonlySet<string>;

  constructor(parts: readonly PlacedPart[]) {
    this.#parts = parts;
    this.#units = new Set(parts.flatMap(({ part }) => part.units.map(nameOf)));
  }

  /** Whether a part has made it. */
  has({ kind, key }: Unit): boolean {
    return this.#units.has(nameOf({ kind: kind.name, key }));
  }

  /**
   * Puts the files of all parts into a site, as second names where the disk has them.
   * @returns the units that they are of
   */
  async place(site: string): Promise<readonly TakenUnit[]> {
    for (const { folder, part } of this.#parts) {
      const files = part.units.flatMap(({ outputs }) => outputs);
      const from = siteOfPart(folder);
      await placeFiles(
        site,
        files.map((file) => ({ ...file, copyOf: join(from, file.path) })),
      );
    }
    return this.#parts.flatMap(({ part }) =>
      part.units.map((unit) => ({ ...unit, reads: new Set(unit.reads) })),
    );
  }

  /**
   * Puts the full-text indexes of all parts into the store, where a build finds them finished.
   * @throws {SettingsError} when one is damaged
   */
  async keepIndexes(): Promise<void> {
    for (const { folder, part } of this.#parts)
      for (const index of part.indexes)
        if (!(await copyShard(indexesOfPart(folder), shardStore(), index)))
          throw damaged(folder, `indexes/${index}`);
  }
}

/**
 * Opens parts that are to be put together, and reads every file of them once.
 * @param ground what this run would make them from
 * @throws {SettingsError} when they do not belong together, or one is damaged
 */
export function openParts(folders: readonly string[], ground: Ground): Parts {
  const parts = folders.map((folder) => ({ folder, part: readPart(folder) }));
  for (const one of parts) refuseOther(one, ground);
  refuseOverlap(parts);
  for (const one of parts) refuseDamaged(one);
  return new Parts(parts);
}

const nameOf = ({ kind, key }: UnitName): string => `${kind} ${key}`;

function refuseOther({ folder, part }: PlacedPart, ground: Ground): void {
  const unlike = (['program', 'settings', 'content', 'now'] as const).find(
    (name) => part.ground[name] !== ground[name],
  );
  if (unlike)
    throw new SettingsError(`${folder} 不能合并：${WHY[unlike](part.ground, ground)}网站没有改动。`);
}

/** Why a part cannot be used, and what to do. */
const WHY: Readonly<Record<keyof Ground, (part: Ground, run: Ground) => string>> = {
  program: () => '它是另一个版本的程序或者 Node 生成的。请用同一个版本重新生成这一部分。',
  settings: () =>
    '生成它时的设置和现在不同（content/ 里的 site.yaml、synonyms.yaml、calendar、displays、kiosks、pages，或者 SITE_URL、BASE_PATH）。请用现在的设置重新生成这一部分。',
  content: () =>
    '生成它时的内容和现在不同。请在每台机器上取同一次提交，重新生成这一部分；有定时公告的，每台机器还要有同一份发布清单。',
  now: (part, run) =>
    `它是按 ${part.now} 生成的，这一次是 ${run.now}。请给每一部分和合并写同一个时间，例如 TODAY=${part.now}，再运行一次。`,
};

function refuseOverlap(parts: readonly PlacedPart[]): void {
  const taken = new Map<string, string>();
  for (const { folder, part } of parts)
    for (const year of part.years) {
      const other = taken.get(year);
      if (other !== undefined)
        throw new SettingsError(
          `${other} 和 ${folder} 里都有 ${year} 年，不能合并。网站没有改动。一个年份只能在一个部分里，请去掉一个。`,
        );
      taken.set(year, folder);
    }
}

function refuseDamaged({ folder, part }: PlacedPart): void {
  const site = siteOfPart(folder);
  for (const { outputs } of part.units)
    for (const output of outputs) if (!isAsMade(site, output)) throw damaged(folder, `site/${output.path}`);
}

function isAsMade(site: string, { path, sha256 }: Output): boolean {
  // A list from elsewhere must not reach beyond its folder.
  if (path.split(/[/\\]/u).includes('..')) return false;
  const file = join(site, path);
  return existsSync(file) && digestFile(file).sha256 === sha256;
}
