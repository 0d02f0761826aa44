import type { Edition } from '../../src/core/edition.ts';
import { keysOf, type SiteFile } from '../../src/site/unit.ts';
import { KINDS } from '../../src/site/units.ts';

/** The files of every unit that are no pages. */
export function* filesOfUnits(edition: Edition): Iterable<SiteFile> {
  for (const kind of KINDS) {
    if (!kind.files) continue;
    for (const key of keysOf(kind, edition)) yield* kind.files(edition, key);
  }
}
