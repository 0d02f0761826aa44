import { check, isPublishable } from '../core/check.ts';
import { editionOf, type Edition } from '../core/edition.ts';
import { readSettings, settingsFor } from '../settings.ts';
import { basePath, origin } from '../site/address.ts';
import { refuseNoFolder } from './content-dir.ts';

/**
 * What the content folder publishes at present, for a command that hands it out; nothing where errors stand against
 * its publication. Attachments are not opened.
 */
export function presentEdition(): Edition | undefined {
  const settings = readSettings();
  const { contentDir } = settings;
  refuseNoFolder(contentDir);
  const checked = check(contentDir);
  if (!isPublishable(checked.findings)) return undefined;
  const { site } = checked.corpus;
  const { now, isStanding } = settingsFor(settings, site);
  return editionOf(checked, {
    now,
    isStanding,
    base: basePath(settings, site),
    origin: origin(settings, site),
    contentDir,
    pdf: () => undefined,
    hasWords: () => undefined,
  });
}
