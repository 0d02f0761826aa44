import { join } from 'node:path';
import type { Figures } from './figures.ts';
import { environment, type Workshop } from './workshop.ts';

/** Sizes of src/core/search/shard.ts. */
const HOT = 400;
const FULL = 2000;

/** Processor time that the index may take of one more announcement, in seconds: the hot one at its largest. */
const HOT_CPU_SECONDS = 1.5;
/** Memory in which a full index must be made. */
const FULL_GIB = 1.25;
const GIB = 2 ** 30;

/**
 * One full-text index by itself, as large as one more announcement and as a correction of an old one make it anew: made,
 * and found made. Each is in a process of its own, whose start is in the figures.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const records = join(shop.folder, 'records.json');
  const isWritten = await figures.stage(`texts of ${FULL} announcements`, async () => {
    await shop.stage(environment(shop.archive('shards', FULL)), 'records', records);
    return true;
  });
  if (!isWritten) return;
  const hot = await measureShard(figures, shop, records, HOT);
  if (hot) figures.goal('hot index, CPU beyond the start', hot.ownCpuSeconds, HOT_CPU_SECONDS, 's');
  const full = await measureShard(figures, shop, records, FULL);
  if (full) figures.goal('full index, peak memory', full.peakBytes / GIB, FULL_GIB, 'GiB');
}

/** Makes an index and finds it made, which is as much of a start as its making has. */
async function measureShard(figures: Figures, shop: Workshop, records: string, count: number) {
  const store = join(shop.folder, `store-${count}`);
  const have = (name: string) =>
    figures.measured(`${name} one of ${count.toLocaleString('en-US')}`, count, () =>
      shop.stage({}, 'shard', records, String(count), store),
    );
  const made = await have('make');
  const found = made && (await have('find'));
  if (!found) return undefined;
  return { ownCpuSeconds: made.cpuSeconds - found.cpuSeconds, peakBytes: made.peakBytes };
}
