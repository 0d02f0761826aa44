import { loadSite } from '../../core/corpus/load.ts';
import { readSettings } from '../../settings.ts';
import { basePath, origin } from '../../site/address.ts';
import { whileNoBuild } from '../build-lock.ts';
import { pageBundle } from './bundle.ts';

/*
 * `node bundle-alone.ts`: finds or makes the program that renders the pages of a site, in a process of its own, and
 * prints as its last line where it is. Who serves meanwhile goes on serving.
 */

const settings = readSettings();
const site = loadSite(settings.contentDir);
const place = { origin: origin(settings, site), base: basePath(settings, site) };
console.log(JSON.stringify(await whileNoBuild(() => pageBundle(place))));
