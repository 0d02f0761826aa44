import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FarEnd } from '../../src/deploy/far-end.ts';

/** A far end in memory, with a clock of its own. */
export class MemoryFarEnd implements FarEnd {
  readonly outlivesMs = 0;
  readonly objects = new Map<string, { text: string; modifiedAt: number }>();
  /** Milliseconds since 1970. */
  now = 0;
  /** Whether it tells the MD5 of a file, as object storages do and WebDAV does not. */
  tellsMd5 = true;

  list(folder: string) {
    const above = folder === '' ? '' : `${folder}/`;
    const below = [...this.objects].filter(([path]) => path.startsWith(above));
    const found = below.map(([path, { text, modifiedAt }]) => {
      const name = path.slice(above.length).replace(/(?<=\/).*$/u, '');
      return { path: name, bytes: Buffer.byteLength(text), md5: undefined, modifiedAt };
    });
    return Promise.resolve(
      found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index),
    );
  }

  listAll() {
    return Promise.resolve(
      [...this.objects].map(([path, { text, modifiedAt }]) => ({
        path,
        bytes: Buffer.byteLength(text),
        md5: this.tellsMd5 ? createHash('md5').update(text).digest('hex') : undefined,
        modifiedAt,
      })),
    );
  }

  fetch(paths: readonly string[], to: string) {
    for (const path of paths) {
      const object = this.objects.get(path);
      if (!object) continue;
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), object.text);
    }
    return Promise.resolve();
  }

  send(from: string, paths: readonly string[]) {
    for (const path of paths)
      this.objects.set(path, { text: readFileSync(join(from, path), 'utf8'), modifiedAt: this.now });
    return Promise.resolve();
  }

  remove(paths: readonly string[]) {
    for (const path of paths) this.objects.delete(path);
    return Promise.resolve();
  }
}
