import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { check, isPublishable } from '../../core/check.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { removed, rename } from '../../patience.ts';
import { SettingsError } from '../../settings.ts';
import { starterFiles, type Brought, type StarterFile } from './files.ts';
import type { StarterAnswers } from './answers.ts';

/** What came of it: the folder stands there whole, or nothing of it does. */
interface Made {
  readonly findings: readonly Diagnostic[];
  readonly isMade: boolean;
}

/**
 * Makes the content folder of a new site, tried by the check that every build runs before it is put in its place.
 * @param product the product's own content folder, of which calendars and pages are taken over
 * @throws {SettingsError} where something lies there already
 */
export function makeSite(folder: string, answers: StarterAnswers, product: string): Made {
  refuseTaken(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const { path, text } of starterFiles(answers, broughtBy(product))) writeAt(join(beside, path), text);
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

function broughtBy(product: string): Brought {
  const calendars = filesIn(product, 'calendar', '.yaml');
  const pages = filesIn(product, 'pages', '.md').filter(({ path }) => path !== 'pages/about.md');
  return { calendars, pages };
}

/** The files of a folder with an ending, by their paths from the content folder. */
const filesIn = (contentDir: string, folder: string, ending: string): readonly StarterFile[] =>
  readdirSync(join(contentDir, folder))
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(contentDir, folder, name), 'utf8'),
    }));

function writeAt(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}
