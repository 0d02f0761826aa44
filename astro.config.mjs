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
    build: {
      // The floor: Chrome and Edge 90, Safari 14, Firefox 90.
      target: ['chrome90', 'edge90', 'safari14', 'firefox90'],
      cssTarget: ['chrome90', 'edge90', 'safari14', 'firefox90'],
      assetsInlineLimit: 0,
    },
  },
});
