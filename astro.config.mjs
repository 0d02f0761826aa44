import { defineConfig } from 'astro/config';
import { oldAddressPages } from './src/integrations/old-addresses.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { basePath, origin } from './src/site/address.ts';

export default defineConfig({
  site: origin(),
  base: basePath(),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [searchIndex(), oldAddressPages()],
  vite: {
    plugins: [withoutPreloading()],
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
