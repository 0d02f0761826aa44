import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { announcementsConnectedWith } from '../core/corpus/connected.ts';
import { kindAt } from '../core/corpus/regular-file.ts';
import { removed } from '../patience.ts';

const SETTINGS = ['site.yaml', 'calendar', 'displays', 'kiosks', 'pages'];

/**
 * A small content folder beside the real one: the settings and the announcements of some matters, where a change can
 * be checked by the same check before the real folder sees it.
 */
export class Trial {
  readonly folder: string;
  readonly #temporary = mkdtempSync(join(tmpdir(), 'zhangbang-trial-'));

  /** Copies what bears on the given ids and project codes, and `more` by its paths. */
  constructor(contentDir: string, names: ReadonlySet<string>, more: readonly string[] = []) {
    this.folder = join(this.#temporary, 'content');
    for (const name of [...SETTINGS, ...more]) this.#copy(contentDir, name);
    for (const { file, folder } of announcementsConnectedWith(contentDir, names))
      this.#copy(contentDir, folder ?? file);
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  remove(): void {
    removed(this.#temporary);
  }

  #copy(contentDir: string, path: string): void {
    if (!existsSync(join(contentDir, path))) return;
    // The copy of a pipe would wait for its writer; the check tells of it in its place.
    const filter = (source: string): boolean => ['file', 'folder', 'link'].includes(kindAt(source));
    cpSync(join(contentDir, path), join(this.folder, path), { recursive: true, filter });
  }
}
