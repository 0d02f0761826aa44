import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import { cameBack } from '../importer/came-back.ts';
import { writeOldSite } from '../importer/old-site.ts';
import type { Figures } from './figures.ts';
import { measure, type Use } from './measure.ts';
import { environment, type Workshop } from './workshop.ts';

const MEGABYTE = 1024 * 1024;

/** Longest time for ten thousand pages, in seconds; for fewer in proportion, with the start of the program. */
const LONGEST = 300;
const START = 15;

/**
 * What it costs to import an old site: the archive as pages of three systems in three encodings. What comes back must
 * be what went in: a value that is another is the worst fault an import can make.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const made = await figures.stage('an old site of the archive', () => {
    const content = shop.archive('old', shop.count);
    const { entries } = loadCorpus(content);
    const site = join(shop.folder, 'old-site');
    return { content, entries, site, ids: writeOldSite(site, entries) };
  });
  if (!made) return;
  const target = join(shop.folder, 'imported');
  mkdirSync(target);
  for (const name of ['site.yaml', 'calendar'])
    cpSync(join(made.content, name), join(target, name), { recursive: true });
  const report = join(shop.folder, 'import-report');
  const go = (): Promise<Use> =>
    measure({
      args: [shop.main, 'import', made.site, '--out', target, '--report', report],
      cwd: shop.project,
      env: environment(target),
      codes: [0, 1],
    });
  const first = await figures.measured('import', shop.count, go);
  if (!first) return;
  await figures.measured('import again, unchanged', shop.count, go);
  const back = cameBack(made.entries, loadCorpus(target).entries, made.ids);
  const share = shop.count / 10_000;
  figures.goal('import, wall', first.wallSeconds, START + LONGEST * share, 's', share >= 1);
  figures.goal('import, peak memory', first.peakBytes / MEGABYTE, 500, 'MiB');
  figures.known('pages a second', shop.count / first.wallSeconds, '');
  figures.known('announcements that were written', back.pages, '');
  figures.known('values that came back equal', back.equal, '');
  figures.known('values that stand in the body alone', back.absent, '');
  figures.goal('values that came back as another', back.wrong.length, 0, '');
}
