import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/cli/serve.ts';
import { readSettings } from '../../src/settings.ts';
import { servedBase } from '../../src/cli/served-base.ts';
import { test as base } from './base.ts';

export { expect } from './base.ts';

/** The clock of the site's server, in milliseconds since 1970. */
export interface ServerClock {
  time: number;
}

/** The moment for which the site was built: what device and server take for the present, unless a test says more. */
const BUILT = Date.parse(readSettings().now);

/**
 * The `test` of every browser test: pages are those of the site that `npm test` has built just before, and an
 * address such as `/search/` is one on it. Where a test sets the device's clock the server's is set with it; a test
 * of a device that is wrong sets `serverClock.time` afterwards.
 */
export const test = base.extend<object, { siteUrl: string; serverClock: ServerClock }>({
  serverClock: [async ({}, use) => use({ time: BUILT }), { scope: 'worker' }],
  siteUrl: [
    async ({ serverClock }, use) => {
      const { outDir } = readSettings();
      if (!existsSync(join(outDir, 'index.html'))) {
        throw new Error(`There is no site in ${outDir}. Build it first: npm test -- browser does both.`);
      }
      const server = await startServer({
        dir: outDir,
        base: servedBase(),
        port: 0,
        clock: () => serverClock.time,
      });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ siteUrl }, use) => use(siteUrl),
  page: async ({ page, serverClock }, use) => {
    serverClock.time = BUILT;
    await page.clock.setFixedTime(BUILT);
    const { clock } = page;
    const setFixedTime = clock.setFixedTime.bind(clock);
    const install = clock.install.bind(clock);
    clock.setFixedTime = (time) => {
      serverClock.time = new Date(time).getTime();
      return setFixedTime(time);
    };
    clock.install = (options) => {
      if (options?.time !== undefined) serverClock.time = new Date(options.time).getTime();
      return install(options);
    };
    await use(page);
  },
});
