import type { DatabaseSync } from 'node:sqlite';
import type { Checked } from '../core/edition.ts';
import { FirstContributions } from './first-contributions.ts';
import { openTables } from './tables.ts';
import { Update, type Known } from './update.ts';
import type { AnyView } from './view-keys.ts';

/** Fills tables that have nothing in them. To be done within a transaction, as `updateTables`. */
interface Filling {
  /** Takes some of the announcements, all of each matter. */
  put(checked: Checked, known: Known): void;
  /** Ends it, when all are taken. */
  finish(): void;
}

/** Begins to fill empty tables; what comes of it is what `updateTables` makes of all announcements together. */
export function fillTables(database: DatabaseSync, views: readonly AnyView[]): Filling {
  const sql = openTables(database);
  const contributions = new FirstContributions(sql, views);
  return {
    put: (checked, known) => {
      const update = new Update(sql, known, {
        exchange: (id, at, _, mapped) => contributions.put(id, at, mapped),
        remove: () => undefined,
        note: () => undefined,
      });
      update.put(checked);
      update.finish();
      contributions.write();
    },
    finish: () => contributions.sumUp(),
  };
}
