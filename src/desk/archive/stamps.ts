import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a file is known by, so that another one in its place is seen: size, time and number. */
export function stampOf(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ino}` : '';
}

/** Files and folders of settings in a content folder: few, and all of them looked at. */
const SETTINGS = ['site.yaml', 'synonyms.yaml', 'calendar', 'displays', 'kiosks', 'pages', 'disclosure'];

/** The same of all settings together. */
export const stampOfSettings = (contentDir: string): string =>
  SETTINGS.map((name) => {
    const path = join(contentDir, name);
    return [stampOf(path), ...namesIn(path).map((one) => `${one} ${stampOf(join(path, one))}`)].join('\n');
  }).join('\n');

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}
