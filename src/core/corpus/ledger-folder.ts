import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readRegular } from './regular-file.ts';

/** The folder of the ledger in the content folder. */
export const LEDGER = 'ledger';

/** More than a file of a ledger ever has: a year of 100,000 leaves is 18 MB. */
const MOST_BYTES = 512 * 1024 * 1024;

const YEAR_FILE = /^\d{4}\.ndjson$/u;

/** Files of the ledger as they lie in the content folder; paths are from the folder of the ledger. */
export interface LedgerFiles {
  /** Files of leaves in the order of their years: `leaves/2026.ndjson`. */
  readonly leaves: readonly { readonly path: string; readonly text: string }[];
  /** Every signed checkpoint, the oldest first, each note followed by an empty line; undefined where none was signed. */
  readonly checkpoints: string | undefined;
  /** Keys that signatures are held against, one a line: the one that signs now, then those of earlier times. */
  readonly vkey: string | undefined;
  /** The text of a record; undefined where there is no such file. @param name of it, from the folder of the records: `gm-js-2026-012-tender/1.json` */
  readonly record: (name: string) => string | undefined;
}

/** The ledger in a content folder; undefined where none is kept. Its records are read when they are asked for. */
export function readLedger(contentDir: string): LedgerFiles | undefined {
  const folder = join(contentDir, LEDGER);
  const years = yearsIn(folder);
  if (!years) return undefined;
  return {
    leaves: years.map((name) => ({
      path: `leaves/${name}`,
      text: textOf(join(folder, 'leaves', name)) ?? '',
    })),
    checkpoints: textOf(join(folder, 'checkpoints.txt')),
    vkey: textOf(join(folder, 'vkey'))?.trim(),
    record: (name) => textOf(join(folder, 'records', name)),
  };
}

/** Another text whenever the leaves or the checkpoints may be others; undefined where no ledger is kept. */
export function ledgerTag(contentDir: string): string | undefined {
  const folder = join(contentDir, LEDGER);
  return yearsIn(folder)
    ?.map((name) => join('leaves', name))
    .concat('checkpoints.txt')
    .map((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      return `${name} ${stat?.size ?? 0} ${stat?.mtimeMs ?? 0}`;
    })
    .join('\n');
}

function yearsIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(join(folder, 'leaves'))
      .filter((name) => YEAR_FILE.test(name))
      .sort();
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  const read = readRegular(path, MOST_BYTES);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : undefined;
}
