/**
 * The text of everything a screen's page is made of. A page that runs for weeks asks by its hash whether it must be
 * fetched anew, so the hash follows the sources and not the names that a bundler gives.
 */
const sources = import.meta.glob<string>(
  [
    '../../client/screen/*.ts',
    '../../core/live/browser/*.ts',
    '../../core/screen/browser/*.ts',
    '../../layouts/Screen*.astro',
    '../../components/Screen*.astro',
    '../../styles/screen*.css',
  ],
  { query: '?raw', import: 'default', eager: true },
);

export const code = Object.keys(sources)
  .sort()
  .map((path) => sources[path])
  .join('\n');
