import { join } from 'node:path';
import { DATA_CATALOGUE, DataFiles, writeDataCatalogue } from '../../build/data-catalogue.ts';
import { filesBelow } from '../../build/making.ts';
import { beginIndexes, INDEX_KIND, placeIndexes } from '../../build/indexes.ts';
import type { Parts } from '../../build/parts.ts';
import { makeUnits, serveBundle, unitsOf } from '../../build/site.ts';
import { indexShards } from '../../site/search-shards.ts';
import type { Entry } from '../../core/corpus/corpus.ts';
import type { Edition } from '../../core/edition.ts';
import { ANNOUNCEMENTS } from '../../site/units/announcements.ts';
import { PROJECT } from '../build-lock.ts';
import { compressFiles } from '../compress.ts';
import { removed } from '../../patience.ts';
import { bring, carryStatus, switchIn } from '../switch.ts';
import { mark, removeOwn } from '../target.ts';
import { verifyItems, verifyPages, verifyScreens } from './verify.ts';
import type { Memory } from './memory.ts';
import { progress } from './progress.ts';
import { step, type Run, type Subject } from './run.ts';
import { tellWhetherSame } from './same-content.ts';
import { writeDownSwitched } from './switched.ts';

/**
 * Builds the whole site beside the present one and switches it in when it is whole. Until the switch the present site
 * stays untouched.
 * @param memory remembers what the site is made of; nothing is remembered without it
 * @param parts what other runs have made of it
 * @param served the release that is served, where this one must come to the same; see `releaseOfSame`
 */
export async function buildWhole(
  { target, list, compress }: Run,
  subject: Subject,
  memory: Memory | undefined,
  parts: Parts,
  served: string | undefined,
): Promise<void> {
  const { corpus } = subject.content;
  // In the project: what is switched in is renamed, which cannot be done from another disk.
  const built = join(PROJECT, '.cache/build');
  removeOwn(built);
  try {
    step(`生成网页和检索（${corpus.ids.size} 份公告）`);
    await writeSite(built, subject, memory, parts);
    step('核对网页和屏幕');
    verify(built, subject);
    if (compress) {
      step('压缩');
      console.log(`${await compressFiles(built)} 个文件各有 .gz 和 .br`);
    }
    mark(built, corpus.site?.siteName ?? '', undefined, memory?.release);
    if (memory && served !== undefined) tellWhetherSame(served, memory, target.site);
    step('切换');
    bring(built, target);
    carryStatus(target);
    switchIn(target);
    writeDownSwitched({
      keepList: () => keepList(list, subject),
      remember: () => memory?.state.commit(),
    });
  } finally {
    // Why a build has failed must not be hidden by what cannot be removed; the next one begins with that.
    removed(built, removeOwn);
    removed(target.staging, removeOwn);
  }
}

/** The search needs nothing of the pages, and a program of its own makes it while they are made. */
async function writeSite(
  folder: string,
  { content, bundle }: Subject,
  memory: Memory | undefined,
  parts: Parts,
): Promise<void> {
  const { edition } = content;
  await parts.keepIndexes();
  const indexes = beginIndexes(indexShards(edition));
  serveBundle(bundle, folder);
  memory?.outputs.put({ kind: 'bundle', key: '', outputs: filesBelow(folder), reads: new Set() });
  const data = new DataFiles(edition);
  for (const unit of await parts.place(folder)) {
    data.note(unit.outputs);
    memory?.outputs.put(unit);
  }
  const units = [...unitsOf(edition)].filter((unit) => !parts.has(unit));
  const tell = progress('已生成', units.length);
  await makeUnits(folder, content, bundle, units, ({ kind, key, outputs, reads }) => {
    data.note(outputs);
    memory?.outputs.put({ kind: kind.name, key, outputs, reads });
    tell();
  });
  const catalogue = writeDataCatalogue(folder, edition, data);
  memory?.outputs.put({ kind: DATA_CATALOGUE, key: '', outputs: [catalogue], reads: new Set() });
  if (memory) data.keepIn(memory.state);
  for (const [key, outputs] of await placeIndexes(folder, indexes))
    memory?.outputs.put({ kind: INDEX_KIND, key, outputs, reads: new Set() });
  memory?.outputs.keepRelease();
}

const keepList = (list: Run['list'], { content: { corpus, edition, settings } }: Subject): void =>
  list?.keep({ corpus, entries: allIn(edition) }, settings.contentDir, false);

/** Every announcement, one after another: memory does not hold all of a large archive. */
const allIn = (edition: Edition): Iterable<Entry> =>
  Iterator.from(edition.keys(ANNOUNCEMENTS)).map((id) => edition.entry(id));

function verify(folder: string, { content: { corpus, edition } }: Subject): void {
  const find = (path: string): string => join(folder, path);
  verifyPages(
    find,
    edition.keys(ANNOUNCEMENTS).map((id) => ({ id })),
  );
  verifyItems(find, corpus.disclosure);
  verifyScreens(find, corpus.screens);
}
