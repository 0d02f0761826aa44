import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Edition } from '../../src/core/edition.ts';
import { searchFiles } from '../site/search-files.ts';

/** A folder that is there until the test is over, or all of them are. */
export function temporaryFolder(over: (clean: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-search-server-'));
  over(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes those files into a folder, over what is there. */
export function writeSite(folder: string, edition: Edition): void {
  for (const [path, text] of searchFiles(edition)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
