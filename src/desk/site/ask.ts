import { loadSite } from '../../core/corpus/load.ts';
import type { SiteStatus } from '../../core/publishing.ts';
import { readStatus } from '../../office/served.ts';
import { readSettings } from '../../settings.ts';
import { basePath, origin } from '../../site/address.ts';

/** Asks the public site of a content folder how it stands; the address of a sample site is nobody's. */
export async function askSite(contentDir: string): Promise<SiteStatus | 'none' | undefined> {
  const [site, settings] = [loadSite(contentDir), readSettings()];
  if (site?.isSample && settings.siteUrl === undefined) return 'none';
  return readStatus(`${origin(settings, site)}${basePath(settings, site)}`);
}
