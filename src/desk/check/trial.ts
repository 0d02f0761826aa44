import { copyFileSync, existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Written } from './written.ts';
import { remove } from '../../patience.ts';

/** Regions and local numbers; calendars and screens are asked of the archive. */
const SETTINGS = 'site.yaml';

/** A draft as the one announcement of a content folder of its own, where the check can read it as it will be. */
export class Trial {
  readonly folder: string;
  readonly #contentDir: string;

  /** @param contentDir whose settings hold here too */
  constructor(folder: string, contentDir: string) {
    this.folder = folder;
    this.#contentDir = contentDir;
    remove(folder);
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Puts the draft in the place of the one before.
   * @param files absolute path of its attachments, by name
   */
  write({ file, text }: Written, files: ReadonlyMap<string, string>): void {
    remove(join(this.folder, 'announcements'));
    const settings = join(this.#contentDir, SETTINGS);
    if (existsSync(settings)) copyFileSync(settings, join(this.folder, SETTINGS));
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    for (const [name, bytes] of files) give(bytes, join(dirname(path), name));
  }
}

/** A second name for the same bytes, where the disk has such a thing. */
export function give(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // That it is not there is told by the check.
    if (code !== 'ENOENT') copyFileSync(from, to);
  }
}
