import { defineConfig } from 'astro/config';
import { oldAddressPages } from './src/integrations/old-addresses.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { loadContent } from './src/site/content.ts';

const { origin, base } = loadContent().edition;

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  // Of two pages in one place the second would be dropped with a line of warning.
  prerenderConflictBehavior: 'error',
  integrations: [searchIndex(), oldAddressPages()],
  vite: {
    // For src/components/address.ts.
    define: { SITE_BASE: JSON.stringify(base) },
    plugins: [withoutPreloading(), ownCopies()],
    build: {
      // The floor: Chrome and Edge 90, Safari 14, Firefox 90.
      target: ['chrome90', 'edge90', 'safari14', 'firefox90'],
      cssTarget: ['chrome90', 'edge90', 'safari14', 'firefox90'],
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
      const owner = /\/(Screen|ScreenStrip|Kiosk)\.astro\?astro&type=script|\?copy=(\w+)$/.exec(importer);
      if (!owner) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}?copy=${owner[1] ?? owner[2]}` };
    },
  };
}
