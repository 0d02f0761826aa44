import { cpSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as letOthersOn } from 'node:timers/promises';
import type { Edition } from '../core/edition.ts';
import { publishFrom, type LoadedContent } from '../site/content.ts';
import { keysOf } from '../site/unit.ts';
import { KINDS } from '../site/units.ts';
import { PAGE_PROGRAM, USED, type Bundle } from './bundle.ts';
import { Maker, type MadeUnit, type Unit } from './making.ts';
import { openRenderer } from './renderer.ts';

/** Every unit of a site, in the order in which they are made. */
export function* unitsOf(edition: Edition): Iterable<Unit> {
  for (const kind of KINDS) for (const key of keysOf(kind, edition)) yield { kind, key };
}

/**
 * Makes units and writes their files into a folder. After each, what works beside this gets its turn: the program of the
 * search index.
 * @param units all that are made in this run
 * @param keep is told of each
 */
export async function makeUnits(
  folder: string,
  content: LoadedContent,
  bundle: Bundle,
  units: readonly Unit[],
  keep: (made: MadeUnit) => void,
): Promise<void> {
  const { edition, recording } = content;
  publishFrom(
    content,
    units.flatMap(({ kind, key }) => kind.pages(edition, key)),
  );
  const maker = new Maker(folder, edition, recording, await openRenderer(bundle, edition));
  for (const unit of units) {
    keep(await maker.make(unit));
    await letOthersOn();
  }
}

/** Puts in place what browsers are served as it is: scripts, styles and what lies in public/. */
export const serveBundle = ({ served }: Bundle, folder: string): void =>
  cpSync(served, folder, {
    recursive: true,
    filter: (source) => ![PAGE_PROGRAM, USED].includes(basename(source)),
  });
