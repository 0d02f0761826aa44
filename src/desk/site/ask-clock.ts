import { loadSite } from '../../core/corpus/load.ts';
import { STATUS_NAME } from '../../core/publishing.ts';
import { readSettings, settingsFor } from '../../settings.ts';
import { basePath, origin } from '../../site/address.ts';

/** Longest that the site may take to answer, in milliseconds. */
const ANSWER_MS = 10_000;

/**
 * What the clock of the public site says, in milliseconds since 1970; undefined where it does not answer, or where the
 * desk stands at a moment that was set.
 */
export async function askClock(contentDir: string): Promise<number | undefined> {
  const [site, settings] = [loadSite(contentDir), readSettings()];
  if (settings.isTodaySet || settingsFor(settings, site).isStanding || site?.isSample) return undefined;
  const address = `${origin(settings, site)}${basePath(settings, site)}${STATUS_NAME}`;
  const { headers } = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) });
  const said = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(said) ? undefined : said;
}
