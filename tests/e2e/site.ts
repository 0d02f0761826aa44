import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startServer } from '../../src/cli/serve.ts';
import { readSettings } from '../../src/settings.ts';
import { basePath } from '../../src/site/address.ts';

export { expect } from '@playwright/test';

/**
 * The `test` of every browser test: pages are those of the site that `npm test` has built just before, and an
 * address such as `/search/` is one on it.
 */
export const test = base.extend<object, { siteUrl: string }>({
  siteUrl: [
    async ({}, use) => {
      const { outDir } = readSettings();
      if (!existsSync(join(outDir, 'index.html'))) {
        throw new Error(`There is no site in ${outDir}. Build it first: npm test -- browser does both.`);
      }
      const server = await startServer({ dir: outDir, base: basePath(), port: 0 });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ siteUrl }, use) => use(siteUrl),
});
