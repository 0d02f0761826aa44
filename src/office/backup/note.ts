/** The note in each backup: what it is of, so that it can be put up again by a later program. */
export const NOTE_NAME = 'backup.json';

/** The list of digests in each backup, in the form that `sha256sum -c` reads. */
export const LIST_NAME = 'SHA256SUMS';

/** The history of the content in one file, as `git bundle` writes it. */
export const HISTORY_NAME = 'history.bundle';

export interface BackupNote {
  /** In Shanghai, `2026-12-01T09:02:00+08:00`. */
  readonly at: string;
  /** Of the program. */
  readonly version: string;
  /** How the content lay: a clone with its files, a bare repository, or a folder without history. */
  readonly kind: 'clone' | 'bare' | 'folder';
  /** Of a repository: the branch that is published. */
  readonly branch?: string | undefined;
  /** Where the content folder lies in the repository, with `/` at the end; empty for the top. */
  readonly prefix: string;
}

/** The number of this form; one of a later program is not read. */
const FORMAT = 1;

export const printNote = (note: BackupNote): string =>
  `${JSON.stringify({ format: FORMAT, ...note }, undefined, 1)}\n`;

/** Undefined for what is no note of this form. */
export function parseNote(text: string): BackupNote | undefined {
  try {
    const note = JSON.parse(text) as Partial<BackupNote> & { format?: unknown };
    return note.format === FORMAT && typeof note.prefix === 'string' ? (note as BackupNote) : undefined;
  } catch {
    return undefined;
  }
}
