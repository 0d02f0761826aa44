import type { Inspect } from '../core/corpus/attachment-content.ts';
import { forgetContent, loadContent } from '../site/content.ts';
import { announcements } from '../site/units/announcements.ts';
import { kiosks } from '../site/units/kiosks.ts';
import { screens } from '../site/units/screens.ts';
import { keysOf } from '../site/unit.ts';
import type { Bundle } from './bundle.ts';
import type { Unit } from './making.ts';
import { makeUnits } from './site.ts';

/** What was made of a small content folder for one of its announcements, by the paths of the site. */
export interface Made {
  /** Folder of the site below its address, with a slash at both ends. */
  readonly base: string;
  readonly screens: readonly { readonly id: string; readonly name: string }[];
  readonly kiosk: string | undefined;
}

/**
 * Renders an announcement and all screens of the hall as a build would, of the content folder that the settings name.
 * @param folder receives the files; must not be there yet
 * @returns nothing where the announcement cannot be read
 */
export async function makePreview(
  bundle: Bundle,
  id: string,
  folder: string,
  inspect: Inspect,
): Promise<Made | undefined> {
  forgetContent();
  const content = loadContent(inspect);
  const { edition, corpus } = content;
  if (!corpus.entries.some((entry) => entry.id === id)) return undefined;
  const hall = [...screens, ...kiosks].flatMap((kind) =>
    [...keysOf(kind, edition)].map((key): Unit => ({ kind, key })),
  );
  await makeUnits(folder, content, bundle, [{ kind: announcements, key: id }, ...hall], () => undefined);
  return {
    base: edition.base,
    screens: corpus.screens.map(({ id: screen, name }) => ({ id: screen, name })),
    kiosk: corpus.kiosks[0]?.id,
  };
}
