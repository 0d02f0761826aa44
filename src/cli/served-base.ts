import { loadSite } from '../core/corpus/load.ts';
import { readSettings } from '../settings.ts';
import { basePath } from '../site/address.ts';

/** The folder below its address in which a site is served, as environment and `content/site.yaml` say. */
export function servedBase(): string {
  const settings = readSettings();
  return basePath(settings, loadSite(settings.contentDir));
}
