import type { StarterFile } from '../starter/brought.ts';
import { digestOf, plainLines, type ProgramRecord } from './record.ts';
import { renameSettings, type RenamedSetting } from './renamed-settings.ts';

/**
 * What an upgrade does with a file of the content folder: `new` is not there yet; `changed` is replaced; `own` was
 * changed by the centre and stays.
 */
export interface Step {
  readonly kind: 'new' | 'changed' | 'own';
  readonly path: string;
  /** As the program has it. */
  readonly text: string;
  /** As it stands in the folder; empty for a new one. */
  readonly was: string;
}

/** A content folder and what a program would have there. */
interface Folder {
  /** The text of a file, by its path; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  readonly record: ProgramRecord;
  readonly kept: readonly StarterFile[];
  readonly renamed: readonly RenamedSetting[];
  /** Files that are to be as the program has them although the centre has changed them. */
  readonly taken: readonly string[];
}

/** What would have to be done to bring a content folder up to the program; nothing for files that are as they should. */
export const planUpgrade = (folder: Folder): readonly Step[] => [
  ...folder.kept.flatMap((file) => stepFor(file, folder)),
  ...settingsStep(folder),
];

function stepFor({ path, text }: StarterFile, { read, record, taken }: Folder): readonly Step[] {
  const was = read(path);
  if (was === undefined) return [{ kind: 'new', path, text, was: '' }];
  if (plainLines(was) === plainLines(text)) return [];
  const isAsBrought = record.digests[path] === digestOf(was);
  return [{ kind: isAsBrought || taken.includes(path) ? 'changed' : 'own', path, text, was }];
}

function settingsStep({ read, renamed }: Folder): readonly Step[] {
  const was = read('site.yaml') ?? '';
  const text = renameSettings(was, renamed);
  return text === was ? [] : [{ kind: 'changed', path: 'site.yaml', text, was }];
}
