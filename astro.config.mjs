import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'astro/config';
import { pageProgram } from './src/integrations/page-program.ts';
import { readSettings } from './src/settings.ts';
import { loadSite } from './src/core/corpus/load.ts';
import { basePath, origin } from './src/site/address.ts';

// Announcements are not read: the build, which has them, may start Astro beside them.
const settings = readSettings();
const site = loadSite(settings.contentDir);
const base = basePath(settings, site);

/** The oldest browsers that are served. */
const FLOOR = ['chrome90', 'edge90', 'safari14', 'firefox90'];

export default defineConfig({
  site: origin(settings, site),
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  // Of two pages in one place the second would be dropped with a line of warning.
  prerenderConflictBehavior: 'error',
  integrations: [pageProgram()],
  vite: {
    // For src/components/address.ts.
    define: { SITE_BASE: JSON.stringify(base) },
    plugins: [withoutPreloading(), ownCopies(), forTheFloor(), sharedWithTheCheck()],
    build: {
      // Of styles alone: what pages are rendered with runs in this very Node.
      cssTarget: FLOOR,
      assetsInlineLimit: 0,
    },
  },
});

/**
 * Vite's helper that fetches ahead what a part imports weighs 0.9 KB, on every page, for the one page that loads parts
 * when it needs them; those import nothing but the file that is there already.
 * @returns {import('vite').Plugin}
 */
function withoutPreloading() {
  return {
    name: 'zhangbang:without-preloading',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}

/**
 * A lobby screen and a kiosk are pages alone. What their scripts share with the bidders' site would be cut out of it
 * into files of its own, a request more for every reader; so each takes copies.
 * @returns {import('vite').Plugin}
 */
function ownCopies() {
  return {
    name: 'zhangbang:own-copies',
    enforce: 'pre',
    async resolveId(source, importer = '', options) {
      const owner = /\/(Screen|ScreenSign|ScreenStrip|Kiosk)\.astro\?astro&type=script|\?copy=(\w+)$/
        .exec(importer)
        ?.slice(1)
        .find(Boolean);
      // What Vite makes up itself is no file to copy.
      if (!owner || source.startsWith('\0')) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}?copy=${owner}` };
    },
  };
}

/**
 * Scripts for browsers down to the floor. Given to Vite for everything, it would lower what pages are rendered with as
 * well, whose private fields become tables that are looked up at each use.
 * @returns {import('vite').Plugin}
 */
function forTheFloor() {
  return {
    name: 'zhangbang:for-the-floor',
    configEnvironment: (name) =>
      name === 'client' ? { build: { target: FLOOR, modulePreload: false } } : undefined,
  };
}

/**
 * Pages run the very modules that the check has loaded, whose functions the engine has compiled by then. Bundled with
 * the pages they would be transformed, loaded and compiled a second time, which costs a small site half of its build.
 * @returns {import('vite').Plugin}
 */
function sharedWithTheCheck() {
  const rooms = ['core', 'site'].map((room) => resolve(import.meta.dirname, 'src', room) + sep);
  return {
    name: 'zhangbang:shared-with-the-check',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.') || !source.endsWith('.ts')) return undefined;
      const path = resolve(dirname(importer.replace(/\?.*/, '')), source);
      const isShared = rooms.some((room) => path.startsWith(room));
      return isShared ? { id: pathToFileURL(path).href, external: true } : undefined;
    },
  };
}
