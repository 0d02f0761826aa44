import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { check, isPublishable } from '../../core/check.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { removed, rename } from '../../patience.ts';
import { SettingsError } from '../../settings.ts';
import type { StarterAnswers } from './answers.ts';
import { broughtBy, keptFiles } from './brought.ts';
import { starterFiles } from './files.ts';
import { printRecord, RECORD_NAME } from '../upgrade/record.ts';

/** The program that a site begins with: its calendars and pages are taken over. */
interface Product {
  readonly folder: string;
  readonly version: string;
}

/** What came of it: the folder stands there whole, or nothing of it does. */
interface Made {
  readonly findings: readonly Diagnostic[];
  readonly isMade: boolean;
}

/**
 * Makes the content folder of a new site, tried by the check that every build runs before it is put in its place.
 * @param product the product's own folder and its version
 * @throws {SettingsError} where something lies there already
 */
export function makeSite(folder: string, answers: StarterAnswers, product: Product): Made {
  refuseTaken(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const brought = broughtBy(product.folder);
    const record = { path: RECORD_NAME, text: printRecord(product.version, keptFiles(brought)) };
    for (const { path, text } of [...starterFiles(answers, brought), record])
      writeAt(join(beside, path), text);
    const { findings } = check(beside);
    if (!isPublishable(findings)) return { findings, isMade: false };
    // A temporary folder is its maker's alone; this one is everybody's.
    chmodSync(beside, 0o755);
    removed(folder);
    rename(beside, folder);
    return { findings, isMade: true };
  } finally {
    removed(beside);
  }
}

/** @throws {SettingsError} where something lies in the way */
export function refuseTaken(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory())
    throw new SettingsError(`${folder} 是一个文件，不能在这里建网站。请换一个文件夹。`);
  if (readdirSync(folder).length > 0)
    throw new SettingsError(
      `${folder} 里已经有东西，没有改动它。请换一个空的文件夹，或者写一个还没有的名字。`,
    );
}

function writeAt(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}
