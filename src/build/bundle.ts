import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remove, removed, rename } from '../patience.ts';

/** Folder of the program that renders pages, beside what browsers are served. */
export const PAGE_PROGRAM = '.pages';

/** A file that is as old as the last use of a bundle; it is not served. */
export const USED = '.used';

/** What Astro has bundled: it serves a site for as long as the program and the address of the site stay the same. */
export interface Bundle {
  /** Folder of what browsers are served as it is: scripts, styles, what lies in public/. */
  readonly served: string;
  /** The module that renders pages. */
  readonly program: string;
}

/** Bundles that are kept: of a site that is published and of one that is looked at, before and after an upgrade. */
const MOST_KEPT = 4;

/**
 * Finds the bundle of a program, or has it made.
 * @param folder where bundles are kept
 * @param key names the program and the address of the site
 * @param make bundles into a folder
 */
export async function bundleFor(
  folder: string,
  key: string,
  make: (outDir: string) => Promise<void>,
): Promise<Bundle> {
  const kept = join(folder, key);
  if (existsSync(kept)) {
    writeFileSync(join(kept, USED), '');
    return bundleIn(kept);
  }
  const fresh = `${kept}.new`;
  remove(fresh);
  mkdirSync(folder, { recursive: true });
  await make(fresh);
  writeFileSync(join(fresh, USED), '');
  rename(fresh, kept);
  removeOldest(folder);
  return bundleIn(kept);
}

function bundleIn(kept: string): Bundle {
  const program = readdirSync(join(kept, PAGE_PROGRAM)).find((name) =>
    /^prerender-entry\..*\.mjs$/u.test(name),
  );
  if (program === undefined) throw new Error(`${kept} holds no program that renders pages`);
  return { served: kept, program: join(kept, PAGE_PROGRAM, program) };
}

function removeOldest(folder: string): void {
  const usedAt = (name: string): number =>
    statSync(join(folder, name, USED), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const oldest = readdirSync(folder)
    .toSorted((a, b) => usedAt(b) - usedAt(a))
    .slice(MOST_KEPT);
  for (const name of oldest) removed(join(folder, name));
}
