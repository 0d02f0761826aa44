import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGINALS } from '../core/corpus/content-folder.ts';
import { removed } from '../patience.ts';

/** A copy of the content without attachments and originals, into which an import can write and nobody keeps it. */
export function dryContent(contentDir: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-import-'));
  const originals = join(contentDir, ORIGINALS);
  cpSync(contentDir, folder, {
    recursive: true,
    filter: (from) => from !== originals && !/\.(?!md$|yaml$)[a-z\d]{1,5}$/iu.test(from),
  });
  return { folder, remove: () => void removed(folder) };
}
