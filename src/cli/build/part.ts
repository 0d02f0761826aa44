import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentDigest, fingerprintOf } from '../../build/fingerprint.ts';
import { beginIndexes, keepIndexes } from '../../build/indexes.ts';
import {
  indexesOfPart,
  isPart,
  siteOfPart,
  unitsOfYears,
  writePart,
  type Ground,
  type Part,
} from '../../build/part.ts';
import { makeUnits } from '../../build/site.ts';
import { SettingsError } from '../../settings.ts';
import type { LoadedContent } from '../../site/content.ts';
import { indexShards } from '../../site/search-shards.ts';
import { PROJECT } from '../build-lock.ts';
import { removed } from '../../patience.ts';
import { bring, switchIn } from '../switch.ts';
import { findTarget, mark, removeOwn, type Target } from '../target.ts';
import { verifyPages } from './verify.ts';
import { step, type Run, type Subject } from './run.ts';

/** What this run makes a site from. */
export function groundOf({ settings, present, edition, waiting }: LoadedContent): Ground {
  const { contentDir, siteUrl, basePath } = settings;
  const { isStanding, now } = present;
  return {
    ...fingerprintOf({
      ...{ project: PROJECT, contentDir, siteUrl, basePath, isStanding },
      hasCatalogue: edition.hasDisclosure,
    }),
    content: contentDigest(contentDir, waiting.map(({ id }) => id).sort()),
    now,
  };
}

/**
 * Where a part may be put.
 * @throws {SettingsError} when anything else lies there, a site too
 */
export function placeForPart(folder: string, contentDir: string): Target {
  const target = findTarget({ outDir: folder, contentDir, project: PROJECT }, 'part');
  if (existsSync(target.site) && readdirSync(target.site).length > 0 && !isPart(target.site))
    throw new SettingsError(
      `${folder} 里是一个网站，不是网站的一部分。什么也没有改动。请给 --part 另写一个文件夹，例如 dist.2019。`,
    );
  return target;
}

/** Makes what belongs to some years, beside the part that is there, and puts it in its place when it is whole. */
export async function buildPart({ target }: Run, subject: Subject, years: readonly string[]): Promise<void> {
  // In the project: what is put in its place is renamed, which cannot be done from another disk.
  const built = join(PROJECT, '.cache/build');
  removeOwn(built);
  try {
    await writeYears(built, subject, years);
    mark(built, subject.content.corpus.site?.siteName ?? '');
    step('放到位');
    bring(built, target);
    switchIn(target);
  } finally {
    // Why a build has failed must not be hidden by what cannot be removed; the next one begins with that.
    removed(built, removeOwn);
    removed(target.staging, removeOwn);
  }
}

async function writeYears(
  folder: string,
  { content, bundle }: Subject,
  years: readonly string[],
): Promise<void> {
  const { edition } = content;
  const own = new Set(years);
  const units = unitsOfYears(edition, own);
  const ids = units.filter(({ kind }) => kind.name === 'announcement').map(({ key }) => ({ id: key }));
  step(`生成 ${years.join('、')} 年的网页和检索（${ids.length} 份公告）`);
  const shards = indexShards(edition).filter(({ newest }) => own.has(newest));
  const indexes = beginIndexes(shards);
  const made: Part['units'][number][] = [];
  await makeUnits(siteOfPart(folder), content, bundle, units, ({ kind, key, outputs, reads }) =>
    made.push({ kind: kind.name, key, outputs, reads: [...reads] }),
  );
  await keepIndexes(indexesOfPart(folder), shards, indexes);
  verifyPages((path) => join(siteOfPart(folder), path), ids);
  writePart(folder, {
    years,
    ground: groundOf(content),
    units: made,
    indexes: shards.map((shard) => shard.folder),
  });
}
