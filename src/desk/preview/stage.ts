import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { idOf } from '../../core/report.ts';
import { remove } from '../../patience.ts';
import type { Holding } from '../archive/archive.ts';
import { give } from '../check/trial.ts';
import type { Written } from '../check/written.ts';

const SETTINGS = ['site.yaml', 'synonyms.yaml', 'calendar', 'displays', 'kiosks', 'pages'];

/** How many of the newest announcements stand on the screens beside the draft: what a screen shows is new. */
const NEWEST = 60;

/**
 * A small content folder with a draft, what it has to do with, and what the screens show.
 * @param contentDir whose it is
 * @param files absolute paths of the attachments of the draft, by name
 */
export function stage(
  folder: string,
  contentDir: string,
  { corpus, names }: Holding,
  written: Written,
  files: ReadonlyMap<string, string>,
): void {
  remove(folder);
  mkdirSync(folder, { recursive: true });
  for (const name of SETTINGS)
    if (existsSync(join(contentDir, name)))
      cpSync(join(contentDir, name), join(folder, name), { recursive: true });
  const newest = corpus.current
    .toSorted((a, b) => (a.announcement.publishedAt < b.announcement.publishedAt ? 1 : -1))
    .slice(0, NEWEST);
  for (const { file } of new Set([...names.connectedTo(written.text), ...newest])) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    if (idOf(file) !== written.id && existsSync(join(contentDir, file)))
      copyFileSync(join(contentDir, file), join(folder, file));
  }
  const path = join(folder, written.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, written.text);
  for (const [name, bytes] of files) give(bytes, join(dirname(path), name));
}
